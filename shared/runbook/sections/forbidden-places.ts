import { isBareCommand } from '../commands/command-lines.ts'
import { allowedCode } from '../commands/cut-code.ts'
import { allowedRows } from '../passages/allowed-rows.ts'
import type { ForbiddenCode } from '../runbook.ts'
import type { Block, CodeBlock, Inline, ListItem, ParagraphBlock } from '../text/block.ts'
import { isMarkedAsBan, withoutBanMark } from '../words/ban-marks.ts'
import {
  type BanOfCode,
  bansAbove,
  forbidsItems,
  headsBans,
  headsUnledBan,
  isOtherCase,
  keepsFromCode,
  keepsFromRoot,
  labelsBans,
  pointsAbove,
  titlesBan,
} from '../words/bans.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { labelsTheWrongWay } from '../words/wrong-ways.ts'
import { holdsCode, isRemark, lastForbiddenInBox } from './box-titles.ts'
import { BOLD_LEVEL, type Section } from './sections.ts'

/** What of a text may be done, with the same places, and the code that may not. */
export type Allowed = { readonly sections: readonly Section[]; readonly forbidden: readonly ForbiddenCode[] }

/**
 * The sections without what their author forbids: below a heading, a line or an item that does, code that says so itself or has it said behind it, rows of a table,
 * and what is struck through. Everything that offers steps or commands reads these; what is left out is told beside a step.
 */
export function withoutForbidden(sections: readonly Section[]): Allowed {
  const reader = new BanReader()
  const banned = bannedSections(sections)
  const allowed = sections.map((section, index) => {
    const next = sections[index + 1]
    // "**Do not run the above.**" is read as a heading of its own.
    const behind =
      next !== undefined && next.level >= BOLD_LEVEL
        ? { words: next.heading, isAboveCode: next.blocks[0]?.type === 'code' }
        : undefined
    const blocks = banned.has(index)
      ? reader.leaveOut(section.blocks, section.level >= BOLD_LEVEL && !banned.has(section.parent ?? -1))
      : reader.readBelow(section, behind)
    return blocks === section.blocks ? section : { ...section, blocks }
  })
  return { sections: allowed, forbidden: reader.forbidden.toSorted((one, other) => one.line - other.line) }
}

/** The places of the sections that a heading forbids, with those below it as far as none announces what to do. */
export function bannedSections(sections: readonly Section[]): ReadonlySet<number> {
  const banned = new Set<number>()
  for (const section of sections) {
    const { index, heading, level, topic, parent } = section
    const isTitle = level <= 1 && index <= 1
    const isOfParent = parent !== undefined && banned.has(parent) && !isToDo(heading, topic)
    const leads = () => leadsToABan(section) && !isOtherCase(heading, () => sections.map((each) => each.heading))
    const bans = () => headsBans(heading) || leads() || holdsNothingElse(section)
    if (isOfParent || (!isTitle && heading !== '' && bans())) banned.add(index)
  }
  return banned
}

/** "DANGER" above nothing but code. */
const holdsNothingElse = (section: Section): boolean =>
  section.end === section.index + 1 && section.blocks.length > 0 && endOfUnled(section) === section.blocks.length

/** How many blocks of a section are code that no words lead to, with remarks, below a heading that then keeps from it. */
function endOfUnled({ heading, level, blocks }: Section): number {
  if (level >= BOLD_LEVEL || !headsUnledBan(heading)) return 0
  const end = blocks.findIndex((block) => block.type !== 'code' && !isRemark(block))
  const own = end < 0 ? blocks : blocks.slice(0, end)
  return own.findLastIndex(({ type }) => type === 'code') + 1
}

/** "**Do not delete the claim, it loses data:**", "**Buggy pattern** (loses rows):" straight above the code or the list that does. */
function leadsToABan({ heading, level, endsOpen, blocks: [first] }: Section): boolean {
  const words = endsOpen ? `${heading}:` : heading
  return first?.type === 'code'
    ? keepsFromCode(words) || (level >= BOLD_LEVEL && labelsTheWrongWay(heading))
    : first?.type === 'list' && endsOpen === true && forbidsItems(words)
}

const isToDo = (heading: string, topic: Section['topic']): boolean =>
  topic === 'mitigation' || topic === 'debugging' || /\binstead\b/i.test(heading)

/** Reads blocks, and keeps the code that is forbidden among them. */
class BanReader {
  readonly forbidden: ForbiddenCode[] = []

  /** The blocks of a section that may be done, as `read` does, without what its heading keeps from. */
  readBelow(section: Section, behind: BoldLine | undefined): readonly Block[] {
    const end = endOfUnled(section)
    if (end === 0) return this.read(section.blocks, behind)
    this.note(section.blocks.slice(0, end))
    return this.read(section.blocks.slice(end), behind)
  }

