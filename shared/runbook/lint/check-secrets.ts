import type { Problem } from '../../kit/problem.ts'
import { isReference, isStandIn, looksTyped } from '../../kit/secret-look.ts'
import { findSecrets, secretByPlace } from '../../kit/workspace-secrets.ts'
import type { Runbook } from '../runbook.ts'
import { sourceLines } from '../text/source-lines.ts'

const KEYED = /(?<![\w-])["']?([A-Za-z][\w-]{1,40})["']?\s{0,3}[:=]\s{0,3}["']?([^\s"',;`]{6,200})/g

/** Secrets in the text (R8, W3): a runbook is in Git, on the screen, and in every incident that pins it. The message never repeats the secret. */
export function findSecretProblems(runbook: Pick<Runbook, 'path' | 'text'>): Problem[] {
  const shaped = shapedSecrets(runbook.text)
  return sourceLines(runbook.text).flatMap((line, index) => {
    const name = shaped.get(index + 1) ?? keyedSecretIn(line)
    if (name === undefined) return []
    const problem: Problem = {
      file: runbook.path,
      line: index + 1,
      rule: 'runbook/secret',
      severity: 'error',
      message: `This line holds ${name}.`,
      hint: 'Take it out, revoke it, and name the place where it is kept instead.',
    }
    return [problem]
  })
}

const KEY_BODY = /^(?:[\s>|]|\\{1,4}[nr]){0,80}(?!x{6})(?:[A-Za-z0-9+/=]{30}|Proc-Type:|Version:|Comment:)/
const EXAMPLE_HOST = /^@(?:localhost|127\.|[\w.-]{0,100}example)/i

/** A word that fills the place of a password in an example, whole: `xxx`, `abc`, `foobar`. One with a figure in it may be in use. */
const FILLER = /^(?:(x|y|z)\1{2,}|abc|(?:md5)?(?:foo|bar|baz|qux){1,4})[.,;:!?)\]*_]*$/i

const standsForOne = (value: string): boolean => isStandIn(value) || FILLER.test(value)

/** Whether a runbook only shows what one looks like: a name in its place, the frame of a key, an address of nobody. */
function isShownOnly(text: string, from: number, to: number): boolean {
  const found = text.slice(from, to)
  const after = text.slice(to, to + 200)
  if (standsForOne(found)) return true
  if (found.startsWith('-----BEGIN')) return !KEY_BODY.test(after)
  return after.startsWith('@') && (found.length < 4 || (EXAMPLE_HOST.test(after) && !looksTyped(found)))
}

/** Secrets that show by their own shape, by line; the whole text is searched once. */
function shapedSecrets(text: string): ReadonlyMap<number, string> {
  const found = new Map<number, string>()
  let line = 1
  let position = 0
  for (const { name, from, to } of findSecrets(text)) {
    line += (text.slice(position, from).match(/\r\n|\n|\r/g) ?? []).length
    position = from
    if (!found.has(line) && !isShownOnly(text, from, to)) found.set(line, name)
  }
  return found
}

function keyedSecretIn(line: string): string | undefined {
  if (!/[:=]/.test(line)) return undefined
  for (const [, key = '', value = ''] of line.slice(0, 10_000).matchAll(KEYED)) {
    const name =
      standsForOne(value) || isReference(value) || !/\d/.test(value) ? null : secretByPlace(key, value, false)
    if (name !== null) return name
  }
  return undefined
}
