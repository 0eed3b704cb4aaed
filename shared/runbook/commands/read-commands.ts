import { rememberedOf } from '../../kit/remembered.ts'
import type { Command } from '../runbook.ts'
import type { CodeBlock } from '../text/block.ts'
import {
  continues,
  isBareCommand,
  isMetricQuery,
  isShellCommand,
  isToolLine,
  isUnknownCall,
  looksTyped,
  REMARK,
  SMALL_WORDS,
} from './command-lines.ts'
import { CAME_OUT, METHODS, PLAIN_TEXT, SHELLS, SHOWN_ONLY } from './command-words.ts'
import { linesWithin } from './open-lines.ts'
import {
  answeredCommands,
  beginsWithColumns,
  isAllPrinted,
  isLogLine,
  isNotTyped,
  isTableOrObject,
  showsAThing,
} from './printed-lines.ts'
import { promptedCommands } from './prompted-commands.ts'
import { promptOf } from './prompts.ts'
import { commandAboveOutcome, IS_ANOTHER_WAY, isAllRemarks } from './script-remarks.ts'
import { languageInPlainText } from './shell-of-command.ts'

/** A picture within HTML that is set in as far as code. */
const IS_A_PICTURE = /^\s*!\[[^\]\n]*\]\([^()\n]*\)\s*$/
/** Lines, arrows and marks of a drawing or a decision tree. */
const DRAWING = /[\u2500-\u257F→❓]/u
/**
 * The commands of a code block, without prompts. In a block that shows prompts, lines with a prompt are commands and the rest is what they answered (R3);
 * a block of a language that is only ever shown (a log, JSON, a diagram) holds none.
 */
export const readCommands: (block: CodeBlock) => readonly Command[] = rememberedOf(readBlock)

function readBlock(block: CodeBlock): readonly Command[] {
  const { language } = block
  const lines = block.text.split('\n')
  if (SHELLS.has(language)) {
    const prompt = promptOf(language, lines)
    if (lines.some((line) => prompt(line) !== undefined)) return promptedCommands(block, prompt)
  }
  if (block.text.trim() === '' || CAME_OUT.test(language) || isAllRemarks(block) || showsTheWrongWay(lines)) return []
  if (language === '' && IS_A_PICTURE.test(block.text)) return []
  if (language === 'http' && IS_A_REQUEST.test(firstLine(block.text)))
    return [{ language, text: block.text.trim(), line: block.codeLine }]
  if (SHOWN_ONLY.has(language)) return commandsAboveOutput(block)
  if (
    language === '' &&
    (isDrawing(lines) || showsAThing(block) || isTemplate(lines) || readsAsProse(lines) || isTold(lines))
  )
    return []
  if (IS_A_CONSOLE.test(language) && isReported(lines)) return []
  if (SHELLS.has(language) && (isSettings(lines) || isStanza(language, lines) || leavesOut(language, lines))) return []
  if (beginsWithColumns(block) || isAllPrinted(block) || (SHELLS.has(language) && isNotTyped(block))) return []
  const first = firstLine(block.text)
  if (
    isLogLine(first) ||
    (language === '' && ((isTableOrObject(first) && !isToolLine(first)) || tellsOfAnError(lines)))
  )
    return []
  const told = atMargin(block.text.trimEnd().replace(/^(?:[ \t]*\n)+/, ''))
  const text = SHELLS.has(language) ? told : told.replace(/^\$ /gm, '')
  const shown = SHELLS.has(language) ? commandAboveOutcome(language, text, block.codeLine) : undefined
  if (shown) return [shown]
  return answeredCommands(language, text, block.codeLine) ?? atAlternatives(language, text, block.codeLine)
}

/** A block that is set in within its fence, as far as each line is. */
function atMargin(text: string): string {
  const indent = /^ +/.exec(text)?.[0].length ?? 0
  if (indent === 0) return text
  const lines = text.split('\n')
  const least = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(least)).join('\n')
}

/** "# Or restart all of them" in a script: whoever copies wants one of the ways, so each is a command of its own, below its remark (R3). */
function atAlternatives(language: string, text: string, codeLine: number): readonly Command[] {
  const lines = text.split('\n')
  const isWithin = linesWithin(lines)
  const starts = [0]
  let holdsCommand = false
  lines.forEach((line, index) => {
    const isWay = !isWithin[index] && IS_ANOTHER_WAY.test(REMARK.exec(line)?.[1] ?? '')
    if (isWay && holdsCommand) {
      starts.push(index)
      holdsCommand = false
    }
    holdsCommand ||= !isNoCommand(line)
  })
  return starts.flatMap((from, index) => {
    const [first = '', ...rest] = lines.slice(from, starts[index + 1])
    const typed = typedInRemark(first)
    if (index > 0 && typed === undefined && rest.every(isNoCommand)) return []
    return [{ language, text: [typed ?? first, ...rest].join('\n').trimEnd(), line: codeLine + from }]
  })
}

