import { asksForAction } from '../words/sentences.ts'
import {
  CHANGES_FOLDER,
  HAS_OPTIONS,
  isBareCommand,
  isCall,
  isShellCommand,
  looksTyped,
  REMARK,
  readsAsWords,
  shapeOfPrompt,
} from './command-lines.ts'
import { CONSOLE_TOOLS, TOOLS } from './command-words.ts'
import { linesWithin } from './open-lines.ts'
import { isListed } from './printed-lines.ts'

/** The prompt that a line of a block begins with, blanks and all; what was typed is the rest of the line. */
export type PromptReader = (line: string) => string | undefined

/** What is set further in goes on with the remark above it: "#         mv a b". */
const ROOT_PROMPT = /^\s*#\s{1,3}(?=[a-z./~]|[A-Z][A-Z\d_]*=\S)/
/** A mark alone in front: a console of a store, where the block begins with it; a request in the trace of a transfer begins so as well, and `> ring.log` empties a file. */
const BARE_MARK = /^> +(?![A-Z]+ \/|[A-Z][\w-]*: |[\w~${}-]*[./][\w./~${}-]*\s*$)(?=\S)/
/** "> # which ring that is" */
const BARE_REMARK = /^> +#/
/** What opens a shell in which the marks below were typed: "sudo su store" above "> /opt/ring/bin/save". */
const OPENS_A_SHELL = /^\s*(?:sudo (?:-i|-s|su)\b|su |ssh |screen\b|tmux\b)/
/** "gitlab-rails console" above "> Ring.count" */
const OPENS_A_CONSOLE = /^\s*(?:sudo )?(?:\S*rails c(?:onsole)?|irb)\b/
const CONSOLES = /^(?:console|terminal)$|session/
const QUERY_LANGUAGES = /sql/
const BEGINS_A_QUERY = /^\s*(?:select|with|insert|update|delete|alter|create|explain)\b/i

/** How the prompt of a block looks, if it has one. `# systemctl ...` is one of the administrator in a console, beside other prompts, or where the whole block is such lines. */
export function promptOf(language: string, lines: readonly string[]): PromptReader {
  const prompts = showsPrompts(language, lines)
  const isRoot = isRootConsole(language, lines)
  const bare = bareMarkOf(lines)
  const isBare = !isRoot && hasBareMarks(lines, bare, prompts)
  const mayBeRoot = prompts || CONSOLES.test(language)
  return (line) => {
    const mark = prompts ? promptMark(line) : undefined
    if (mark !== undefined) return mark
    const root = isRoot || mayBeRoot ? ROOT_PROMPT.exec(line)?.[0] : undefined
    if (root !== undefined && (isRoot || isCall(line.slice(root.length)))) return root
    return isBare && !BARE_REMARK.test(line) ? bare.exec(line)?.[0] : undefined
  }
}

/** The prompt that a line shows by its shape. `/opt/relay/drain # drains it` and `cat> ring.conf` are calls, and show none. */
export function promptMark(line: string): string | undefined {
  const shape = shapeOfPrompt(line)
  if (shape === undefined) return undefined
  const mark = shape + (ENVIRONMENT.exec(line.slice(shape.length))?.[0] ?? '')
  const typed = line.slice(mark.length)
  if (BEHIND_A_PATH.test(mark)) return isCall(typed) ? mark : undefined
  const [, name = '', end = ''] = ONLY_A_NAME.exec(mark) ?? []
  const isCalled = IS_A_CALL.test(name) || (end === '>' && /^(?:[~/]|\.\.?\/)/.test(typed))
  return name !== '' && isCalled ? undefined : mark
}

