import type { Command } from '../runbook.ts'
import type { CodeBlock } from '../text/block.ts'
import { continues, isBareCommand, PROMPT, REMARK } from './command-lines.ts'
import { withoutContinuation, withoutPrompt } from './prompts.ts'
import { warns } from './script-remarks.ts'

const QUERY_START = /^(?:select|with|insert|update|delete|alter|create|explain)\b/i
const ENDS_A_QUERY = /;\s*$/
/** The word that ends a text typed into a command: `cat <<EOF`. */
const HEREDOC = /<<-?\s*["']?(\w+)["']?/

/** Lines within which the end of a text or query is looked for: far more than anyone types at a prompt. */
const LONGEST_TYPED = 300

type Typed = {
  readonly text: string[]
  readonly output: string[]
  readonly line: number
  /** The line that ends it: the end of a text typed into it, or of a query. */
  readonly end: RegExp | undefined
  isOpen: boolean
}

/** The commands of a block that shows prompts: what stands behind them, and what was typed on below; the rest is what they answered (R3). */
export function promptedCommands(block: CodeBlock, isPrompt: (line: string) => boolean): readonly Command[] {
  const { language, codeLine } = block
  const lines = block.text.split('\n')
  const found: Typed[] = []
  let remarks: string[] = []
  const isAbovePrompt = promptsBelow(lines, isPrompt)
  lines.forEach((line, index) => {
    const last = found.at(-1)
    if (last?.isOpen && (last.end !== undefined || !isPrompt(line))) typeOn(last, line)
    else if (found.length === 0 && !isPrompt(line) && isBareCommand(line)) {
      // "relayctl exec ring-b -- sh" above the prompt of the shell that it opens.
      found.push(begin(lines, index, codeLine + index, isPrompt))
    } else if (isPrompt(line)) {
      const typed = begin(lines, index, codeLine + index, isPrompt)
      // A warning stays with its command; a shell passes it over.
      found.push(remarks.some(warns) ? { ...typed, text: [...remarks, ...typed.text] } : typed)
      remarks = []
    } else if (!(REMARK.test(line) && isAbovePrompt[index])) last?.output.push(line)
    else remarks.push(line)
  })
  for (const { text, output } of found) if (areRemarksBelow(output)) text.push(...output.splice(0))
  // A prompt at which nothing was typed yet closes what the one above it answered.
  const typed = found.filter(({ text }) => text.some((line) => line.trim() !== ''))
  const answered = found.some(({ output }) => output.some((line) => line.trim() !== ''))
  if (!answered) {
    return atOnePlace(typed, lines, codeLine).map((group) => ({
      language,
      text: group.map((command) => command.text.join('\n')).join('\n'),
      line: group[0]?.line ?? codeLine,
    }))
  }
  return typed.map(({ text, output, line }) => {
    const answer = output
      .join('\n')
      .trimEnd()
      .replace(/^[ \t]*\n/, '')
    return { language, text: text.join('\n'), line, ...(answer === '' ? {} : { output: answer }) }
  })
}

/** Commands that are pasted together: those behind the same prompt, whatever the folder. What is typed in the shell that another one opens is pasted there. */
function atOnePlace(found: readonly Typed[], lines: readonly string[], codeLine: number): readonly Typed[][] {
  const groups: { place: string; typed: Typed[] }[] = []
  for (const typed of found) {
    const line = lines[typed.line - codeLine] ?? ''
    const place = (PROMPT.exec(line)?.[0] ?? '').replace(/[~/][^\s$#%>]*/, '').trim()
    const last = groups.at(-1)
    if (last?.place === place) last.typed.push(typed)
    else groups.push({ place, typed: [typed] })
  }
  return groups.map(({ typed }) => typed)
}

function begin(lines: readonly string[], at: number, line: number, isPrompt: (line: string) => boolean): Typed {
  const text = withoutPrompt(lines[at] ?? '')
  const end = endOf(text, lines.slice(at + 1, at + 1 + LONGEST_TYPED), isPrompt)
  return { text: [text], output: [], line, end, isOpen: end !== undefined || continues(text) }
}

/** What ends a command of several lines: the word of its heredoc, or the semicolon of a query when one stands before the next prompt. */
function endOf(text: string, below: readonly string[], isPrompt: (line: string) => boolean): RegExp | undefined {
  const word = HEREDOC.exec(text)?.[1]
  if (word !== undefined) {
    const closing = new RegExp(`^\\s*${word}\\s*$`)
    return below.some((line) => closing.test(line)) ? closing : undefined
  }
  if (!QUERY_START.test(text) || ENDS_A_QUERY.test(text)) return undefined
  const prompt = below.findIndex(isPrompt)
  const until = below.slice(0, prompt < 0 ? undefined : prompt)
  return until.some((line) => ENDS_A_QUERY.test(line)) ? ENDS_A_QUERY : undefined
}

function typeOn(command: Typed, line: string): void {
  const text = withoutContinuation(line)
  command.text.push(text)
  command.isOpen = command.end === undefined ? continues(text) : !command.end.test(text)
}

/** A remark or two below a command and nothing else were not printed: they say what to do in it, or what to make of it. */
function areRemarksBelow(output: readonly string[]): boolean {
  return output.length > 0 && output.length < 4 && output.every((line) => /^\s*#+ (?!HELP|TYPE)\S/.test(line))
}

/** For each line whether what follows it, remarks and blank lines passed over, is a prompt: a remark there was not printed. */
function promptsBelow(lines: readonly string[], isPrompt: (line: string) => boolean): readonly boolean[] {
  const found: boolean[] = []
  let next = false
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    found[index] = next
    const line = lines[index] ?? ''
    if (line.trim() !== '' && !REMARK.test(line)) next = isPrompt(line)
  }
  return found
}
