import type { Block, ListBlock } from '../text/block.ts'
import { decodeHtml } from '../text/html-attribute.ts'
import { parseBlocks } from '../text/parse-blocks.ts'
import { withoutCallOut } from '../words/sentence-mood.ts'
import {
  continues,
  inlineCommand,
  isBareCommand,
  isCallInAConsole,
  labelledCommand,
  looksTyped,
  SMALL_WORDS,
  withoutLinks,
} from './command-lines.ts'
import { promptMark, withoutPrompt } from './prompts.ts'
import { onlyCode } from './span-commands.ts'

type Paragraph = Block & { type: 'paragraph' }

/**
 * The blocks with code for what people paste into plain text: a paragraph that is nothing but a command, or nothing but code below a line that leads
 * to it, and the lines of a paragraph or an item that were typed (R3). `lines` are those of the file.
 */
export function withCodeParagraphs(blocks: readonly Block[], lines: readonly string[], lead?: Block): readonly Block[] {
  return blocks
    .filter((block, index) => !isAsideAboveCode(block, blocks[index - 1] ?? lead, blocks[index + 1]))
    .flatMap((block, index, kept) => {
      if (block.type === 'list') return namedCommands(block, kept[index - 1]) ?? [withCodeInItems(block, lines)]
      if (block.type === 'quote') return [typedInQuote(block, lines)]
      return block.type === 'paragraph' ? cutParagraph(block, kept[index - 1] ?? lead, lines) : [block]
    })
}

/**
 * "Some commands to see the state:" above items that are nothing but code: what each types, also in a console that is not known here. Undefined for any other list, and where the
 * tools are known, for then each item is a step.
 */
function namedCommands({ items }: ListBlock, before: Block | undefined): readonly Block[] | undefined {
  if (before?.type !== 'paragraph' || !NAMES_COMMANDS.test(before.inline.text)) return undefined
  const found = items.flatMap((item): Block[] => {
    const { line, endLine } = item
    const text = onlyCode(item) ?? ''
    if (!IS_A_CALL.test(text) || inlineCommand(text, line)) return []
    return [{ type: 'code', language: /^[A-Z]/.test(text) ? 'query' : 'sh', text, codeLine: line, line, endLine }]
  })
  return found.length === items.length ? found : undefined
}

const NAMES_COMMANDS =
  /^(?:(?:here|these) are )?(?:(?:some|the|these|a few|several|other|more|useful|helpful|following|basic|common) )+commands (?:to|for|that|which) [^.]*[:\uFF1A]$/i
/** `CLUSTER NODES`, `relayctl ring list` */
const IS_A_CALL = /^(?:[A-Z]{3,}(?: \S+)*|[a-z][\w./-]*(?: \S+)+)$/

/** "> make rings": commands that were quoted and nothing else. */
function typedInQuote(quote: Block & { type: 'quote' }, lines: readonly string[]): Block {
  const [only, second] = quote.blocks
  if (only?.type !== 'paragraph' || second !== undefined) return quote
  const { line, endLine } = only
  const source = lines.slice(line - 1, endLine).map((each) => asTyped(each.replace(/^[\s>]*/, '')))
  if (!source.every((each) => isTypedLine(each) || isCommandAlone(each))) return quote
  return { type: 'code', language: 'sh', text: source.join('\n'), codeLine: line, line, endLine }
}

function isCommandAlone(text: string): boolean {
  const command = inlineCommand(text, 0)
  return command !== undefined && (command.language === 'sql' || !(SMALL_WORDS.test(text) || /[.!?:,;]$/.test(text)))
}

const itemsRead = new WeakMap<ListBlock, ListBlock>()

