import type { Runbook } from '../runbook.ts'
import { KNOWN_KEYS } from '../text/front-matter-fields.ts'
import { readFrontMatter } from '../text/read-front-matter.ts'
import { sourceLines } from '../text/source-lines.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { readDay, readPeriod } from './check-freshness.ts'
import { firstLineOf, lineOfKey } from './check-front-matter.ts'
import { mendYaml } from './mend-yaml.ts'
import { sureTargetOf } from './moved-files.ts'
import { silencedIn } from './silence.ts'

/** A line to be replaced; `line` counts from 1, `text` is without its line end. */
type LineEdit = { readonly line: number; readonly rule: string; readonly text: string }

/** What can be mended without asking, and the text afterwards; line ends, byte order mark, comments and order are kept. */
export type RunbookFix = { readonly text: string; readonly edits: readonly LineEdit[] }

const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/g

/**
 * The safe fixes for a runbook (R8): a date or period written otherwise, a link whose file surely is another one (`sureTargetOf`), front matter that was not
 * valid YAML for want of quotes or because of tabs. Nothing is invented: a missing owner, title or date of review is a person's to write. What somebody
 * silenced is left as it is.
 */
export function fixRunbook(runbook: Runbook, context: RunbookCheckContext): RunbookFix {
  const lines = [...runbook.text.matchAll(LINE)].map(([, text = '', end = '']) => ({ text, end }))
  const edits = new Map<number, LineEdit>()
  const lineAt = (line: number): string => edits.get(line)?.text ?? lines[line - 1]?.text ?? ''
  const textNow = (): string => lines.map(({ text, end }, index) => (edits.get(index + 1)?.text ?? text) + end).join('')
  const put = (found: readonly LineEdit[]): void => {
    for (const edit of found) if (edit.text !== lineAt(edit.line)) edits.set(edit.line, edit)
  }
  put(yamlEdits(runbook, lineAt))
  // What the front matter silences is known only once it can be read.
  const { frontMatter } = readFrontMatter(runbook.path, sourceLines(textNow()))
  const mended = { ...runbook, frontMatter }
  const isSilenced = silencedIn(mended)
  if ([...edits.values()].some(isSilenced)) return { text: runbook.text, edits: [] }
  const isOpen = (edit: LineEdit): boolean => !isSilenced(edit)
  put(valueEdits(mended, lineAt).filter(isOpen))
  for (const { href, line } of runbook.links) put(linkEdits(runbook, context, href.trim(), line, lineAt).filter(isOpen))
  return { text: textNow(), edits: [...edits.values()].sort((one, other) => one.line - other.line) }
}

function linkEdits(
  runbook: Runbook,
  context: RunbookCheckContext,
  href: string,
  line: number,
  lineAt: (line: number) => string,
): LineEdit[] {
  const target = sureTargetOf(runbook, href, context)
  if (target === undefined) return []
  const text = lineAt(line)
  const places = placesOfLink(text, href)
  const [at] = places
  if (at === undefined || places.length > 1) return []
  const replaced = text.slice(0, at) + target + text.slice(at + href.length)
  return [{ line, rule: 'runbook/dead-link', text: replaced }]
}

/** Where an address stands in a line as that of a link, and not as words: behind `](`, `href=` or `src=`. */
function placesOfLink(line: string, href: string): number[] {
  const found: number[] = []
  for (let at = line.indexOf(href); at >= 0; at = line.indexOf(href, at + href.length)) {
    const isOpened = /(?:\]\(\s*<?|(?:href|src)\s*=\s*["']?)$/i.test(line.slice(Math.max(0, at - 20), at))
    if (isOpened && /^(?:[\s>)"']|$)/.test(line.slice(at + href.length))) found.push(at)
  }
  return found
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

function yamlEdits({ frontMatter, problems }: Runbook, lineAt: (line: number) => string): LineEdit[] {
  const broken = problems.some(({ rule }) => rule === 'runbook/front-matter-invalid')
  if (!broken || frontMatter.format !== 'yaml') return []
  const first = firstLineOf(frontMatter)
  const count = frontMatter.raw.split('\n').length
  const lines = Array.from({ length: count }, (_, index) => lineAt(first + index))
  return (mendYaml(lines) ?? [])
    .map((text, index) => ({ line: first + index, rule: 'runbook/front-matter-invalid', text }))
    .filter(({ line, text }) => text !== lineAt(line))
}