  /** The blocks that may be done, the given ones where all may; `behind` are the words that follow the last. */
  read(blocks: readonly Block[], behind?: BoldLine): readonly Block[] {
    const out = this.forbiddenBlocks(blocks, behind)
    const left = blocks.flatMap((block, index): readonly Block[] => {
      if (out.has(index)) return out.get(index) ?? []
      switch (block.type) {
        case 'code':
          return this.readCode(block, isLedTo(blocks, index))
        case 'list': {
          const items = block.items.flatMap((item) => this.readItem(item))
          if (items.length === 0) return []
          return isSame(items, block.items) ? [block] : [{ ...block, items }]
        }
        case 'quote': {
          const inner = this.read(block.blocks)
          return inner === block.blocks ? [block] : inner.length === 0 ? [] : [{ ...block, blocks: inner }]
        }
        case 'table': {
          const rows = allowedRows(block)
          return rows === block.rows ? [block] : rows.length === 0 ? [] : [{ ...block, rows }]
        }
        case 'paragraph':
          return block.inline.isStruck || (isMarked(block.inline) && !leadsOn(block.inline.text, blocks[index + 1]))
            ? []
            : [block]
        default:
          return [block]
      }
    })
    return isSame(left, blocks) ? blocks : left
  }

  /** Nothing of a section that a heading forbids; of a bold line as far as its first list, or the code that follows it. */
  leaveOut(blocks: readonly Block[], isBold: boolean): readonly Block[] {
    const end = isBold ? endOfBan(blocks) : blocks.length
    this.note(blocks.slice(0, end))
    return end < blocks.length ? this.read(blocks.slice(end)) : []
  }

  /** What takes the place of each block that some other one forbids. */
  private forbiddenBlocks(
    blocks: readonly Block[],
    behind: BoldLine | undefined,
  ): ReadonlyMap<number, readonly Block[]> {
    const out = new Map<number, readonly Block[]>()
    blocks.forEach((block, index) => {
      if (block.type === 'code') {
        const ban = banBehind(blocks, index, behind)
        if (ban === 'everywhere' || (ban === 'somewhere' && !isLedTo(blocks, index))) this.takeOut(out, blocks, index)
        return
      }
      if (block.type !== 'paragraph' && block.type !== 'quote') return
      const last =
        block.type === 'paragraph' && block.boxEnd !== undefined
          ? lastForbiddenInBox(block, blocks, index)
          : this.lastForbiddenBelow(wordsBefore(block, blocks[index + 1]), blocks, index)
      for (let at = index + 1; at <= last; at += 1) this.takeOut(out, blocks, at)
      if (last > index) out.set(index, withoutBan(block))
    })
    return out
  }

  private takeOut(out: Map<number, readonly Block[]>, blocks: readonly Block[], index: number): void {
    const block = blocks[index]
    if (block === undefined || out.has(index)) return
    if (block.type !== 'paragraph') this.note([block])
    out.set(index, block.type === 'paragraph' ? [block] : [])
  }

  /** The place of the last block that a line forbids: the list, or the code, that it leads to. Its own place where it forbids none. */
  private lastForbiddenBelow(text: string, blocks: readonly Block[], index: number): number {
    if (ENDS_OPEN.test(text) && isOtherCase(text, () => blocks.map(wordsOf))) return index
    const isOfAbove = pointsAbove(text) || blocks[index + 1]?.type !== 'code'
    const isBehindCode = blocks[index - 1]?.type === 'code' && bansAbove(text) !== undefined
    if ((isBehindCode && isOfAbove) || !leadsOn(text, blocks[index + 1])) return index
    let at = index + 1
    // "It drops all data." between the ban and its code.
    while (isRemark(blocks[at]) && at < index + MOST_REMARKS) at += 1
    const block = blocks[at]
    // "Never do this." further down may be said of what stands above.
    const isLabel = labelsBans(text) && (index === 0 || !/\.\W*$/.test(text))
    if (block?.type === 'list') return isLabel || (at === index + 1 && forbidsItems(text)) ? at : index
    if (
      block?.type !== 'code' ||
      !(isLabel || keepsFromCode(text) || (keepsFromRoot(text) && RUNS_AS_ROOT.test(block.text)))
    )
      return index
    while (IS_OF_SEVERAL.test(text) && blocks[at + 1]?.type === 'code') at += 1
    return at
  }

  private readItem(item: ListItem): readonly ListItem[] {
    const [first] = item.blocks
    if (first?.type === 'paragraph' && (first.inline.isStruck || isMarked(first.inline))) {
      this.note(item.blocks)
      return []
    }
    const blocks = this.read(item.blocks)
    if (blocks === item.blocks) return [item]
    // "Not allowed" above a remark and what is not.
    const isNone = blocks[0] !== first && blocks.every(isRemark)
    return isNone ? [] : [{ ...item, blocks }]
  }

