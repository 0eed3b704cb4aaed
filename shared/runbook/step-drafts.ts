import type { Block, CodeBlock, Inline, ListBlock, ListItem } from './block.ts'
import { commentedCommands, readCommands } from './read-commands.ts'
import type { Command } from './runbook.ts'
import type { Section } from './sections.ts'
import {
  hasTask,
  holdsAction,
  itemCommands,
  itemText,
  openQuote,
  spanCommands,
  stepItems,
  textOfCommand,
  wordsOf,
} from './step-items.ts'
import { isStepTable, stepRows } from './step-table.ts'
import { asksForAction, firstAction, sentencesOf } from './step-words.ts'
import { withoutNumber } from './topic.ts'

/** A step before it has its id: what the words rules need is still at hand. */
export type StepDraft = {
  readonly text: string
  readonly prose: string
  markdown: string
  readonly commands: Command[]
  readonly section: string
  readonly line: number
  readonly depth: number
  readonly checkedInSource: boolean
  readonly tier: Tier
}

/** What makes the steps of a section, best first (R3). */
export type Tier = 'tasks' | 'ordered' | 'bullets' | 'code' | 'heading' | 'prose' | 'terms'

const LONG_TEXT = 220
const NUMBERED = /^\W*(?:step\s*)?\d{1,2}(?:\.\d{1,2})?\s*[.):\u2013\u2014-]?\s/iu

/** Reads the steps of one section, without those of the sections below it. `lines` are the source lines of the file. */
export class DraftReader {
  private readonly drafts: StepDraft[] = []
  private tier: Tier = 'tasks'
  private readonly section: Section
  private readonly title: string
  private readonly lines: readonly string[]
  private readonly seenCode = new Set<CodeBlock>()

  constructor(section: Section, lines: readonly string[]) {
    this.section = section
    this.title = section.heading
    this.lines = lines
  }

  /** The steps of the best tier there is, or of the given one. */
  read(tiers: readonly Tier[]): StepDraft[] {
    const blocks = this.section.blocks.flatMap(openQuote)
    for (const tier of tiers) {
      this.drafts.length = 0
      this.seenCode.clear()
      this.tier = tier
      this.readTier(tier, blocks)
      if (this.drafts.length > 0) return [...this.drafts]
    }
    return []
  }

  private readTier(tier: Tier, blocks: readonly Block[]): void {
    switch (tier) {
      case 'tasks':
        if (blocks.some(hasTask)) this.readLists(blocks, (list) => list, true)
        return
      case 'ordered':
        if (blocks.some((block) => (block.type === 'list' && block.ordered) || isStepTable(block)))
          this.readLists(blocks, (list) => list.ordered, false)
        return
      case 'bullets':
        if (blocks.some((block) => block.type === 'list' && holdsAction(block)))
          this.readLists(blocks, (list) => !list.ordered, false)
        return
      case 'terms':
        this.readLists(blocks, (list) => !list.ordered, false)
        return
      case 'code':
        this.readCode(blocks)
        return
      case 'prose':
        this.readProse(blocks)
        return
      case 'heading':
        this.readHeading()
    }
  }

  private readLists(blocks: readonly Block[], wanted: (list: ListBlock) => unknown, onlyTasks: boolean): void {
    blocks.forEach((block, index) => {
      if (block.type === 'list' && wanted(block)) this.readItems(block, 0, onlyTasks)
      else if (isStepTable(block) && !onlyTasks) for (const row of stepRows(block)) this.addTop(row, row.line)
      else if (block.type === 'code') this.readLooseCode(block, blocks[index - 1], onlyTasks)
    })
  }

  private readItems(list: ListBlock, depth: number, onlyTasks: boolean): void {
    for (const item of stepItems(list, { onlyTasks, nested: depth > 0 })) {
      const draft = onlyTasks && item.task === 'none' ? undefined : this.readItem(item, depth, onlyTasks)
      for (const nested of item.blocks) {
        if (nested.type === 'list') this.readItems(nested, depth + (draft ? 1 : 0), onlyTasks)
      }
    }
  }

  private readItem(item: ListItem, depth: number, onlyTasks: boolean): StepDraft | undefined {
    const commands = itemCommands(item)
    const text = itemText(item, commands)
    if (text === '') return undefined
    const below = item.blocks.find(
      (block) => block.type === 'list' && stepItems(block, { onlyTasks, nested: true }).length > 0,
    )
    const endLine = below ? Math.max(item.line, below.line - 1) : item.endLine
    const { prose } = wordsOf(item)
    return this.add({ text, prose, commands, line: item.line, endLine, depth, checkedInSource: item.task === 'done' })
  }