const IS_A_REQUEST = new RegExp(`^(?:${METHODS}) \\S+`)

/** "-- Bad: one row for all rings": how not to do it, unless the right way stands below. */
function showsTheWrongWay(lines: readonly string[]): boolean {
  const [first = '', ...rest] = lines.flatMap((line) => REMARK.exec(line)?.[1] ?? [])
  const begins = lines.find((line) => line.trim() !== '') ?? ''
  return REMARK.test(begins) && IS_THE_WRONG_WAY.test(first) && !rest.some((remark) => IS_THE_RIGHT_WAY.test(remark))
}

const IS_THE_WRONG_WAY = /^(?:❌\s*)?(?:bad|wrong|incorrect|anti-?pattern)\b/iu
const IS_THE_RIGHT_WAY = /^(?:✅\s*)?(?:good|right|correct|better|instead)\b/iu

/** "# or by hand: docker restart ring" */
function typedInRemark(line: string): string | undefined {
  const typed = /^\s*(?:#+|--|\/\/)\s+(?:or|alternatively)\b(?:[^:\n]{0,60}:)?\s+(\S.*)$/i.exec(line)?.[1]
  return typed !== undefined && isBareCommand(typed) ? typed : undefined
}

function isNoCommand(line: string): boolean {
  return line.trim() === '' || REMARK.test(line)
}

/** What a block that shows something begins with: the commands that print or edit it, or the query that a text holds. */
function commandsAboveOutput({ language, text, codeLine }: CodeBlock): readonly Command[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.trim() !== '' && !REMARK.test(line))
  const shown = lines.slice(from).findIndex((line, index, all) => line.trim() !== '' && !isTyped(line, all[index - 1]))
  const typed = lines.slice(from, shown < 0 ? undefined : from + shown)
  if (from < 0 || typed.length === 0) {
    const isCall = PLAIN_TEXT.has(language) && isToolLine(text)
    return isCall ? [{ language: languageInPlainText(language, text), text: text.trim(), line: codeLine }] : []
  }
  const output =
    shown < 0
      ? ''
      : lines
          .slice(from + shown)
          .join('\n')
          .trim()
  const command = { language: 'sh', text: typed.join('\n').trimEnd(), line: codeLine + from }
  return [output === '' ? command : { ...command, output }]
}

function isTyped(line: string, before: string | undefined): boolean {
  return isBareCommand(line) || (before !== undefined && continues(before))
}

function firstLine(text: string): string {
  return /^\s*(\S.*)/.exec(text)?.[1] ?? ''
}

