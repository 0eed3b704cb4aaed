import { isScriptOfOrders } from '../commands/script-remarks.ts'
import { commandsAt } from '../commands/shown-output.ts'
import { listedCalls, spanCommands } from '../commands/span-commands.ts'
import { isCountedStep, isNumberedHeading, isOnlyCounted } from '../languages/step-words.ts'
import { partsOfItem } from '../passages/item-parts.ts'
import { formOf, formsThatAsk, stepItems } from '../passages/items-to-do.ts'
import { checksFor, tellsWhatToLookFor } from '../passages/list-announcements.ts'
import {
  announcesSteps,
  examplesIn,
  givesExamples,
  meaningOfList,
  ordersOf,
  withoutMereCauses,
} from '../passages/list-intros.ts'
import { LONGEST_NAMES } from '../passages/listed-names.ts'
import { withNamesInFront } from '../passages/named-orders.ts'
import {
  areNamedAlike,
  hasTask,
  isBelowItems,
  isChecklist,
  isHeadingOfItems,
  isListOfOrders,
  itemCommands,
  itemText,
  wordsOf,
} from '../passages/step-items.ts'
import { asksInWords, orderLines, withoutListIntroduction } from '../passages/step-paragraphs.ts'
import { stepRows } from '../passages/step-table.ts'
import { isStepTable } from '../passages/table-columns.ts'
import type { Command } from '../runbook.ts'
import { choicesOf } from '../sections/alternatives.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, Inline, ListBlock, ListItem } from '../text/block.ts'
import { isTabs, openTabs } from '../text/tabs.ts'
import { asksForAction } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import { underTab } from './alternative-steps.ts'
import { CodeSteps } from './code-steps.ts'
import { DraftList, type StepDraft, type Tier } from './draft-list.ts'
import { headingCommands } from './heading-steps.ts'
import {
  examplesInTurn,
  holdsEvidence,
  isBulleted,
  isCountedOn,
  isLookedInto,
  isOverview,
  leadOf,
  onlyLooks,
  ordersBelowItems,
  ordersBesideBoxes,
} from './list-leads.ts'
import { isOfferOf, isStepAlone, isStepBeside, leadsToHeadings, tellsHow } from './lone-paragraphs.ts'
import { readableBlocks, withoutScripts } from './readable-blocks.ts'

/** What makes the steps of a tab; its label is no step by itself. */
const IN_A_TAB: readonly Tier[] = ['tasks', 'ordered', 'bullets', 'code', 'prose']

/** How the items of a list are read. */
type ItemReading = { readonly depth: number; readonly onlyTasks: boolean; readonly isAnnounced: boolean }

/** Reads the steps of one section, without those of the sections below it. `lines` are the source lines of the file. */
export class DraftReader {
  private readonly section: Section
  private readonly lines: readonly string[]
  private readonly list: DraftList
  private readonly code: CodeSteps

  constructor(section: Section, lines: readonly string[]) {
    this.section = section
    this.lines = lines
    this.list = new DraftList(section, lines)
    this.code = new CodeSteps(this.list)
  }

  /** The steps of the best tier there is, or of the given one. */
  read(tiers: readonly Tier[]): readonly StepDraft[] {
    const blocks = readableBlocks(this.section.blocks, this.lines)
    const inTabs = openTabs(blocks)
    for (const tier of tiers) {
      this.list.begin(tier)
      this.code.begin()
      this.readTier(tier, blocks, inTabs)
      if (this.list.last) return this.list.all
    }
    return []
  }

  /** `held` are the blocks with those within tabs, which tell what there is to read. */
  private readTier(tier: Tier, blocks: readonly Block[], held: readonly Block[]): void {
    switch (tier) {
      case 'tasks':
        if (held.some(hasTask)) this.readLists(blocks, (list) => hasTask(list), true)
        return
      case 'ordered':
        if (held.some((block) => (block.type === 'list' && block.ordered) || isStepTable(block)))
          this.readLists(blocks, (list) => list.ordered, false)
        return
      case 'bullets':
        if (held.some((block, index) => block.type === 'list' && isBulleted(block, held[index - 1])))
          this.readLists(blocks, (list) => !list.ordered, false)
        return
      case 'terms':
        this.readLists(blocks, (list) => !list.ordered, false)
        return
      case 'code':
        this.readCode(blocks)
        return
      case 'prose':
        for (const block of blocks) {
          if (block.type === 'paragraph') this.readParagraph(block)
          else if (isTabs(block)) this.readTabs(block, 0)
        }
        return
      case 'heading':
        this.readHeading()
    }
  }

