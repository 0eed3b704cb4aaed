import { indentOf } from '../text/columns.ts'
import { continues } from './command-lines.ts'
import { HEREDOC, linesWithin, opensMore } from './open-lines.ts'
import type { PromptReader } from './prompts.ts'

const QUERY_START = /^(?:select|with|insert|update|delete|alter|create|explain)\b/i
const ENDS_A_QUERY = /;\s*$/

/** Lines within which the end of a text or query is looked for: far more than anyone types at a prompt. */
const LONGEST_TYPED = 300

const POWERSHELL = /^\s*(?:PS\b|[A-Z]:\\)/
const CONSOLE = /(?:[>*]|=#|\)|\]:?)\s+$/
/** The marks of a console on the lines that go on: `store-# `, `    -> `, `... `, `irb(main):002:1* `. */
const CONSOLE_MARK = /^\s*(?:->|['"`(]>|\.{3}>?|[\w.-]{1,30}[-'"(*][#>]|\S{2,60}\*)(?:\s|$)/
/** A console that has but this mark shows it below a query that goes on. */
const ANGLE = /^\s*>(?:\s|$)/
const POWERSHELL_MARK = /^\s*>>(?:\s|$)/
/** What zsh says it waits for. */
const WAITS_FOR = '(?:(?:heredoc|d?quote|bquote|pipe|cmdand|cmdor|for|while|if|then|else|function|subsh) ?){0,3}'

/** Whether a prompt is that of a console, which no shell is. */
export function isOfAConsole(mark: string): boolean {
  return CONSOLE.test(mark) && !POWERSHELL.test(mark) && !/^\s*(?:\$>|#>|>)\s+$/.test(mark)
}

/**
 * The lines that were typed from the prompt of a line on, each as it was typed: to the end of what they opened, or as far as a console marks them. The marks of lines that go on are
 * taken off only where each of these has one, so that a redirection or a quoted text keeps its own.
 */
export function typedFrom(lines: readonly string[], at: number, mark: string, prompt: PromptReader): readonly string[] {
  const first = (lines[at] ?? '').slice(mark.length)
  const below = lines.slice(at + 1, at + 1 + LONGEST_TYPED)
  const sure = POWERSHELL.test(mark) ? POWERSHELL_MARK : isOfAConsole(mark) ? CONSOLE_MARK : undefined
  const marked = sure === undefined ? [] : linesMarked(below, sure)
  if (marked.length > 0) return [first, ...marked]
  if (QUERY_START.test(first) && !ENDS_A_QUERY.test(first)) return [first, ...queryBelow(below, mark, prompt)]
  if (!opensMore(first)) return [first]
  const shell = new RegExp(`^${/^\s*/.exec(lines[at] ?? '')?.[0] ?? ''}${WAITS_FOR}>(?: |$)`)
  return [
    first,
    ...(allMarked(first, linesMarked(below, shell), below) ??
      withArguments(linesOpened(first, upTo(first, below, prompt)), below)),
  ]
}

/** The lines to the semicolon of a query, where one stands before the next prompt. */
function queryBelow(below: readonly string[], mark: string, prompt: PromptReader): readonly string[] {
  const marked = isOfAConsole(mark) ? linesMarked(below, ANGLE) : []
  if (marked.length > 0) return marked
  const next = below.findIndex((line) => prompt(line) !== undefined)
  const until = below.slice(0, next < 0 ? undefined : next)
  return until.slice(0, until.findIndex((line) => ENDS_A_QUERY.test(line)) + 1)
}

/** The lines that follow each other with a mark, without it. */
function linesMarked(below: readonly string[], mark: RegExp): readonly string[] {
  const end = below.findIndex((line) => !mark.test(line))
  return below.slice(0, end < 0 ? undefined : end).map((line) => line.replace(mark, ''))
}

/** The marked lines that were typed, if no line without a mark was. */
function allMarked(first: string, marked: readonly string[], below: readonly string[]): readonly string[] | undefined {
  const opened = linesOpened(first, marked)
  const isCutOff = opened.length === marked.length && marked.length < below.length && continues(opened.at(-1) ?? '')
  return opened.length === 0 || isCutOff ? undefined : opened
}

/** What may belong to a command: a text typed into it to its last word, anything else only to the next prompt. */
function upTo(first: string, below: readonly string[], prompt: PromptReader): readonly string[] {
  const word = HEREDOC.exec(first)?.[1]
  const closing = word === undefined ? -1 : below.findIndex((line) => line.trim() === word)
  if (closing >= 0) return below.slice(0, closing + 1)
  const next = below.findIndex((line) => prompt(line) !== undefined)
  return below.slice(0, next < 0 ? undefined : next)
}

/** Below the last line of a call that goes on, an argument as deep as that: its author forgot the mark, and a call cut off there does something else. */
function withArguments(opened: readonly string[], below: readonly string[]): readonly string[] {
  const depth = indentOf(opened.at(-1) ?? '')
  const rest = depth === 0 ? [] : below.slice(opened.length)
  const end = rest.findIndex((line) => indentOf(line) !== depth || !IS_AN_ARGUMENT.test(line))
  return [...opened, ...rest.slice(0, end < 0 ? undefined : end)]
}

const IS_AN_ARGUMENT = /^\s+(?:\$\(|--?[a-z]|\|\|? |&& )/

/** The lines that belong to what the first one opens. */
function linesOpened(first: string, below: readonly string[]): readonly string[] {
  const end = linesWithin([first, ...below]).indexOf(false, 1)
  return below.slice(0, end < 0 ? undefined : end - 1)
}