/** The Markdown of a report or a message to be filled in; a script may have remarks that look like its headings. */
function isTemplate(lines: readonly string[]): boolean {
  if (!lines.some((line) => /^\s*(?:#{2,6} \S|[-*] \*\*|\*\*\S|\*[A-Za-z][^*]{0,40}\*:)/.test(line))) return false
  return !lines.every((line, index) => isNoCommand(line) || isTyped(line, lines[index - 1]))
}

/** Lines and arrows, but for those in the remarks of a script. */
function isDrawing(lines: readonly string[]): boolean {
  const drawn = lines.filter((line) => DRAWING.test(line))
  if (drawn.length === 0) return false
  const isCalled = lines.some(isBareCommand)
  // What a tool drew stands below its call.
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (isBareCommand(first) && !DRAWING.test(first)) return false
  return !drawn.every((line) => isCalled && (REMARK.test(line) || !DRAWING.test(withoutRemark(line))))
}

function withoutRemark(line: string): string {
  return isShellCommand(line.trim()) ? line.replace(/\s#.*$/, '') : line
}

/** Nothing but "name: value" and the items of lists below a name: settings, labels of an alert, or a form to fill in. */
function isSettings(lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.trim() !== '' && !REMARK.test(line) && !IS_LEFT_OUT.test(line))
  if (OPENS_A_UNIT.test(told[0] ?? '')) return true
  const isPair = (line: string) => PAIR.test(line) && !isShellCommand(line.trim()) && !isMetricQuery(line.trim())
  const others = told.filter((line) => !isPair(line))
  return others.length < told.length && others.every((line) => LIST_ENTRY.test(line))
}

/** "[Service]", "ExecStart=/usr/bin/ring": what a unit of systemd is told. */
const OPENS_A_UNIT =
  /^\s*(?:\[(?:Unit|Service|Install|Timer|Socket|Mount)\]\s*$|(?:Exec(?:Start|Stop|Reload|Condition)(?:Pre|Post)?|EnvironmentFile|OnCalendar)=)/
/** "...", "(..)": what is left out. */
const IS_LEFT_OUT = /^\s*(?:\.{3}|[([]\.{2,3}[)\]])\s*$/

/** A query with "..." on a line of its own shows its form. */
const leavesOut = (language: string, lines: readonly string[]): boolean =>
  language.includes('sql') && lines.some((line) => /^\s*(?:\.{3}|\u2026),?\s*$/.test(line))

/** `ring "a" {`, `size = 3`, `}`: settings of a provider or a store, and no line of a script. */
function isStanza(language: string, lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.trim() !== '' && !REMARK.test(line) && !IS_LEFT_OUT.test(line))
  const isAllSet = told.every((line) => IS_SET.test(line) || OPENS_OR_CLOSES.test(line))
  return isAllSet ? told.some((line) => IS_SET.test(line)) : language === '' && isNamedBlock(told)
}

/** `ring {` down to a lone `}`, whatever settings stand between; no function, no program and no query. */
function isNamedBlock(told: readonly string[]): boolean {
  const [first = ''] = told
  const isNamed = told.at(-1) === '}' && OPENS_A_NAMED_BLOCK.test(first) && !isShellCommand(first)
  return isNamed && !told.some((line) => HOLDS_A_LABEL.test(line))
}

const OPENS_A_NAMED_BLOCK =
  /^(?!(?:function|class|try|do|begin|process|end|else|if|for|foreach|while|switch|select|case|trap|query|mutation|subscription|fragment)\b)[a-z][\w-]*(?: (?:[\w./-]+|"[^"\n]*")){0,3} \{$/i
/** `ring="b",` in a query of metrics. */
const HOLDS_A_LABEL = /^\s*\w+(?:=~?|!=|!~)["'`]/

const IS_SET = /^\s*[\w.-]+ +=\s+(?:["'\d[{]|\$\w+$|\.{3}$|[a-z][\w.]*$)/
const OPENS_OR_CLOSES = /^\s*(?:(?:[\w-]+|"[^"\n]*")(?: "[^"\n]*")* (?:= )?[{[]|[}\]],?|["'][^"'\n]*["'],?)\s*$/

const PAIR = /^\s*(?:- )?(?:[\w.[\]/-]{1,40}:\S*|[\w.[\]/-]+(?: [\w.[\]/-]+){0,3}: .*)$|^\s*- [\w.]{1,40} = \S+$/
const LIST_ENTRY = /^\s*- (?:\S+|--?[\w-]+=.*)$/

/** Nothing but words of the language, as in a line of a log without its time: something to look for. */
function readsAsProse(lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.trim() !== '')
  return told.every(
    (line) => !isBareCommand(line) && SMALL_WORDS.test(line) && !/[$|<>{}=;\\]|\w:\w|\s-{1,2}[a-z]/i.test(line),
  )
}

/** "Opening the ring...", "Host relay-1": lines of which the first begins with a word, and none has the signs of code. */
function isTold(lines: readonly string[]): boolean {
  const [first = ''] = lines.filter((line) => line.trim() !== '')
  const isCode = (line: string): boolean => /[|=(){};<>$]|^\s*#|\s--?[a-z]/.test(line) || isBareCommand(line)
  return BEGINS_WITH_WORDS.test(first) && !lines.some(isCode)
}

/** "Drain plan (nothing was done yet)" above what belongs to it, in a console without a prompt and a call. */
function isReported(lines: readonly string[]): boolean {
  const [first = ''] = lines.filter((line) => line.trim() !== '')
  return /^\p{Lu}\p{Ll}+ [\p{Ll}(]/u.test(first) && !lines.some((line) => looksTyped(line) || isUnknownCall(line))
}
const IS_A_CONSOLE = /^(?:console|terminal)$|session/

/** "Opening the ring...", "RING told by relay 7:" */
const BEGINS_WITH_WORDS = /^\s*(?:\p{Lu}\p{Ll}+(?: [\p{L}\d"'*.-]|\.\.\.$)|\p{Lu}[\p{L}\d]*(?: [\p{L}\d.'"-]+)+:$)/u

/** What a tool printed when it failed: an error among lines of which none is a command by itself. */
function tellsOfAnError(lines: readonly string[]): boolean {
  return lines.some((line) => /^\s*(?:error|fatal|panic|warning)\b.{0,40}:\s/i.test(line)) && !lines.some(isBareCommand)
}

/** A block that says it is for a shell or a database, and holds something to run. */
export function isScript(block: CodeBlock): boolean {
  return block.language !== '' && SHELLS.has(block.language) && readCommands(block).length > 0
}
