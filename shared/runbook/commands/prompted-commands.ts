import type { Command } from '../runbook.ts'
import type { CodeBlock } from '../text/block.ts'
import { isBareCommand, isShellCommand, REMARK } from './command-lines.ts'
import { PLAIN_TEXT } from './command-words.ts'
import type { PromptReader } from './prompts.ts'
import { IS_ANOTHER_WAY } from './script-remarks.ts'
import { shellOf } from './shell-of-command.ts'
import { isOfAConsole, typedFrom } from './typed-on.ts'

type Typed = {
  readonly text: string[]
  readonly output: string[]
  readonly line: number
  readonly mark: string
  /** It is done instead of what stands above it. */
  readonly isWay: boolean
}

/** The commands of a block that shows prompts: what stands behind them, and what was typed on below; the rest is what they answered (R3). */
export function promptedCommands(block: CodeBlock, prompt: PromptReader): readonly Command[] {
  const { codeLine } = block
  const lines = block.text.split('\n')
  const found: Typed[] = []
  let remarks: string[] = []
  const isAbovePrompt = promptsBelow(lines, prompt)
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const mark = prompt(line) ?? (isTypedWithout(line, found.at(-1)) ? '' : undefined)
    if (mark !== undefined) {
      const text = typedFrom(lines, index, mark, prompt)
      // A remark stays with its command; a shell passes it over.
      const isWay = remarks.some((remark) => IS_ANOTHER_WAY.test(REMARK.exec(remark)?.[1] ?? ''))
      found.push({ text: [...remarks, ...text], output: [], line: codeLine + index, mark, isWay })
      remarks = []
      index += text.length - 1
    } else if (!(REMARK.test(line) && isAbovePrompt[index])) found.at(-1)?.output.push(line)
    else remarks.push(line.trim())
  }
  for (const { text, output } of found) if (areRemarksBelow(output)) text.push(...output.splice(0))
  // A prompt at which nothing was typed yet closes what the one above it answered.
  const typed = found.filter(({ text }) => text.some((line) => line.trim() !== ''))
  const answered = found.some(({ output }) => output.some((line) => line.trim() !== ''))
  if (!answered) {
    return atOnePlace(typed).map((group) => {
      const text = group.map((command) => command.text.join('\n')).join('\n')
      return { language: languageOf(block, group[0], text), text, line: group[0]?.line ?? codeLine }
    })
  }
  return typed.map((one) => {
    const answer = one.output
      .join('\n')
      .trimEnd()
      .replace(/^[ \t]*\n/, '')
    const text = one.text.join('\n')
    const command = { language: languageOf(block, one, text), text, line: one.line }
    return answer === '' ? command : { ...command, output: answer }
  })
}

/** The language of what was typed: behind the prompt of a console, in a block that says nothing of it, it is for no shell; behind that of a shell plain text is. */
function languageOf({ language }: CodeBlock, typed: Typed | undefined, text: string): string {
  if (typed === undefined || !isOfAConsole(typed.mark) || isShellCommand(text))
    return PLAIN_TEXT.has(language) ? 'sh' : language
  return shellOf({ language, text }) === null ? language : 'text'
}

/** "relayctl exec ring-b -- sh" above the prompt of the shell that it opens, or a call below what sets names for it and prints nothing. */
function isTypedWithout(line: string, last: Typed | undefined): boolean {
  if (!isBareCommand(line)) return false
  return (
    last === undefined || (last.output.every((one) => one.trim() === '') && PRINTS_NOTHING.test(last.text.at(-1) ?? ''))
  )
}

const PRINTS_NOTHING = /^\s*(?:(?:export|cd|alias|unset) \S+|[A-Za-z_]\w*=(?:"[^"]*"|'[^']*'|\S*))\s*$/

/** Commands that are pasted together: those behind the same prompt, whatever the folder. What is typed in the shell that another one opens is pasted there. */
function atOnePlace(found: readonly Typed[]): readonly Typed[][] {
  const groups: { place: string; typed: Typed[] }[] = []
  for (const typed of found) {
    const last = groups.at(-1)
    const place = typed.mark === '' ? (last?.place ?? '') : typed.mark.replace(/[~/][^\s$#%>]*/, '').trim()
    if (last?.place === place && !typed.isWay) last.typed.push(typed)
    else groups.push({ place, typed: [typed] })
  }
  return groups.map(({ typed }) => typed)
}

/** A remark or two below a command and nothing else were not printed: they say what to do in it, or what to make of it. */
function areRemarksBelow(output: readonly string[]): boolean {
  return output.length > 0 && output.length < 4 && output.every((line) => /^\s*#+ (?!HELP|TYPE)\S/.test(line))
}

/** For each line whether what follows it, remarks and blank lines passed over, is a prompt: a remark there was not printed. */
function promptsBelow(lines: readonly string[], prompt: PromptReader): readonly boolean[] {
  const found: boolean[] = []
  let next = false
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    found[index] = next
    const line = lines[index] ?? ''
    if (line.trim() !== '' && !REMARK.test(line)) next = prompt(line) !== undefined
  }
  return found
}