function withCodeInItems(list: ListBlock, lines: readonly string[]): ListBlock {
  const known = itemsRead.get(list)
  if (known) return known
  const items = list.items.map((item) => {
    const [first, ...rest] = item.blocks
    // An item that is nothing but a command has that for its words.
    const head = first?.type === 'paragraph' ? cutOnce(first, lines) : []
    const words = head[0]?.type === 'paragraph' ? head : item.blocks.slice(0, 1)
    return { ...item, blocks: [...words, ...withCodeParagraphs(rest, lines, first)] }
  })
  // Without anything typed the items stay the very same, since others know them by that.
  const isSame = items.every(({ blocks }, index) =>
    blocks.every((block, at) => block === list.items[index]?.blocks[at]),
  )
  const read = isSame ? list : { ...list, items }
  itemsRead.set(list, read)
  return read
}

/** "(the number may differ)" or "Note: ..." between the line that leads to code and the code. */
function isAsideAboveCode(block: Block, before: Block | undefined, next: Block | undefined): boolean {
  if (before?.type !== 'paragraph' || next?.type !== 'code' || !/[:\uFF1A]$/.test(before.inline.text)) return false
  if (block.type === 'quote') return block.blocks.every(({ type }) => type === 'paragraph')
  if (block.type !== 'paragraph') return false
  const { text } = block.inline
  return /^\(.*\)[.:]?$/.test(text) || (withoutCallOut(text).isWarning && !/[:\uFF1A]$/.test(text))
}

const paragraphsRead = new WeakMap<Paragraph, readonly Block[]>()

function cutParagraph(paragraph: Paragraph, before: Block | undefined, lines: readonly string[]): readonly Block[] {
  const { inline, line, endLine } = paragraph
  const [code = ''] = inline.codes
  const isLedTo = before?.type === 'paragraph' && LEADS_TO_CODE.test(before.inline.text)
  if (inline.codes.length === 1 && code.trim() === inline.text && (isLedTo || inlineCommand(code, line)))
    return [{ type: 'code', language: '', text: code.trim(), codeLine: line, line, endLine }]
  if (before?.type === 'paragraph' && LEADS_TO_QUERY.test(before.inline.text) && isQueryAlone(paragraph))
    return [{ type: 'code', language: 'text', text: inline.text, codeLine: line, line, endLine }]
  return cutOnce(paragraph, lines)
}

/** "Check the logs for:" leads to what is looked for, and not to what is typed. */
const LEADS_TO_CODE = /(?<!\bfor\s?)[:\uFF1A]$/i
/** "Check the logs using this query:" */
const LEADS_TO_QUERY = /\b(?:query|search|filter|expression|command)(?: (?:below|string))?\s*[:\uFF1A]$/i

/** A query of a console that is not known here, pasted as a line of text: it has signs of code and no small words of a sentence. */
function isQueryAlone({ inline, line, endLine }: Paragraph): boolean {
  const { text } = inline
  const isAlone = line === endLine && inline.codes.length === 0 && inline.links.length === 0
  return isAlone && /[=:@|*{}()<>$_]/.test(text) && !/[.!?:,;]$/.test(text) && !IN_SENTENCES.test(text)
}

/** In capitals these are words of queries. */
const IN_SENTENCES = /\s(?:the|a|an|is|are|was|to|and|or|for|with|from|should|can|that|it)\s/

/** Sections are read again for each kind of step they may hold; their paragraphs are cut but once. */
function cutOnce(paragraph: Paragraph, lines: readonly string[]): readonly Block[] {
  const known = paragraphsRead.get(paragraph)
  if (known) return known
  const read = atTypedLines(paragraph, lines)
  paragraphsRead.set(paragraph, read)
  return read
}

