import { nearestWord } from '../../kit/nearest-word.ts'
import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { sourceLines } from '../text/source-lines.ts'
import { RUNBOOK_RULES } from './runbook-rules.ts'

/** A comment of HTML or MDX in the text, of YAML and TOML in the front matter, or of the language of a block of code. */
const NEXT_LINE =
  /(?:<!--|\{?\/\*|^[\s>]*(?:#|\/\/|--))\s*nightdesk-disable-next-line\b[ \t]*([^<>\n]{0,300}?)\s*(?:-->|\*\/|$)/

/** The first line of a block of code, also within a quote or an item. */
const FENCE = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})[^`]*$/
/** The line below the header of a table. */
const TABLE_RULE = /^[\s>|:-]+$/

/** What a page is silenced by: its comments, and its front matter. */
type Silenceable = Pick<Runbook, 'path' | 'text'> & { readonly frontMatter: Pick<Runbook['frontMatter'], 'disabled'> }

/** A comment on `line` that silences rules on the lines from `target` to `last`. */
type Silence = {
  readonly line: number
  readonly target: number
  readonly last: number
  readonly rules: readonly string[]
}

/**
 * The problems that nobody has silenced, and what is wrong with the silencing itself (R8). A comment `nightdesk-disable-next-line RULE` silences on
 * the next line that is not blank, and in the whole table or block of code when that begins one, since Markdown knows no comment within;
 * `nightdesk: {disable: [RULE]}` in the front matter silences in the whole file. Rules are always named: a comment that silences everything would one day
 * hide a secret. `runbook/` may be left off.
 */
export function withoutSilenced(page: Silenceable, problems: readonly Problem[]): Problem[] {
  const silences = silencesIn(page.text)
  const isSilenced = silencedBy(page, silences)
  return [...problems.filter((problem) => !isSilenced(problem)), ...unknownRules(page, silences)]
}

/** Tells of a rule on a line (counted from 1) whether somebody silenced it there or in the whole file: that line is to be left as it is. */
export function silencedIn(page: Silenceable): (problem: Pick<Problem, 'rule' | 'line'>) => boolean {
  return silencedBy(page, silencesIn(page.text))
}

function silencedBy({ frontMatter }: Silenceable, silences: readonly Silence[]) {
  const everywhere = new Set(frontMatter.disabled.map(fullName))
  return ({ rule, line = 0 }: Pick<Problem, 'rule' | 'line'>): boolean =>
    everywhere.has(rule) ||
    silences.some(({ target, last, rules }) => target <= line && line <= last && rules.includes(rule))
}

function silencesIn(text: string): readonly Silence[] {
  if (!text.includes('nightdesk-disable-next-line')) return []
  const lines = sourceLines(text)
  return lines.flatMap((content, index): Silence[] => {
    const named = NEXT_LINE.exec(content)?.[1]
    if (named === undefined) return []
    const after = lines.findIndex((other, at) => at > index && other.trim() !== '' && !NEXT_LINE.test(other))
    const rules = named.split(/[\s,]+/).filter((name) => name !== '')
    return [{ line: index + 1, target: after + 1, last: endFrom(lines, after) + 1, rules: rules.map(fullName) }]
  })
}

/** The last line of the table or block that begins at an index, or the index itself where none does. */
function endFrom(lines: readonly string[], first: number): number {
  const [, fence] = FENCE.exec(lines[first] ?? '') ?? []
  return fence === undefined ? endOfTable(lines, first) : endOfBlock(lines, first, fence)
}

/** A block that is never closed goes to the end of the file; a comment that is to speak of all that would hide too much. */
function endOfBlock(lines: readonly string[], first: number, fence: string): number {
  const isEnd = (line: string): boolean => {
    const mark = line.replace(/^[\s>]*/, '').trimEnd()
    return mark.length >= fence.length && mark === (fence[0] ?? '').repeat(mark.length)
  }
  const end = lines.findIndex((line, index) => index > first && isEnd(line))
  return end < 0 ? first : end
}

function endOfTable(lines: readonly string[], first: number): number {
  const rule = lines[first + 1] ?? ''
  if (!lines[first]?.includes('|') || !rule.includes('-') || !TABLE_RULE.test(rule)) return first
  let last = first + 1
  while (lines[last + 1]?.includes('|')) last += 1
  return last
}

function fullName(rule: string): string {
  return rule.includes('/') ? rule : `runbook/${rule}`
}

function unknownRules({ path, frontMatter }: Silenceable, silences: readonly Silence[]): Problem[] {
  const ids = RUNBOOK_RULES.map(({ id }) => id)
  const empty = silences
    .filter(({ rules }) => rules.length === 0)
    .map(({ line }) => complaint(path, line, 'The silencing comment names no rule.', 'Name it, as in "no-steps".'))
  const named = [
    ...silences.flatMap(({ line, rules }) => rules.map((rule) => ({ line, rule }))),
    ...frontMatter.disabled.map((rule) => ({ line: 1, rule: fullName(rule) })),
  ]
  const wrong = named
    .filter(({ rule }) => !ids.includes(rule))
    .map(({ line, rule }) => {
      const near = nearestWord(rule, ids)
      const hint = near === undefined ? 'See the list of rules.' : `Did you mean ${near}?`
      return complaint(path, line, `There is no rule ${rule} to silence.`, hint)
    })
  return [...empty, ...wrong]
}

function complaint(file: string, line: number, message: string, hint: string): Problem {
  return { file, line, rule: 'runbook/silence-unknown', severity: 'warning', message, hint }
}