/** Some shells tell behind their mark where one is: `$ (staging) relayctl open`. */
const ENVIRONMENT = /^\([\w.-]{1,30}\)(?:\s+|$)/
/** A path that may be a program, with what may be its remark. */
const BEHIND_A_PATH = /^\s*[~/]\S*[^\s/~] #\s+$/
const ONLY_A_NAME = /^\s*([\w./-]+)([#>])\s+$/
/** A tool that is no console, and a script. */
const IS_A_CALL = new RegExp(
  `^(?!(?:${CONSOLE_TOOLS})$)(?:${TOOLS})$|^(?:\\.{0,2}/|s?bin/|scripts?/)|\\.(?:sh|bash|py|rb|pl)$`,
)

/** A line as it was typed. */
export function withoutPrompt(line: string): string {
  const mark = promptMark(line) ?? ROOT_PROMPT.exec(line)?.[0] ?? BARE_MARK.exec(line)?.[0] ?? ''
  return line.slice(mark.length)
}

/** Whether a block shows a prompt, so that `#` may stand for the administrator and not for a remark. */
export function hasPrompt(language: string, lines: readonly string[]): boolean {
  return showsPrompts(language, lines) || isRootConsole(language, lines)
}

/** Whether lines have prompts: not within what a script types into a command or quotes, nor in the lines of a query. */
function showsPrompts(language: string, lines: readonly string[]): boolean {
  if (!lines.some((line) => promptMark(line) !== undefined)) return false
  const first = lines.find((line) => line.trim() !== '' && !REMARK.test(line)) ?? ''
  if (promptMark(first) !== undefined) return true
  if (QUERY_LANGUAGES.test(language) || BEGINS_A_QUERY.test(first)) return false
  if (!looksTyped(first)) return true
  const isWithin = linesWithin(lines)
  return lines.some((line, index) => isWithin[index] !== true && promptMark(line) !== undefined)
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
  const calls = marked.map(withoutRootPrompt).filter((text) => !ONLY_SETS.test(text))
  const sure = calls.filter(isSurelyTyped)
  const others = told.filter((line) => !/^\s*#/.test(line))
  return sure.length > 0 && sure.length * 2 >= calls.length && !others.some((line) => couldBeTyped(language, line))
}

/** "RING=b": by itself it may be a setting that was switched off. */
const ONLY_SETS = /^[A-Z][A-Z\d_]*=\S*$/
const DEFINES = /^alias [\w.-]+=["']/

function withoutRootPrompt(line: string): string {
  return line.replace(ROOT_PROMPT, '')
}

function isSurelyTyped(text: string): boolean {
  if (isBareCommand(text) || DEFINES.test(text)) return true
  return (
    !readsAsWords(text) &&
    (HAS_OPTIONS.test(text) || /\s<\w[^<>]*>/.test(text) || (isShellCommand(text) && /\s\S*\/\S/.test(text)))
  )
}

function mayBeTyped(text: string): boolean {
  if (isSurelyTyped(text) || CHANGES_FOLDER.test(text) || ONLY_SETS.test(text)) return true
  return !readsAsWords(text) && !asksForAction(text)
}

/** In a script any line in small letters may be a command; in a console only what looks like one. */
function couldBeTyped(language: string, line: string): boolean {
  if (isListed(line) || IS_A_FIELD.test(line)) return false
  return looksTyped(line) || (!CONSOLES.test(language) && /^(?:[a-z./~$]|\w+=)/.test(line))
}

/** "kind: Relay", "error: no such ring": what a tool answers. */
const IS_A_FIELD = /^[a-zA-Z][\w.-]*:(?:\s|$)/

/** Where a console answers ("=> true"), whatever stands behind its mark was typed. */
const bareMarkOf = (lines: readonly string[]): RegExp =>
  lines.some((line) => /^=> ?\S/.test(line)) ? /^> +(?=\S)/ : BARE_MARK

function hasBareMarks(lines: readonly string[], bare: RegExp, hasOthers: boolean): boolean {
  const told = lines.filter((line) => line.trim() !== '')
  const begin = told[0]?.slice(promptMark(told[0])?.length ?? 0) ?? ''
  const isShell = OPENS_A_SHELL.test(begin)
  const isOpened = isShell || OPENS_A_CONSOLE.test(begin)
  if (hasOthers && !isOpened) return false
  const first = told[isOpened ? 1 : 0] ?? ''
  const marked = told.filter((line) => /^>/.test(line) && !BARE_REMARK.test(line))
  const isTyped = (line: string) => (isShell ? isCall(line.replace(bare, '')) : !readsAsWords(line))
  return bare.test(first) && marked.every((line) => bare.test(line) && isTyped(line))
}