  private readLists(blocks: readonly Block[], wanted: (list: ListBlock) => unknown, onlyTasks: boolean): void {
    const isWanted = (list: ListBlock, before: Block | undefined) =>
      wanted(list) ||
      (this.list.kind !== 'bullets' && isListOfOrders(list) && !isOverview(before, this.section)) ||
      (onlyTasks && list.ordered && list.items.some((item) => itemCommands(item).length > 0))
    const examples = examplesInTurn(blocks)
    blocks.forEach((block, index) => {
      if (isTabs(block)) this.readTabs(block, this.depthBelow(blocks[index - 1]))
      else if (examples.has(block) || isLookedInto(block, blocks[index - 1], blocks[index + 1])) return
      else if (block.type === 'list' && isWanted(block, blocks[index - 1]))
        this.readList(block, blocks[index - 1], onlyTasks, isCountedOn(block, blocks, index))
      else if (isStepTable(block) && !onlyTasks)
        for (const { depth, ...row } of stepRows(block)) this.list.addTop(row, row.line, depth)
      else if (block.type === 'code') this.code.readLoose(block, blocks, index, onlyTasks)
      else if (block.type === 'paragraph') {
        const next = blocks[index + 1]
        const isReadWithList = next?.type === 'list' && isWanted(next, block) && leadOf(next, block, onlyTasks).isStep
        if (!isReadWithList) this.readBeside(block, next)
      }
    })
  }

  private readList(list: ListBlock, before: Block | undefined, onlyTasks: boolean, isCounted: boolean): void {
    if (before === undefined && !onlyTasks && holdsEvidence(list, this.section)) return
    const { meaning, isStep } = leadOf(list, before, onlyTasks, isCounted)
    const isOfLast = this.list.last !== undefined && before?.type === 'paragraph' && onlyLooks(before.inline.text)
    if (isStep && before?.type === 'paragraph' && !isOfLast)
      this.list.addParagraph(before.inline, spanCommands([before]), before.line, before.endLine)
    if (meaning === 'examples') return
    const isAnnounced = meaning === 'steps' && !onlyTasks && announcesSteps(before)
    const above = this.list.all.length
    this.readItems(meaning === 'orders' ? ordersOf(list) : list, { depth: isStep ? 1 : 0, onlyTasks, isAnnounced })
    this.list.nameWays(before, above)
    if (onlyTasks || !isOverview(before, this.section)) return
    const drafts = this.list.all.slice(above)
    if (drafts.every(({ commands }) => commands.length === 0)) for (const draft of drafts) draft.isOverview = true
  }

