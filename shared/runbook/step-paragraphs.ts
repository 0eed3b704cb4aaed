import type { Block, Inline } from './block.ts'
import { isBareCommand } from './command-lines.ts'
import type { Command } from './runbook.ts'
import { asksForAction, sentencesOf } from './step-words.ts'

type Paragraph = Block & { type: 'paragraph' }

/** Words that introduce code and say nothing of it. */
const EMPTY_INTRODUCTION =
  /^(?:for (?:example|instance)|examples?|e\.?g\.?|like (?:so|this)|as follows|run|run (?:this|the following)(?: commands?)?|use|use (?:this|the following)(?: commands?)?|commands?|then|i\.?e\.?)\s*[:.]?$/i

/** A sentence that goes with the one before it. */
const ASIDE =
  /^(?:please )?(?:note|notice|beware|remember|be aware|keep in mind|alternatively|if (?:not|so|you (?:do not|don['\u2019]t)))\b/i

/** A paragraph in which commands stand as plain lines, cut into the words and the commands that follow them. */
type PlainCommand = { readonly words: string; readonly command: Command }

/** Whether a paragraph above a code block does not say what the code is for: "For example:", or only the name of a file. */
export function saysNothing({ text, prose }: Inline): boolean {
  return EMPTY_INTRODUCTION.test(text) || (!/\p{L}/u.test(prose) && /^\S+\.\w{1,5}:?$/.test(text))
}

/** A paragraph without a last "Use:" or "For example:" that only leads to the code below. */
export function withoutIntroduction(text: string): string {
  const sentences = sentencesOf(text)
  return sentences.length > 1 && EMPTY_INTRODUCTION.test(sentences.at(-1) ?? '')
    ? sentences.slice(0, -1).join(' ')
    : text
}

/** Whether a paragraph begins with what to do, or with when to do it: enough to be a step beside bullets. */
export function leadsWithAction(inline: Inline): boolean {
  const [first] = sentencesOf(wordsBesideCode(inline))
  return first !== undefined && asksForAction(first)
}

/** Whether a paragraph asks for something in its own words: of "`make test` writes a row" the command is what does it. */
export function asksInWords(inline: Inline): boolean {
  return asksForAction(wordsBesideCode(inline))
}

function wordsBesideCode({ text, codes }: Inline): string {
  const [code = ''] = codes
  return code !== '' && text.startsWith(code) ? text.slice(code.length).trimStart() : text
}

/** Whether a command is most of what a paragraph says, as in "on the primary: `ps -ef | grep sender`". */
export function isMostlyCommand({ text, codes }: Inline): boolean {
  return codes.some((code) => code.length * 3 >= text.length)
}

/** The sentences of a paragraph that is nothing but instructions; empty when it says anything else. */
export function instructionsIn(text: string): readonly string[] {
  const sentences: string[] = []
  for (const sentence of sentencesOf(text)) {
    if (ASIDE.test(sentence) && sentences.length > 0) sentences.push(`${sentences.pop()} ${sentence}`)
    else sentences.push(sentence)
  }
  return sentences.length > 1 && sentences.every(asksForAction) ? sentences : []
}

/**
 * The orders of a paragraph in which each line is one, as people type them with no marks in front. A line that orders nothing goes with the one above it.
 * Empty when a line begins in the middle of a sentence or holds any mark-up: then it is ordinary text.
 */
export function orderLines(paragraph: Paragraph, lines: readonly string[]): readonly { text: string; line: number }[] {
  const source = lines.slice(paragraph.line - 1, paragraph.endLine).map((line) => line.trim())
  if (source.length < 2 || source.some((line) => !/^\p{Lu}/u.test(line) || /[*_`[<]/.test(line))) return []
  const orders: { text: string; line: number }[] = []
  source.forEach((text, index) => {
    const last = orders.at(-1)
    if (last === undefined || asksForAction(text)) orders.push({ text, line: paragraph.line + index })
    else last.text += ` ${text}`
  })
  return orders.length > 1 && orders.every(({ text }) => asksForAction(text)) ? orders : []
}

/** The commands that stand as plain lines of a paragraph, each with the words above it. `lines` are those of the file. */
export function plainCommands(paragraph: Paragraph, lines: readonly string[]): readonly PlainCommand[] {
  const found: PlainCommand[] = []
  let words: string[] = []
  lines.slice(paragraph.line - 1, paragraph.endLine).forEach((line, index) => {
    const text = line.trim()
    if (isBareCommand(text)) {
      found.push({
        words: words.join(' '),
        command: { language: 'sh', text, line: paragraph.line + index },
      })
      words = []
    } else words.push(text)
  })
  return found
}
