import type { CodeBlock } from './block.ts'
import { isBareCommand, isShellCommand, isToolLine, PROMPT, REMARK } from './command-lines.ts'
import { PLAIN_TEXT, SHELLS, SHOWN_ONLY } from './command-words.ts'
import type { Command } from './runbook.ts'
import { isAllRemarks } from './script-remarks.ts'

const ROOT_PROMPT = /^\s*#\s+(?=[a-z./~])/
const OUTPUT = /^(?:HTTP\/|at [\w.$]+\(|[|+][-=|+ ]|[{}[\]<]|[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)?\s{2,}[A-Z])/
/** Lines of a log, whatever language the block claims to be of. */
const LOG_LINE =
  /^(?:\d{4}-\d\d-\d\d[T _]|\[?\d\d:\d\d:\d\d|<\d{1,3}>|\[?(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG|PANIC|CRITICAL)\b|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\w+\.go:\d+\]|Traceback \(|Caused by: |(?:\w+\.)*\w*(?:Error|Exception): |(?:fatal|panic): |(?:level|lvl|time|ts|err|error|msg|caller|severity)=["'\w])/
/** Lines, arrows and marks of a drawing or a decision tree. */
const DRAWING = /[\u2500-\u257F→❓]/u
const QUERY_START = /^(?:select|with|insert|update|delete|alter|create|explain)\b/i
const ENDS_A_QUERY = /;\s*$/
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
  return told.length > 0 && told.every((line) => isPair(line) && !isShellCommand(line.trim()))
}

/** What a tool printed when it failed: an error among lines of which none is a command by itself. */
function tellsOfAnError(lines: readonly string[]): boolean {
  return lines.some((line) => /^\s*(?:error|fatal|panic|warning)\b.{0,40}:\s/i.test(line)) && !lines.some(isBareCommand)
}

/** A block that says it is for a shell or a database, and holds something to run. */
export function isScript(block: CodeBlock): boolean {
  return block.language !== '' && SHELLS.has(block.language) && readCommands(block).length > 0
}

/** `# systemctl ...` in a console is a command of the administrator; `# a remark` is not. */
function isRootPrompt(line: string): boolean {
  return ROOT_PROMPT.test(line) && isShellCommand(line.replace(ROOT_PROMPT, ''))
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