  /** A paragraph beside bullets or after numbers, not one that introduces them or code: a step when it begins with what to do. */
  private readBeside(paragraph: Block & { type: 'paragraph' }, next: Block | undefined): void {
    if (next?.type === 'code' || tellsHow(next)) return
    // In a tab a bold line above a list is its heading.
    if (next?.type === 'list' && paragraph.inline.lead === paragraph.inline.text) return
    const inline = next?.type === 'list' ? withoutListIntroduction(paragraph.inline) : paragraph.inline
    if (isStepBeside(inline, this.list.kind, this.list.last !== undefined))
      this.list.addParagraph(inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
  }

  /** `above` are the words of the item that holds the list. */
  private readItems(given: ListBlock, reading: ItemReading, above?: Inline): void {
    const { depth, isAnnounced } = reading
    const onlyTasks = reading.onlyTasks && hasTask(given)
    const list = withNamesInFront(reading.onlyTasks && !onlyTasks ? ordersBesideBoxes(given) : given)
    const calls = listedCalls(list, above)
    const everyItem = isAnnounced || isChecklist(this.section.heading) || checksFor(above?.text ?? '')
    const { topic } = this.section
    const underSteps = topic === 'debugging' || topic === 'mitigation'
    const forms = formsThatAsk(list, underSteps)
    const areHeadings = !areNamedAlike(list)
    for (const whole of stepItems(list, { onlyTasks, nested: depth > 0, everyItem, underSteps })) {
      const isNone = (areHeadings && isHeadingOfItems(whole)) || (onlyTasks && whole.task === 'none' && !list.ordered)
      const [item = whole, ...parts] = isNone ? [whole] : partsOfItem(whole)
      const isAlike = isAnnounced || forms.has(formOf(whole))
      const numbered = { ...reading, onlyTasks, isNumbered: list.ordered, isAnnounced: isAlike }
      const draft = isNone ? undefined : this.readItem(withoutScripts(item), numbered, calls.get(whole))
      const below = { ...reading, depth: depth + (draft ? 1 : 0), isAnnounced: false }
      this.readBelow(item, below)
      for (const part of parts) {
        this.readItem(withoutScripts(part), { ...below, isNumbered: false })
        this.readBelow(part, { ...below, depth: below.depth + 1 })
      }
    }
  }

  /** What stands within an item, below its words. */
  private readBelow(item: ListItem, reading: ItemReading): void {
    item.blocks.forEach((nested, index) => {
      if (isTabs(nested)) this.readTabs(nested, reading.depth)
      else if (nested.type === 'list' && !givesExamples(nested, item.blocks[index - 1]))
        this.readItems(withoutMereCauses(nested, item.blocks[index - 1]), reading, wordsOf(item))
      else if (isScriptOfOrders(nested)) this.code.readScript(nested, reading.depth)
      else if (ordersBelowItems(nested, item.blocks[index - 1])) this.code.readBare(nested, reading.depth)
      else if (isBelowItems(item.blocks, index))
        this.list.extend(commandsAt(item.blocks, index), nested.line, nested.endLine)
    })
  }

  private readItem(
    item: ListItem,
    { depth, onlyTasks, isAnnounced, isNumbered }: ItemReading & { readonly isNumbered: boolean },
    call?: Command,
  ): StepDraft | undefined {
    const found = itemCommands(item)
    const commands = found.length === 0 && call ? [call] : found
    const words = itemText(item, commands)
    if (words === '') return undefined
    const examples = examplesIn(item)
    const text = examples === '' || examples.length > LONGEST_NAMES ? words : `${words}: ${examples}`
    const below = item.blocks.find(
      (block) => block.type === 'list' && stepItems(block, { onlyTasks, nested: true }).length > 0,
    )
    const endLine = below ? Math.max(item.line, below.line - 1) : item.endLine
    const isMarked = isNumbered || item.task !== 'none'
    return this.list.add({
      text,
      prose: wordsOf(item).prose,
      commands,
      line: item.line,
      endLine,
      depth,
      checkedInSource: item.task === 'done',
      isAnnounced,
      isMarked,
    })
  }

  /** Each tab for itself, below its label. */
  private readTabs(tabs: ListBlock, depth: number): void {
    const { section } = this
    const read = tabs.items.map((tab) => {
      const label = { text: wordsOf(tab).text, line: tab.line }
      const below = { ...section, heading: label.text, topic: undefined, blocks: tab.blocks.slice(1) }
      return { label, drafts: new DraftReader(below, this.lines).read(IN_A_TAB) }
    })
    // A tab that only tells something is no way to choose.
    const ways = read.filter(({ drafts }) => drafts.length > 0)
    const labels = ways.map(({ label }) => label)
    const choices = read.length > 1 && ways.length === 1 ? labels : choicesOf(labels)
    ways.forEach(({ label, drafts }, place) => {
      const placed = drafts.map((draft) => ({ ...draft, depth: draft.depth + depth }))
      const choice = label.text === '' ? undefined : choices[place]
      for (const draft of underTab(placed, section, choice)) this.list.adopt(draft)
    })
  }

  /** Below a paragraph that leads to it and is a step, what follows is one deeper. */
  private depthBelow(before: Block | undefined): number {
    return before?.type === 'paragraph' && this.list.endsIn(before) ? 1 : 0
  }

  private readCode(blocks: readonly Block[]): void {
    blocks.forEach((block, index) => {
      const before = blocks[index - 1]
      if (block.type === 'code') this.code.read(block, blocks, index)
      else if (isTabs(block)) this.readTabs(block, this.depthBelow(before))
      else if (block.type === 'paragraph' && blocks[index + 1]?.type !== 'code') {
        const isToldBelow = this.list.last !== undefined && tellsWhatToLookFor(block.inline.text)
        if (!isToldBelow && !isOfferOf(block, blocks[index + 1], blocks[index + 2])) this.readParagraph(block)
      } else if (block.type === 'list' && meaningOfList(block, before) === 'details')
        this.readItems(block, { depth: 1, onlyTasks: false, isAnnounced: false })
    })
    const holdsCode = openTabs(blocks).some(({ type }) => type === 'code')
    if (!holdsCode && !this.list.all.some(({ commands }) => commands.length > 0)) this.list.begin(this.list.kind)
  }

  /** A paragraph with no code below it: what it asks for. */
  private readParagraph(paragraph: Block & { type: 'paragraph' }): void {
    const orders = orderLines(paragraph, this.lines).filter(({ isBan }) => !isBan)
    for (const { text, commands, line } of orders) this.list.addTop({ text, prose: text, commands, line }, line)
    if (orders.length > 0) return
    const commands = spanCommands([paragraph])
    if (commands.length === 0 && leadsToHeadings(paragraph, this.section)) return
    if (isStepAlone(paragraph.inline, commands, this.section, this.list.kind))
      this.list.addParagraph(paragraph.inline, commands, paragraph.line, paragraph.endLine)
  }

  /** A numbered heading such as "Step 2: Restart the loader" whose text holds no other step. */
  private readHeading(): void {
    const { heading, topic, line, endLine, index, end, blocks } = this.section
    const saysIt = blocks.some((block) => block.type === 'paragraph' && asksInWords(block.inline))
    const counts =
      isNumberedHeading(heading) && (asksForAction(withoutNumber(heading)) || (isCountedStep(heading) && !saysIt))
    if (topic !== undefined || !counts || end > index + 1) return
    const words = isOnlyCounted(heading) ? blocks.find(({ type }) => type === 'paragraph') : undefined
    const text = withoutNumber(heading)
    if (words?.type === 'paragraph') this.list.addParagraph(words.inline, spanCommands([words]), words.line, endLine)
    else this.list.addTop({ text, prose: text, commands: headingCommands(this.section), line }, endLine)
  }
}
