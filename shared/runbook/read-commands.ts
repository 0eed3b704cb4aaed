import type { CodeBlock } from './block.ts'
import { PLAIN_TEXT, SHELLS, SHOWN_ONLY, TOOLS } from './command-words.ts'
import type { Command } from './runbook.ts'
import { asksForAction } from './step-words.ts'

const PROMPT =
  /^\s*(?:\$|%|❯|➜|(?:PS )?[A-Z]:\\[^>\n]{0,80}>|PS>|[\w.-]{1,40}@[\w.-]{1,60}[: ][^\s$#]{0,80}\s?[$#]|[\w.-]{0,30}(?:mysql|=|sqlite|redis[^>\n]{0,30})[#>]|\(?[\w.-]{1,30}\)?\$|[\w.-]{1,40}:\d{2,5}>|[a-z][\w-]{0,20}[#>](?=\s+[a-z]{2,}))\s+(?=\S)/
const REMARK = /^\s*(?:#+|--|\/\/)\s+(\S.*)$/
const NUMBERED_REMARK = /^\d{1,2}[.)]\s+/
const ROOT_PROMPT = /^\s*#\s+(?=[a-z./~])/
const OUTPUT = /^(?:HTTP\/|at [\w.$]+\(|[|+][-=|+ ]|[{}[\]<]|[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)?\s{2,}[A-Z])/
/** Lines of a log, whatever language the block claims to be of. */
const LOG_LINE =
  /^(?:\d{4}-\d\d-\d\d[T _]|\[?\d\d:\d\d:\d\d|<\d{1,3}>|\[?(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG|PANIC|CRITICAL)\b|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\w+\.go:\d+\]|Traceback \(|Caused by: |(?:\w+\.)*\w*(?:Error|Exception): |(?:fatal|panic): |(?:level|lvl|time|ts|err|error|msg|caller|severity)=["'\w])/
/** Lines, arrows and marks of a drawing or a decision tree. */
const DRAWING = /[\u2500-\u257F→❓]/u
const INLINE_COMMAND = new RegExp(
  `^(?:\\$ )?(?:${TOOLS})\\s+\\S|^(?:\\./|(?:/[\\w.-]+){0,4}/s?bin/|(?!\\S+\\.(?:[cm]?[jt]sx?|md|sql|ya?ml|json|toml|txt|csv|html|go|rs|java|kt)$)(?:scripts?|bin)/)\\S+|^[\\w./-]+\\.(?:sh|py|rb|pl)\\s+\\S`,
)
const QUERY_START = /^(?:select|with|insert|update|delete|alter|create|explain)\b/i
const ENDS_A_QUERY = /;\s*$/
const INLINE_SQL =
  /^select\s+\w+\(|^(?:select\s.{1,400}\sfrom|insert into|update\s+\S+\s+set|delete from|alter (?:table|system)|vacuum|analyze|refresh materialized|explain|show|truncate|drop|create|call|describe|merge into|msck repair)\s+\S/i

/**
 * The commands of a code block, without prompts. In a block that shows prompts, lines with a prompt are commands and the rest is what they answered (R3);
 * a block of a language that is only ever shown (a log, JSON, a diagram) holds none.
 */
export function readCommands(block: CodeBlock): readonly Command[] {
  const { language } = block
  const lines = block.text.split('\n')
  if (SHELLS.has(language)) {
    const root = language === 'console' || language === 'terminal' || language.includes('session')
    const isPrompt =
      lines.some((line) => PROMPT.test(line)) || !root ? (line: string) => PROMPT.test(line) : isRootPrompt
    if (lines.some(isPrompt)) return prompted(lines, isPrompt, language, block.codeLine)
  }
  if (block.text.trim() === '' || isAllRemarks(block)) return []
  if (SHOWN_ONLY.has(language)) return commandsAboveOutput(block)
  if (language === '' && (DRAWING.test(block.text) || isTemplate(block.text))) return []
  if (SHELLS.has(language) && isSettings(lines)) return []
  const first = firstLine(block.text)
  if (LOG_LINE.test(first) || (language === '' && (OUTPUT.test(first) || tellsOfAnError(lines)))) return []
  if (language === '' && /\S\n[ \t]*\n/.test(block.text)) {
    const answered = commandsAboveOutput(block)
    if (answered.some(({ output }) => isPrinted(output ?? ''))) return answered
  }
  return [
    {
      language,
      text: block.text
        .trimEnd()
        .replace(/^(?:[ \t]*\n)+/, '')
        .replace(/^\$ /gm, ''),
      line: block.codeLine,
    },
  ]
}

/** What a block that shows something begins with: the commands that print or edit it, or the query that a text holds. */
function commandsAboveOutput({ language, text, codeLine }: CodeBlock): readonly Command[] {
  const lines = text.split('\n')
  const from = lines.findIndex((line) => line.trim() !== '' && !REMARK.test(line))
  const shown = lines.slice(from).findIndex((line, index, all) => !isTyped(line, all[index - 1]))
  const typed = lines.slice(from, shown < 0 ? undefined : from + shown)
  if (from < 0 || typed.length === 0)
    return PLAIN_TEXT.has(language) && isToolLine(text) ? [{ language, text: text.trim(), line: codeLine }] : []
  const output =
    shown < 0
      ? ''
      : lines
          .slice(from + shown)
          .join('\n')
          .trim()
  const command = { language: 'sh', text: typed.join('\n'), line: codeLine + from }
  return [output === '' ? command : { ...command, output }]
}

function isTyped(line: string, before: string | undefined): boolean {
  return isBareCommand(line) || (before !== undefined && continues(before))
}

/** Settings, a log or a table of a tool, as what a command printed. */
function isPrinted(text: string): boolean {
  const first = firstLine(text)
  return LOG_LINE.test(first) || OUTPUT.test(first) || isSettings(text.split('\n'))
}

function firstLine(text: string): string {
  return /^\s*(\S.*)/.exec(text)?.[1] ?? ''
}

/** The Markdown of a report or a message to be filled in. */
function isTemplate(text: string): boolean {
  return /^\s*(?:#{2,6} \S|[-*] \*\*|\*\*\S)/m.test(text)
}

/** Nothing but "name: value": settings, or a form to fill in. */
function isSettings(lines: readonly string[]): boolean {
  const told = lines.filter((line) => line.trim() !== '' && !REMARK.test(line))
  const isPair = (line: string) =>
    /^\s*(?:- )?(?:[\w.[\]/-]{1,40}:\S*|[\w.[\]/-]+(?: [\w.[\]/-]+){0,3}: .*)$/.test(line)
  return told.length > 0 && told.every((line) => isPair(line) && !INLINE_COMMAND.test(line.trim()))
}

/** What a tool printed when it failed: an error among lines of which none is a command by itself. */
function tellsOfAnError(lines: readonly string[]): boolean {
  return lines.some((line) => /^\s*(?:error|fatal|panic|warning)\b.{0,40}:\s/i.test(line)) && !lines.some(isBareCommand)
}

/** Whether a text begins with a tool of the shell, or a query. */
export function isToolLine(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !REMARK.test(line))
  const first = lines[0]?.trim() ?? ''
  return PROMPT.test(first) || INLINE_COMMAND.test(first) || INLINE_SQL.test(first)
}

/** Words of the language that are also tools: a line of text that begins with one needs an option to count as a command. */
const ALSO_A_WORD =
  /^(?:date|echo|find|fly|free|git|go|grep|head|ip|java|kill|kind|less|make|mount|node|ping|python|service|tail|test|top|touch|watch|yarn)\s/

const SMALL_WORDS = /\s(?:the|a|an|is|are|was|to|and|or|for|if|with|by|in|on|of|from|should|can|that|it|not)\s/i

/** Whether a line of plain text, without any mark-up, is a command: people paste them so. */
export function isBareCommand(line: string): boolean {
  const text = line.trim()
  if (!INLINE_COMMAND.test(text) || /[.!?:,;]$/.test(text)) return false
  if (!ALSO_A_WORD.test(text) && !SMALL_WORDS.test(text)) return true
  return /\s-{1,2}[a-z]/i.test(text) || (!ALSO_A_WORD.test(text) && /[|/=<>$"]/.test(text))
}

/** A line of plain text that is a whole command, with or without "Run:" or "SQL:" before it. */
export function labelledCommand(line: string, lineNumber: number): Command | undefined {
  const text = line.replace(/^(?:sql|run|command|cmd|query)\s*:\s*/i, '').trim()
  if (isBareCommand(text)) return { language: 'sh', text, line: lineNumber }
  const isQuery = text !== line.trim() || /;$/.test(text)
  return isQuery && INLINE_SQL.test(text) ? { language: 'sql', text, line: lineNumber } : undefined
}

/** A block of a script language that holds nothing but remarks: there is nothing in it to run. */
export function isAllRemarks({ language, text }: CodeBlock): boolean {
  return SHELLS.has(language) && text.split('\n').every((line) => line.trim() === '' || REMARK.test(line))
}

/** A block that says it is for a shell or a database, and holds something to run. */
export function isScript(block: CodeBlock): boolean {
  return block.language !== '' && SHELLS.has(block.language) && readCommands(block).length > 0
}

/** The remarks of a script, each with its line. */
export function remarksOf({
  text,
  codeLine,
}: CodeBlock): readonly { readonly remark: string; readonly line: number }[] {
  return text.split('\n').flatMap((line, index) => {
    const remark = REMARK.exec(line)?.[1]
    return remark === undefined ? [] : [{ remark, line: codeLine + index }]
  })
}

/** The remark a script begins with, which says what it is for; of several lines the one that asks for something. */
export function openingRemark({ language, text }: CodeBlock): string | undefined {
  if (!SHELLS.has(language)) return undefined
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const end = lines.findIndex((line) => !REMARK.test(line))
  const remarks = lines.slice(0, end < 0 ? undefined : end).flatMap((line) => REMARK.exec(line)?.[1] ?? [])
  return remarks.find(asksForAction) ?? remarks[0]
}

/** A code span that is a whole command, such as `airflow dags trigger x`; names of tables and files are not. */
export function inlineCommand(code: string, line: number): Command | undefined {
  const text = code.trim().replace(/^\$ /, '')
  if (INLINE_COMMAND.test(code.trim())) return { language: 'sh', text, line }
  return INLINE_SQL.test(text) ? { language: 'sql', text, line } : undefined
}

/** A command with the remark above it, which says what it is for. */
type CommentedCommand = { readonly remark: string; readonly line: number; readonly command?: Command }

/**
 * The commands of a shell script in which each has a remark above it ("# 1. Check the scheduler"): authors write whole procedures that way.
 * Empty unless the script begins with a remark and holds at least two. A numbered remark that asks for something needs no command.
 */
export function commentedCommands(block: CodeBlock): readonly CommentedCommand[] {
  const lines = block.text.split('\n')
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (!SHELLS.has(block.language) || !REMARK.test(first) || lines.some((line) => PROMPT.test(line))) return []
  const groups: { remark: string; text: string[]; line: number }[] = []
  lines.forEach((line, index) => {
    const remark = REMARK.exec(line)?.[1]
    if (remark !== undefined) groups.push({ remark, text: [], line: block.codeLine + index + 1 })
    else groups.at(-1)?.text.push(line)
  })
  const found = groups.flatMap(({ remark, text, line }): CommentedCommand[] => {
    const lead = text.findIndex((one) => one.trim() !== '')
    const orphan = NUMBERED_REMARK.test(remark) && asksForAction(remark.replace(NUMBERED_REMARK, ''))
    if (lead < 0) return orphan ? [{ remark, line: line - 1 }] : []
    const command = { language: block.language, text: text.slice(lead).join('\n').trimEnd(), line: line + lead }
    return [{ remark, line: command.line, command }]
  })
  return found.length >= 2 ? found : []
}

/** `# systemctl ...` in a console is a command of the administrator; `# a remark` is not. */
function isRootPrompt(line: string): boolean {
  return ROOT_PROMPT.test(line) && INLINE_COMMAND.test(line.replace(ROOT_PROMPT, ''))
}

function prompted(
  lines: readonly string[],
  isPrompt: (line: string) => boolean,
  language: string,
  firstLine: number,
): Command[] {
  const found: { text: string[]; output: string[]; line: number; isQuery: boolean; continues: boolean }[] = []
  lines.forEach((line, index) => {
    const last = found.at(-1)
    if (isPrompt(line)) {
      const text = line.replace(PROMPT, '').replace(ROOT_PROMPT, '')
      const isQuery = isOpenQuery(lines, index, text, isPrompt)
      found.push({ text: [text], output: [], line: firstLine + index, isQuery, continues: isQuery || continues(text) })
    } else if (last?.continues) {
      const text = line.replace(/^\s*>\s/, '')
      last.text.push(text)
      last.continues = last.isQuery ? !ENDS_A_QUERY.test(text) : continues(text)
    } else last?.output.push(line)
  })
  const shown = found.some(({ output }) => output.some((line) => line.trim() !== ''))
  if (!shown) {
    const text = found.map((command) => command.text.join('\n')).join('\n')
    return [{ language, text, line: found[0]?.line ?? firstLine }]
  }
  return found.map(({ text, output, line }) => {
    const answer = output
      .join('\n')
      .trimEnd()
      .replace(/^[ \t]*\n/, '')
    return { language, text: text.join('\n'), line, ...(answer === '' ? {} : { output: answer }) }
  })
}

function continues(text: string): boolean {
  return /(?:\\|\||&&|\|\|)\s*$/.test(text)
}

/** Whether a query that was typed at a prompt goes on below: one that ends in no semicolon, with a line before the next prompt that does. */
function isOpenQuery(lines: readonly string[], at: number, text: string, isPrompt: (line: string) => boolean): boolean {
  if (!QUERY_START.test(text) || ENDS_A_QUERY.test(text)) return false
  for (let index = at + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (isPrompt(line)) return false
    if (ENDS_A_QUERY.test(line)) return true
  }
  return false
}