  private readCode(code: CodeBlock, isLed: boolean): readonly Block[] {
    const own = code.title ?? code.label
    const allowed = own !== undefined && titlesBan(own) ? [] : allowedCode(code, isLed)
    if (allowed.length !== 1 || allowed[0] !== code) this.note([code])
    return allowed
  }

  private note(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'code') this.forbidden.push({ line: block.line, endLine: block.endLine, text: block.text })
      else if (block.type === 'quote') this.note(block.blocks)
      else if (block.type === 'list') for (const item of block.items) this.note(item.blocks)
    }
  }
}

/** "\u274C `relayctl purge --all`", with or without the marks of code. */
const isMarked = ({ prose, text }: Inline): boolean =>
  isMarkedAsBan(prose) || (withoutBanMark(text) !== text && isBareCommand(withoutBanMark(text)))

type QuoteBlock = Extract<Block, { type: 'quote' }>

/** What a paragraph says, or a quote that holds nothing but words: "> Never run this here." above code says it as well as without its mark. */
function wordsOf(block: Block): string {
  if (block.type === 'paragraph') return block.inline.text
  if (block.type !== 'quote' || !block.blocks.every(({ type }) => type === 'paragraph')) return ''
  return block.blocks.map(wordsOf).join(' ')
}

/** "Never run `relayctl purge`." above code that is nothing else says "Never run this." */
function wordsBefore(block: Block, next: Block | undefined): string {
  const words = wordsOf(block)
  const typed = next?.type === 'code' ? next.text.trim() : ''
  const isNamed = block.type === 'paragraph' && block.inline.codes.some((code) => code.trim() === typed)
  return isNamed ? words.replace(typed, () => 'this') : words
}

/** The bold line that follows some blocks. */
type BoldLine = { readonly words: string; readonly isAboveCode: boolean }

/** The ban that stands straight behind code. Above other code it is of that, where this has words of its own, and of both where it has none. */
function banBehind(blocks: readonly Block[], index: number, behind: BoldLine | undefined): BanOfCode | undefined {
  const next = blocks[index + 1]
  if (next !== undefined && (wordsOf(next) === '' || holdsCode(blocks, index + 1))) return undefined
  const { words, isAboveCode } =
    next === undefined
      ? (behind ?? { words: '', isAboveCode: false })
      : { words: wordsOf(next), isAboveCode: blocks[index + 2]?.type === 'code' }
  const hasWords = blocks[index - 1]?.type === 'paragraph'
  return isAboveCode && hasWords && !pointsAbove(words) ? undefined : bansAbove(words)
}

const RUNS_AS_ROOT = /^\s*(?:[$#] )?(?:sudo (?!-u\b|--user\b)|su\b)/m
const ENDS_OPEN = /[:\uFF1A]$/
const MOST_REMARKS = 3
const IS_OF_SEVERAL = /\b(?:commands|these|things|any of|statements|queries|both)\b/i

const leadsOn = (text: string, next: Block | undefined): boolean =>
  next?.type === 'list' || next?.type === 'code' || (next?.type === 'paragraph' && keepsFromCode(text))

/** Whether words straight above code lead to it: "Change the settings:". */
function isLedTo(blocks: readonly Block[], index: number): boolean {
  const before = blocks[index - 1]
  return before?.type === 'paragraph' && ENDS_OPEN.test(before.inline.text) && !keepsFromCode(before.inline.text)
}

/** Of "Restart it. Never run:" the order is left. */
function withoutBan(block: ParagraphBlock | QuoteBlock): readonly Block[] {
  if (block.type === 'quote') {
    const inner = block.blocks.flatMap((each) => (each.type === 'paragraph' ? withoutBan(each) : [each]))
    return inner.length === 0 ? [] : [{ ...block, blocks: inner }]
  }
  const { text, prose } = block.inline
  const left = allowedSentences(text)
  if (block.boxEnd !== undefined || !asksForAction(left)) return []
  return [{ ...block, inline: { ...block.inline, text: left, prose: allowedSentences(prose) } }]
}

const allowedSentences = (words: string): string =>
  sentencesOf(words)
    .filter((sentence) => !keepsFromCode(sentence))
    .join(' ')

function endOfBan(blocks: readonly Block[]): number {
  const first = blocks.findIndex(({ type }) => type === 'list' || type === 'code' || type === 'table')
  if (first < 0) return blocks.length
  let end = first + 1
  while (blocks[first]?.type === 'code' && blocks[end]?.type === 'code') end += 1
  return end
}

const isSame = <Each>(some: readonly Each[], others: readonly Each[]): boolean =>
  some.length === others.length && some.every((each, index) => each === others[index])
