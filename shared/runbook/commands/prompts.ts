import { asksForAction } from '../words/sentences.ts'
import { HAS_OPTIONS, isBareCommand, isShellCommand, looksTyped, PROMPT, REMARK, SMALL_WORDS } from './command-lines.ts'
import { isListed } from './printed-lines.ts'

const ROOT_PROMPT = /^\s*#\s+(?=[a-z./~])/
/** The marks of a console on the lines that go on with a query: `store-# `, `    -> `, `... `. */
const GOES_ON = /^\s*(?:>|->|\.\.\.|[\w.-]{1,30}[-'"(][#>])\s/
/** A mark alone in front: a console of a store, where the block begins with it; a request in the trace of a transfer begins so as well, and `> ring.log` empties a file. */
const BARE_MARK = /^> +(?![A-Z]+ \/|[A-Z][\w-]*: |[\w~-]*[./][\w./-]*\s*$)(?=\S)/
const CONSOLES = /^(?:console|terminal)$|session/
const CHANGES_FOLDER = /^cd \S+$/
const QUERY_LANGUAGES = /sql/

/** How the prompt of a block looks, if it has one. `# systemctl ...` is one of the administrator in a console, beside other prompts, or where the whole block is such lines. */
export function promptOf(language: string, lines: readonly string[]): (line: string) => boolean {
  const prompts = lines.some((line) => PROMPT.test(line))
  const isRoot = isRootConsole(language, lines)
  const isBare = !prompts && !isRoot && hasBareMarks(lines)
  const mayBeRoot = prompts || CONSOLES.test(language)
  return (line) =>
    (prompts && PROMPT.test(line)) ||
    (isRoot && ROOT_PROMPT.test(line)) ||
    (isBare && BARE_MARK.test(line)) ||
    (mayBeRoot && ROOT_PROMPT.test(line) && isCall(withoutRootPrompt(line)))
}

/** A line as it was typed. */
export function withoutPrompt(line: string): string {
  const typed = line.replace(PROMPT, '')
  return typed === line ? line.replace(ROOT_PROMPT, '').replace(BARE_MARK, '') : typed.replace(ENVIRONMENT, '')
}

/** Some shells tell behind their mark where one is: `$ (staging) relayctl open`. */
const ENVIRONMENT = /^\([\w.-]{1,30}\)(?:\s+|$)/

/** A line that goes on with what was typed above it, as it was typed. */
export function withoutContinuation(line: string): string {
  return line.replace(GOES_ON, '')
}

/** Whether a block shows a prompt, so that `#` may stand for the administrator and not for a remark. */
export function hasPrompt(language: string, lines: readonly string[]): boolean {
  return lines.some((line) => PROMPT.test(line)) || isRootConsole(language, lines)
}

function withoutRootPrompt(line: string): string {
  return line.replace(ROOT_PROMPT, '')
}

/**
 * Whether every `# ...` of a block is the prompt of the administrator, and no remark: it begins with one, each reads like a command, at least half of
 * them cannot be anything else, and no line without it could have been typed.
 */
function isRootConsole(language: string, lines: readonly string[]): boolean {
  if (QUERY_LANGUAGES.test(language)) return false
  const told = lines.filter((line) => line.trim() !== '')
  if (told[0] === undefined || !ROOT_PROMPT.test(told[0])) return false
  const marked = told.filter((line) => /^\s*#/.test(line))
  if (!marked.every((line) => ROOT_PROMPT.test(line) && mayBeTyped(withoutRootPrompt(line)))) return false
  const sure = marked.filter((line) => isSurelyTyped(withoutRootPrompt(line)))
  const others = told.filter((line) => !/^\s*#/.test(line))
  return sure.length * 2 >= marked.length && !others.some((line) => couldBeTyped(language, line))
}

function isCall(text: string): boolean {
  return isShellCommand(text) || CHANGES_FOLDER.test(text)
}

function isSurelyTyped(text: string): boolean {
  if (isBareCommand(text)) return true
  return (
    !readsAsWords(text) &&
    (HAS_OPTIONS.test(text) || /\s<\w[^<>]*>/.test(text) || (isShellCommand(text) && /\s\S*\/\S/.test(text)))
  )
}

function mayBeTyped(text: string): boolean {
  if (isSurelyTyped(text) || CHANGES_FOLDER.test(text)) return true
  return !readsAsWords(text) && !asksForAction(text)
}

function readsAsWords(text: string): boolean {
  return /[.!?:,]$/.test(text) || (SMALL_WORDS.test(text) && !/[|<>$;=]/.test(text))
}

/** In a script any line in small letters may be a command; in a console only what looks like one. */
function couldBeTyped(language: string, line: string): boolean {
  if (isListed(line)) return false
  return looksTyped(line) || (!CONSOLES.test(language) && /^(?:[a-z./~$]|\w+=)/.test(line))
}

function hasBareMarks(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const marked = lines.filter((line) => /^>/.test(line))
  return (
    BARE_MARK.test(first) && marked.every((line) => BARE_MARK.test(line) && !readsAsWords(line)) && !REMARK.test(first)
  )
}
