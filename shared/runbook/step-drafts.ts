import type { Block, CodeBlock, Inline, ListBlock, ListItem } from './block.ts'
import { givesExamples, isOfAnotherPart, meaningOfList } from './list-intros.ts'
import { commentedCommands, isAllRemarks, openingRemark, readCommands } from './read-commands.ts'
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
import {
  instructionsIn,
  isMostlyCommand,
  leadsWithAction,
  orderLines,
  plainCommands,
  saysNothing,
} from './step-paragraphs.ts'
import { isStepTable, stepRows } from './step-table.ts'
import { asksForAction, firstAction, fromFirstAction, sentencesOf } from './step-words.ts'
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

const STEP_HEADING = /^\W*step\s*#?\d/i
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
      if (block.type === 'list' && wanted(block)) this.readList(block, blocks[index - 1], onlyTasks)
      else if (isStepTable(block) && !onlyTasks) for (const row of stepRows(block)) this.addTop(row, row.line)
      else if (block.type === 'code') this.readLooseCode(block, blocks[index - 1], onlyTasks)
      else if (this.tier === 'bullets' && block.type === 'paragraph') this.readBeside(block, blocks[index + 1])
    })
  }

  private readList(list: ListBlock, before: Block | undefined, onlyTasks: boolean): void {
    const meaning = onlyTasks ? 'steps' : meaningOfList(list, before)
    const isAsked = before?.type === 'paragraph' && meaning !== 'steps' && asksForAction(before.inline.text)
    if (isAsked) this.addParagraph(before.inline, spanCommands([before]), before.line, before.endLine)
    if (meaning !== 'examples') this.readItems(list, isAsked ? 1 : 0, onlyTasks)
  }

  /** A paragraph beside bullets, not one that introduces them or code: a step when it begins with what to do. */
  private readBeside(paragraph: Block & { type: 'paragraph' }, next: Block | undefined): void {
    const introduces = next?.type === 'code' || (next?.type === 'list' && /[:\uFF1A]$/.test(paragraph.inline.text))
    if (!introduces && leadsWithAction(paragraph.inline))
      this.addParagraph(paragraph.inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
  }

  private readItems(list: ListBlock, depth: number, onlyTasks: boolean): void {
    for (const item of stepItems(list, { onlyTasks, nested: depth > 0 })) {
      const draft = onlyTasks && item.task === 'none' ? undefined : this.readItem(item, depth, onlyTasks)
      item.blocks.forEach((nested, index) => {
        if (nested.type === 'list' && !givesExamples(nested, item.blocks[index - 1]))
          this.readItems(nested, depth + (draft ? 1 : 0), onlyTasks)
      })
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
        else if (readCommands(block).length === 0) this.readRemarks(block)
        else if (before?.type === 'paragraph') this.readIntroduced(before, block)
        else this.readBareCode(block)
      } else if (block.type === 'paragraph' && blocks[index + 1]?.type !== 'code') this.readParagraph(block)
      else if (block.type === 'list' && meaningOfList(block, before) === 'details') this.readItems(block, 1, false)
    })
    if (!blocks.some(({ type }) => type === 'code') && !this.drafts.some(({ commands }) => commands.length > 0))
      this.drafts.length = 0
  }

  /** A paragraph with no code below it: its plain command lines, else what it asks for. */
  private readParagraph(paragraph: Block & { type: 'paragraph' }): void {
    const plain = plainCommands(paragraph, this.lines)
    for (const { words, command } of plain)
      this.addTop(
        { text: words || textOfCommand([command]), prose: words, commands: [command], line: command.line },
        command.line,
      )
    if (plain.length > 0) return
    const orders = orderLines(paragraph, this.lines)
    if (orders.length > 0) {
      for (const { text, line } of orders) this.addTop({ text, prose: text, commands: [], line }, line)
      return
    }
    const commands = spanCommands([paragraph])
    if (asksForAction(paragraph.inline.text) || (commands.length > 0 && isMostlyCommand(paragraph.inline)))
      this.addParagraph(paragraph.inline, commands, paragraph.line, paragraph.endLine)
  }

  private readIntroduced(paragraph: Block & { type: 'paragraph' }, code: CodeBlock): void {
    if (this.seenCode.has(code)) return
    this.seenCode.add(code)
    if (isOfAnotherPart(paragraph.inline.text)) {
      this.readBareCode(code)
      return
    }
    const commands = [...spanCommands([paragraph]), ...readCommands(code)]
    if (saysNothing(paragraph.inline.text)) {
      this.addTop({ ...this.wordsAbove(paragraph, commands), commands, line: paragraph.line }, code.endLine)
    } else this.addParagraph(paragraph.inline, commands, paragraph.line, code.endLine)
  }

  /** What code under a mere "For example:" is for: the paragraph before, when it asks for something, else the heading. */
  private wordsAbove(paragraph: Block, commands: Command[]): Pick<StepDraft, 'text' | 'prose'> {
    const blocks = this.section.blocks
    const before = blocks[blocks.indexOf(paragraph) - 1]
    const asked = before?.type === 'paragraph' ? firstAction(before.inline.text) : undefined
    if (asked) return { text: asked, prose: asked }
    const titled = this.title !== '' && this.section.topic === undefined
    return titled
      ? { text: withoutNumber(this.title), prose: this.title }
      : { text: textOfCommand(commands), prose: '' }
  }

  private readBareCode(code: CodeBlock): void {
    const commented = commentedCommands(code)
    for (const { remark, line, command } of commented) {
      const commands = command ? [command] : []
      const endLine = line + (command?.text.split('\n').length ?? 1) - 1
      this.addTop({ text: withoutNumber(remark), prose: remark, commands, line }, endLine)
    }
    if (commented.length > 0) return
    const commands = [...readCommands(code)]
    const words = this.nameOf(code)
    this.addTop({ text: words || textOfCommand(commands), prose: words, commands, line: code.line }, code.endLine)
  }

  /** What code without an introduction is for: the heading when it asks for it, else the remark it begins with, else the heading. */
  private nameOf(code: CodeBlock): string {
    const remark = openingRemark(code)
    const isNamed = this.section.topic === undefined && this.title !== '' && this.drafts.length === 0
    const title = isNamed ? withoutNumber(this.title) : ''
    if (remark !== undefined && !asksForAction(title) && asksForAction(remark)) return withoutNumber(remark)
    return title
  }

  /** A block of nothing but remarks explains its heading, which is the step when it asks for something. */
  private readRemarks(code: CodeBlock): void {
    if (!isAllRemarks(code) || this.section.topic !== undefined || !asksForAction(this.title)) return
    const text = withoutNumber(this.title)
    this.addTop({ text, prose: text, commands: [], line: this.section.line }, code.endLine)
  }

  private appendCode(code: CodeBlock): void {
    const last = this.drafts.at(-1)
    last?.commands.push(...readCommands(code))
    if (last) last.markdown += `\n\n${this.slice(code.line, code.endLine)}`
  }

  private readProse(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.type === 'paragraph') this.readParagraph(block)
    }
  }

  /** A numbered heading such as "Step 2: Restart the loader" whose text holds no other step. */
  private readHeading(): void {
    const counts = NUMBERED.test(this.title) && (asksForAction(this.title) || STEP_HEADING.test(this.title))
    const holdsOthers = this.section.end > this.section.index + 1
    if (this.section.topic !== undefined || !counts || holdsOthers) return
    const text = withoutNumber(this.title)
    this.addTop({ text, prose: text, commands: [], line: this.section.line }, this.section.endLine)
  }

  private addParagraph(inline: Inline, commands: Command[], line: number, endLine: number): void {
    const instructions = instructionsIn(inline.text)
    if (instructions.length > 0) {
      this.addInstructions(instructions, commands, line, endLine)
      return
    }
    const sentences = sentencesOf(inline.text)
    const action = firstAction(inline.text)
    const asked = action === undefined ? inline.text : fromFirstAction(inline.text)
    const short = asked.length <= LONG_TEXT ? asked : (action ?? sentences.at(-1) ?? asked)
    const text = short.replace(/\s*:$/, '') || textOfCommand(commands)
    this.addTop({ text, prose: inline.prose, commands, line }, endLine)
  }

  /** A paragraph that is nothing but instructions gives a step for each; a command goes to the one that names it, else to the last. */
  private addInstructions(sentences: readonly string[], commands: Command[], line: number, endLine: number): void {
    const left = new Set(commands)
    sentences.forEach((sentence, index) => {
      const isLast = index === sentences.length - 1
      const own = [...left].filter(({ text }) => isLast || sentence.includes(text))
      for (const command of own) left.delete(command)
      this.addTop(
        { text: sentence.replace(/\s*:$/, ''), prose: sentence, commands: own, line },
        isLast ? endLine : line,
      )
    })
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
