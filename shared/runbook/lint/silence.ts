import { nearestWord } from '../../kit/nearest-word.ts'
import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { sourceLines } from '../text/source-lines.ts'
import { fencedBlocks } from './fenced-blocks.ts'
import { RUNBOOK_RULES } from './runbook-rules.ts'
import { silencingComments } from './silencing-comments.ts'

/** The line below the header of a table. */
const TABLE_RULE = /^[\s>|:-]+$/
/** What stands behind the rules: why they are silenced. */
const REASON = /(?:^|\s)--(?:\s.*)?$/

/** What a page is silenced by: its comments, and its front matter. */
type Silenceable = Pick<Runbook, 'path' | 'text'> & {
  readonly frontMatter: Pick<Runbook['frontMatter'], 'disabled' | 'endLine'>
}

/** A comment on `line` that silences rules on `lines`; on none when nothing stands below it. */
type Silence = {
  readonly line: number
  readonly lines: Lines | undefined
  readonly rules: readonly string[]
}

type Lines = { readonly first: number; readonly last: number }

/**
 * The problems that nobody has silenced, and what is wrong with the silencing itself (R8). A comment `nightdesk-disable-next-line RULE` silences on
 * the next line that is not blank, and in the whole table or block of code when that begins one, since Markdown knows no comment within;
 * `nightdesk: {disable: [RULE]}` in the front matter silences in the whole file. Rules are always named: a comment that silences everything would one day
 * hide a secret. `runbook/` may be left off.
 */
export function withoutSilenced(page: Silenceable, problems: readonly Problem[]): Problem[] {
  const silences = silencesIn(page)
  const isSilenced = silencedBy(page, silences)
  return [...problems.filter((problem) => !isSilenced(problem)), ...unknownRules(page, silences)]
}

/** Tells of a rule on a line (counted from 1) whether somebody silenced it there or in the whole file: that line is to be left as it is. */
export function silencedIn(page: Silenceable): (problem: Pick<Problem, 'rule' | 'line'>) => boolean {
  return silencedBy(page, silencesIn(page))
}

function silencedBy({ frontMatter }: Silenceable, silences: readonly Silence[]) {
  const everywhere = new Set(frontMatter.disabled.map(fullName))
  const silenced = new Map<string, SilencedLines>()
  for (const { lines, rules } of silences) {
    if (lines === undefined) continue
    for (const rule of rules) {
      const known = silenced.get(rule) ?? new SilencedLines()
      silenced.set(rule, known)
      known.add(lines)
    }
  }
  return ({ rule, line }: Pick<Problem, 'rule' | 'line'>): boolean =>
    everywhere.has(rule) || (line !== undefined && silenced.get(rule)?.has(line) === true)
}

/** Lines on which a rule is silenced. Of tables that end on one line the last is added first, so that no line is counted twice for it. */
class SilencedLines {
  private readonly lines = new Set<number>()
  private readonly firstOf = new Map<number, number>()

  add({ first, last }: Lines): void {
    for (let line = (this.firstOf.get(last) ?? last + 1) - 1; line >= first; line -= 1) this.lines.add(line)
    this.firstOf.set(last, first)
  }

  has(line: number): boolean {
    return this.lines.has(line)
  }
}

/** Read from the end, so that each comment knows the line below it and each table its last one. */
function silencesIn({ text, frontMatter }: Silenceable): readonly Silence[] {
  if (!text.includes('nightdesk-disable-next-line')) return []
  const lines = sourceLines(text)
  const blocks = fencedBlocks(lines, frontMatter.endLine)
  const comments = silencingComments(lines, frontMatter.endLine, blocks)
  const blockAt = new Map(blocks.map((block) => [block.first, block]))
  const found: Silence[] = []
  let below: Lines | undefined
  let lastPiped = lines.length
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const content = lines[index] ?? ''
    if (!lines[index + 1]?.includes('|')) lastPiped = index
    const here = comments.get(index + 1)
    for (const named of here ?? []) found.push({ line: index + 1, lines: below, rules: rulesIn(named) })
    if (here !== undefined || content.trim() === '') continue
    const block = blockAt.get(index)
    // A block that is never closed goes to the end of the file; a comment that is to speak of all that would hide too much.
    const end = block === undefined ? (isTable(lines, index) ? lastPiped : index) : block.isClosed ? block.last : index
    below = { first: index + 1, last: end + 1 }
  }
  return found
}

function isTable(lines: readonly string[], first: number): boolean {
  const rule = lines[first + 1] ?? ''
  return lines[first]?.includes('|') === true && rule.includes('-') && TABLE_RULE.test(rule)
}

function rulesIn(named: string): readonly string[] {
  const names = named.replace(REASON, '').split(/[\s,]+/)
  return names.filter((name) => name !== '').map(fullName)
}

function fullName(rule: string): string {
  return rule.includes('/') ? rule : `runbook/${rule}`
}

const DISABLE_KEY = /\bdisable["']?\s*[:=]/i
const NAMES = /[^\s,'"[\]{}]+/g

/** The rules that the front matter names, each at its line; at that of the key when it is not found behind it. */
function rulesInFrontMatter({ text, frontMatter }: Silenceable): readonly Pick<Silence, 'line' | 'rules'>[] {
  if (frontMatter.disabled.length === 0) return []
  const lines = sourceLines(text).slice(0, frontMatter.endLine)
  const keyAt = lines.findIndex((line) => DISABLE_KEY.test(line))
  const lineOf = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if (at < keyAt) continue
    for (const [name] of line.matchAll(NAMES)) if (!lineOf.has(name)) lineOf.set(name, at + 1)
  }
  const byLine = new Map<number, string[]>()
  for (const name of frontMatter.disabled) {
    const line = lineOf.get(name) ?? Math.max(0, keyAt) + 1
    const rules = byLine.get(line)
    if (rules) rules.push(fullName(name))
    else byLine.set(line, [fullName(name)])
  }
  return [...byLine].map(([line, rules]) => ({ line, rules }))
}

/** The rule that a misspelt one is most like; the folder that all of them share makes none alike. */
function nearestRule(rule: string, ids: readonly string[]): string | undefined {
  const bare = (id: string): string => id.replace(/^runbook\//, '')
  const near = nearestWord(bare(rule), ids.map(bare))
  return ids.find((id) => bare(id) === near)
}

function unknownRules(page: Silenceable, silences: readonly Silence[]): Problem[] {
  const { path } = page
  const ids = RUNBOOK_RULES.map(({ id }) => id)
  const empty = silences
    .filter(({ rules }) => rules.length === 0)
    .map(({ line }) => complaint(path, line, 'The silencing comment names no rule.', 'Name it, as in "no-steps".'))
  const named = [...silences, ...rulesInFrontMatter(page)]
  const wrong = named.flatMap(({ line, rules }) => {
    const unknown = rules.filter((rule) => !ids.includes(rule))
    const [only] = unknown
    if (only === undefined) return []
    if (unknown.length > 1) {
      const hint = 'See the list of rules. A reason stands behind two hyphens: "dead-link -- planned".'
      return complaint(path, line, `There are no rules ${unknown.join(', ')} to silence.`, hint)
    }
    const near = nearestRule(only, ids)
    const hint = near === undefined ? 'See the list of rules.' : `Did you mean ${near}?`
    return complaint(path, line, `There is no rule ${only} to silence.`, hint)
  })
  return [...empty, ...wrong]
}

function complaint(file: string, line: number, message: string, hint: string): Problem {
  return { file, line, rule: 'runbook/silence-unknown', severity: 'warning', message, hint }
}
