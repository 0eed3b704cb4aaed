import type { Problem } from '../kit/problem.ts'
import { findSecrets, secretByPlace } from '../schedule/workspace-secrets.ts'
import type { Runbook } from './runbook.ts'
import { sourceLines } from './source-lines.ts'

/** A name for a secret instead of the secret: `<password>`, `$TOKEN`, `{{ key }}`, `****`, `changeme`. */
const PLACEHOLDER =
  /[<>{}*\u2026]|\$\w|\$\(|%\w+%|x{4,}|\.\.\.|example|change_?me|your[-_ ]|redacted|placeholder|dummy/i
const KEYED = /(?<![\w-])["']?([A-Za-z][\w-]{1,40})["']?\s{0,3}[:=]\s{0,3}["']?([^\s"',;]{8,200})/g

/** Secrets in the text (R8, W3): a runbook is in Git, on the screen, and in every incident that pins it. The message never repeats the secret. */
export function findSecretProblems(runbook: Runbook): Problem[] {
  return sourceLines(runbook.text).flatMap((line, index) => {
    const name = secretIn(line)
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

function secretIn(line: string): string | undefined {
  const shaped = findSecrets(line).find(({ from, to }) => !PLACEHOLDER.test(line.slice(from, to)))
  if (shaped) return shaped.name
  for (const [, key = '', value = ''] of line.slice(0, 10_000).matchAll(KEYED)) {
    const name = PLACEHOLDER.test(value) || !/\d/.test(value) ? null : secretByPlace(key, value, false)
    if (name !== null) return name
  }
  return undefined
}