/** A paragraph cut into its words and the lines that were typed; itself where none was. */
function atTypedLines(paragraph: Paragraph, lines: readonly string[]): readonly Block[] {
  const source = lines.slice(paragraph.line - 1, paragraph.endLine).map(withoutHardBreak)
  // In HTML a whole list may stand on one line, which is the source of no one item.
  if (source.some((line) => line.length > 2 * paragraph.inline.text.length + LONGEST_MARK_UP)) return [paragraph]
  const query = paragraph.inline.bold ? source.map((line) => line.replace(/\*\*/g, '')) : source
  const isQuery = /;\s*$/.test(query.at(-1) ?? '') && labelledCommand(query.join(' ').trim(), 0)?.language === 'sql'
  const inSpan = spansOver(source)
  const cuts: { typed: boolean; from: number; text: string[] }[] = []
  source.forEach((line, index) => {
    const last = cuts.at(-1)
    const typed =
      isQuery ||
      (!inSpan[index] && isTypedLine(decodeHtml(line))) ||
      (last?.typed === true && (continues(last.text.at(-1) ?? '') || /^\s*# \S/.test(line)))
    if (last && last.typed === typed) last.text.push(line)
    else if (!(last?.typed && IN_BRACKETS.test(line))) cuts.push({ typed, from: paragraph.line + index, text: [line] })
  })
  if (!cuts.some(({ typed }) => typed)) return [paragraph]
  return cuts.flatMap(({ typed, from, text }): readonly Block[] => {
    const place = { line: from, endLine: from + text.length - 1 }
    const code = text.map(asTyped).join('\n')
    if (typed) return [{ type: 'code', language: isQuery ? 'sql' : '', text: code, codeLine: from, ...place }]
    const words = parseBlocks(text.join('\n').replace(MARKER, '')).find((block) => block.type === 'paragraph')
    return words ? [{ ...words, ...place }] : []
  })
}

/** What was typed stands in plain text without the marks of Markdown: a bold query, signs that the author kept from being marks (`\\_`, `&lt;`), addresses as links. */
function asTyped(line: string): string {
  const text = line
    .replace(/^\s*\*\*|\*\*\s*$/g, '')
    .replace(/\\([_*<>#~])/g, '$1')
    .replace(/<((?:https?|ftp|s3):\/\/[^\s<>]{1,500})>/g, '$1')
    .trim()
  return decodeHtml(withoutLinks(text))
}

/** A line without the backslash by which Markdown ends it, where the next one is typed or told by itself and the shell would take both for one word. */
function withoutHardBreak(line: string, index: number, all: readonly string[]): string {
  const next = all[index + 1]?.replace(MARKER, '')
  const ends = next !== undefined && /[^\s\\]\\$/.test(line) && (/^\p{Lu}\p{Ll}+ /u.test(next) || isTypedLine(next))
  return ends ? line.slice(0, -1) : line
}

/** For each line whether a code span goes over its end or its beginning: it is part of a sentence. */
function spansOver(lines: readonly string[]): readonly boolean[] {
  let isOpen = false
  return lines.map((line) => {
    const wasOpen = isOpen
    if ((line.match(/`/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen
    return wasOpen || isOpen
  })
}

/** What links and marks may add to the words of a line. */
const LONGEST_MARK_UP = 1_000

/** What stands before the words of an item or a quote. */
const MARKER = /^(?:\s*(?:>|[-*+]|(?:\d{1,9}|[a-h])[.)])\s+)+(?:\[[ xX]?\]\s+)?/

/** "(note the missing ending)" */
const IN_BRACKETS = /^\s*\(.*\)\s*$/
/** Whether a line of plain text was pasted from a terminal or a console: it has a prompt, or is a whole command, query or call (R3). */
export function isTypedLine(line: string): boolean {
  const text = line.trim()
  if (/^\$ \S/.test(text) || isBareCommand(text) || isCallInAConsole(text)) return true
  if (promptMark(text) !== undefined) return /^\S*[@~/]\S*/.test(text) || looksTyped(withoutPrompt(text))
  return labelledCommand(text, 0) !== undefined || hasAnOption(text)
}

/** A tool that is not known here, with an option and no words of a sentence. */
function hasAnOption(text: string): boolean {
  return (
    inlineCommand(text, 0) !== undefined &&
    /^[a-z./].*\s--?[a-z]/.test(text) &&
    !SMALL_WORDS.test(text) &&
    !/[.!?:,;]$/.test(text)
  )
}