  /** A code block outside a list: with a paragraph that introduces it a step of its own, else part of the step before it. */
  private readLooseCode(code: CodeBlock, before: Block | undefined, onlyTasks: boolean): void {
    const commands = [...readCommands(code)]
    const last = this.drafts.at(-1)
    if (before?.type === 'paragraph' && !onlyTasks && commands.length > 0) this.readIntroduced(before, code)
    else if (last) this.appendCode(code)
    else if (commands.length > 0 && !onlyTasks) this.readBareCode(code)
  }

  private readCode(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      const before = blocks[index - 1]
      if (block.type === 'code') {
        if (before?.type === 'code' && this.drafts.length > 0) this.appendCode(block)
        else if (readCommands(block).length === 0) return
        else if (before?.type === 'paragraph') this.readIntroduced(before, block)
        else this.readBareCode(block)
      } else if (block.type === 'paragraph' && blocks[index + 1]?.type !== 'code' && asksForAction(block.inline.text)) {
        const commands = spanCommands([block])
        if (commands.length > 0) this.addParagraph(block.inline, commands, block.line, block.endLine)
      }
    })
  }

  private readIntroduced(paragraph: Block & { type: 'paragraph' }, code: CodeBlock): void {
    if (this.seenCode.has(code)) return
    this.seenCode.add(code)
    this.addParagraph(
      paragraph.inline,
      [...spanCommands([paragraph]), ...readCommands(code)],
      paragraph.line,
      code.endLine,
    )
  }

  private readBareCode(code: CodeBlock): void {
    const commented = commentedCommands(code)
    for (const { remark, command } of commented) {
      this.addTop(
        { text: withoutNumber(remark), prose: remark, commands: [command], line: command.line },
        command.line + command.text.split('\n').length - 1,
      )
    }
    if (commented.length > 0) return
    const commands = [...readCommands(code)]
    const named = this.section.topic === undefined && this.title !== '' && this.drafts.length === 0
    const text = named ? withoutNumber(this.title) : textOfCommand(commands)
    this.addTop({ text, prose: named ? this.title : '', commands, line: code.line }, code.endLine)
  }

  private appendCode(code: CodeBlock): void {
    const last = this.drafts.at(-1)
    last?.commands.push(...readCommands(code))
    if (last) last.markdown += `\n\n${this.slice(code.line, code.endLine)}`
  }

  private readProse(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type !== 'paragraph' || !asksForAction(block.inline.text)) continue
      this.addParagraph(block.inline, spanCommands([block]), block.line, block.endLine)
    }
  }

  /** A numbered heading such as "Step 2: Restart the loader" whose text holds no other step. */
  private readHeading(): void {
    if (this.section.topic !== undefined || !NUMBERED.test(this.title)) return
    const text = withoutNumber(this.title)
    this.addTop({ text, prose: text, commands: [], line: this.section.line }, this.section.endLine)
  }

  private addParagraph(inline: Inline, commands: Command[], line: number, endLine: number): void {
    const sentences = sentencesOf(inline.text)
    const short =
      inline.text.length <= LONG_TEXT ? inline.text : (firstAction(inline.text) ?? sentences.at(-1) ?? inline.text)
    const text = short.replace(/\s*:$/, '') || textOfCommand(commands)
    this.addTop({ text, prose: inline.prose, commands, line }, endLine)
  }

  private addTop(step: Pick<StepDraft, 'text' | 'prose' | 'commands' | 'line'>, endLine: number): void {
    if (step.text !== '') this.add({ ...step, endLine, depth: 0, checkedInSource: false })
  }

  private add(draft: Omit<StepDraft, 'markdown' | 'section' | 'tier'> & { readonly endLine: number }): StepDraft {
    const { endLine, ...rest } = draft
    const added = { ...rest, tier: this.tier, section: this.title, markdown: this.slice(draft.line, endLine) }
    this.drafts.push(added)
    return added
  }

  private slice(line: number, endLine: number): string {
    return withoutMarker(this.lines.slice(line - 1, Math.max(line, endLine)))
  }
}

function withoutMarker(lines: readonly string[]): string {
  const [first = '', ...rest] = lines
  const marker = /^(?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]?\]\s*)?/.exec(first)
  if (!marker) return lines.join('\n').trimEnd()
  const indent = new RegExp(`^(?:\\s{0,${marker[0].length}})`)
  return [first.slice(marker[0].length), ...rest.map((line) => line.replace(indent, ''))].join('\n').trimEnd()
}
