import type { Runbook, RunbookFrontMatter } from '../runbook.ts'
import { KNOWN_KEYS } from '../text/front-matter-fields.ts'
import { readFrontMatter } from '../text/read-front-matter.ts'
import { sourceLines } from '../text/source-lines.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { readDay, readPeriod } from './check-freshness.ts'
import { firstLineOf, lineOfKey } from './check-front-matter.ts'
import { type PlacedLink, placedLinks, placesOf } from './link-addresses.ts'
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
  const readWith = ({ line, text }: LineEdit): RunbookFrontMatter => {
    const changed = sourceLines(textNow())
    changed[line - 1] = text
    return readFrontMatter(runbook.path, changed).frontMatter
  }
  put(valueEdits(mended, lineAt, readWith).filter(isOpen))
  for (const group of linkGroups(runbook)) put(linkEdits(runbook, context, group, lineAt).filter(isOpen))
  return { text: textNow(), edits: [...edits.values()].sort((one, other) => one.line - other.line) }
}

/** The links that one line gives the same address. */
type LinkGroup = { readonly href: string; readonly line: number; readonly uses: readonly PlacedLink[] }

function linkGroups(runbook: Runbook): readonly LinkGroup[] {
  const groups = new Map<string, PlacedLink[]>()
  for (const placed of placedLinks(runbook)) {
    const key = `${placed.line} ${placed.link.href.trim()}`
    const group = groups.get(key)
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  return [...groups.values()].flatMap((uses) => {
    const [first] = uses
    return first === undefined ? [] : [{ href: first.link.href.trim(), line: first.line, uses }]
  })
}

function linkEdits(
  runbook: Runbook,
  context: RunbookCheckContext,
  { href, line, uses }: LinkGroup,
  lineAt: (line: number) => string,
): LineEdit[] {
  const target = sureTargetOf(runbook, href, context)
  if (target === undefined) return []
  const text = lineAt(line)
  const places = placesOf(href, text)
  // Where the line holds the address more often than it is a link, one of them is shown as code.
  if (places.length === 0 || places.length > uses.length) return []
  const mended = places.reduceRight(
    (now, { from, written }) => now.slice(0, from) + target + now.slice(from + written.length),
    text,
  )
  return [{ line, rule: 'runbook/dead-link', text: mended }]
}

/** Only edits after which the key has the better value: the same words may stand elsewhere, as in a block of text. */
function valueEdits(
  runbook: Runbook,
  lineAt: (line: number) => string,
  readWith: (edit: LineEdit) => RunbookFrontMatter,
): LineEdit[] {
  const edits = (
    rule: string,
    key: 'lastVerified' | 'lastDrilled' | 'reviewEvery',
    isRight: (written: string) => boolean,
    better: (written: string) => string | undefined,
  ): LineEdit[] => {
    const written = runbook.frontMatter[key]
    if (written === undefined || isRight(written)) return []
    const value = better(written)
    const found = replaced(rule, written, value, lineOfKey(runbook, KNOWN_KEYS[key]), lineAt)
    return found.filter((edit) => readWith(edit)[key] === value)
  }
  const isDay = (written: string): boolean => readDay(written) !== undefined
  return [
    ...edits('runbook/date-invalid', 'lastVerified', isDay, isoDay),
    ...edits('runbook/date-invalid', 'lastDrilled', isDay, isoDay),
    ...edits('runbook/period-invalid', 'reviewEvery', (written) => readPeriod(written) !== undefined, isoPeriod),
  ]
}

function replaced(
  rule: string,
  old: string,
  value: string | undefined,
  line: number,
  lineAt: (line: number) => string,
): LineEdit[] {
  const text = lineAt(line)
  const known = value !== undefined && text.split(old).length === 2
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
