import { parseDocument } from 'yaml'
import type { Runbook } from '../runbook.ts'
import { KNOWN_KEYS } from '../text/front-matter-fields.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { readDay, readPeriod } from './check-freshness.ts'
import { lineOfKey } from './check-front-matter.ts'
import { onlyTargetOf } from './check-links.ts'

/** A line to be replaced; `line` counts from 1, `text` is without its line end. */
type LineEdit = { readonly line: number; readonly rule: string; readonly text: string }

/** What can be mended without asking, and the text afterwards; line ends, byte order mark, comments and order are kept. */
export type RunbookFix = { readonly text: string; readonly edits: readonly LineEdit[] }

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/g

/**
 * The safe fixes for a runbook (R8): a date or period written otherwise, a link to a file that only moved, front matter that was not valid YAML for want
 * of quotes or because of tabs. Nothing is invented: a missing owner, title or date of review is a person's to write.
 */
export function fixRunbook(runbook: Runbook, context: RunbookCheckContext): RunbookFix {
  const lines = [...runbook.text.matchAll(LINE)].map(([, text = '', end = '']) => ({ text, end }))
  const edits = new Map<number, LineEdit>()
  const lineAt = (line: number): string => edits.get(line)?.text ?? lines[line - 1]?.text ?? ''
  const put = (edit: LineEdit): void => {
    if (edit.text !== lineAt(edit.line)) edits.set(edit.line, edit)
  }
  for (const edit of yamlEdits(runbook, lineAt)) put(edit)
  for (const edit of valueEdits(runbook, lineAt)) put(edit)
  for (const { href, line } of runbook.links) {
    const target = onlyTargetOf(runbook, href, context)
    const text = lineAt(line)
    const places = text.split(href).length - 1
    if (target !== undefined && places === 1)
      put({ line, rule: 'runbook/dead-link', text: text.replace(href, () => target) })
  }
  const text = lines.map(({ text: old, end }, index) => (edits.get(index + 1)?.text ?? old) + end).join('')
  return { text, edits: [...edits.values()].sort((one, other) => one.line - other.line) }
}

function valueEdits(runbook: Runbook, lineAt: (line: number) => string): LineEdit[] {
  const { lastVerified, reviewEvery } = runbook.frontMatter
  const day = lastVerified !== undefined && readDay(lastVerified) === undefined ? isoDay(lastVerified) : undefined
  const period = reviewEvery !== undefined && readPeriod(reviewEvery) === undefined ? isoPeriod(reviewEvery) : undefined
  return [
    ...replaced('runbook/date-invalid', lastVerified, day, lineOfKey(runbook, KNOWN_KEYS.lastVerified), lineAt),
    ...replaced('runbook/period-invalid', reviewEvery, period, lineOfKey(runbook, KNOWN_KEYS.reviewEvery), lineAt),
  ]
}

function replaced(
  rule: string,
  old: string | undefined,
  value: string | undefined,
  line: number,
  lineAt: (line: number) => string,
): LineEdit[] {
  const text = lineAt(line)
  const known = old !== undefined && value !== undefined && text.split(old).length === 2
  return known ? [{ line, rule, text: text.replace(old, () => value) }] : []
}

/** Year first, whatever the separator: the only order that cannot be mistaken for another. */
function isoDay(text: string): string | undefined {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim())
  if (!found) return undefined
  const day = `${found[1]}-${(found[2] ?? '').padStart(2, '0')}-${(found[3] ?? '').padStart(2, '0')}`
  return readDay(day) === undefined ? undefined : day
}

function isoPeriod(text: string): string | undefined {
  const found = /^(?:every|each)\s+(?:(\d{1,4})\s*)?(days?|weeks?|months?|years?)$/i.exec(text.trim())
  if (!found) return undefined
  const period = `P${found[1] ?? '1'}${(found[2] ?? '').charAt(0).toUpperCase()}`
  return readPeriod(period) === undefined ? undefined : period
}

/** Quotes around a value that holds a colon or begins with a special character, and spaces for tabs: taken only when the YAML is valid afterwards. */
function yamlEdits({ frontMatter, problems }: Runbook, lineAt: (line: number) => string): LineEdit[] {
  const broken = problems.some(({ rule }) => rule === 'runbook/front-matter-invalid')
  if (!broken || frontMatter.format !== 'yaml') return []
  const first = 2
  const last = frontMatter.endLine - 1
  const mended: string[] = []
  for (let line = first; line <= last; line += 1)
    mended.push(quoted(lineAt(line).replace(/^\t+/, (tabs) => '  '.repeat(tabs.length))))
  if (parseDocument(mended.join('\n'), { uniqueKeys: false, logLevel: 'silent' }).errors.length > 0) return []
  return mended
    .map((text, index) => ({ line: first + index, rule: 'runbook/front-matter-invalid', text }))
    .filter(({ line, text }) => text !== lineAt(line))
}

function quoted(line: string): string {
  const found = /^(\s*(?:- )?[A-Za-z][\w-]*:\s+)([^"'[{|>&*!#\s].*:\s.*|[@`%].*)$/.exec(line)
  if (!found) return line
  const value = (found[2] ?? '').trimEnd()
  return `${found[1] ?? ''}"${value.replace(/[\\"]/g, '\\$&')}"`
}
