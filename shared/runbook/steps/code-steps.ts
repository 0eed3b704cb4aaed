import { textOfCommand } from '../commands/command-in-words.ts'
import { isToolLine, REMARK } from '../commands/command-lines.ts'
import { isScript, readCommands } from '../commands/read-commands.ts'
import {
  commentedCommands,
  isAllRemarks,
  isScriptOfOrders,
  openingRemark,
  remarksOf,
} from '../commands/script-remarks.ts'
import { commandsAt, commandsBelow, textToPut } from '../commands/shown-output.ts'
import { spanCommands, withoutNames } from '../commands/span-commands.ts'
import { isNumberedHeading } from '../languages/step-words.ts'
import { isOfAnotherPart } from '../passages/list-intros.ts'
import { itemCommands, lastItemOf } from '../passages/step-items.ts'
import { saysNothing } from '../passages/step-paragraphs.ts'
import type { Command } from '../runbook.ts'
import type { Block, CodeBlock, ListBlock } from '../text/block.ts'
import {
  asksForAction,
  beginsWithAction,
  firstAction,
  isStatement,
  onlyForbids,
  sentencesOf,
} from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import { isActionVerb, verbOfGerund } from '../words/verb-forms.ts'
import { above, aboveLine } from './blocks-above.ts'
import {
  askedAboveOutput,
  goesOnToElse,
  IS_A_CASE,
  isExampleBelowCode,
  isOfAnotherTool,
  isPromisedAbove,
  isShownBelow,
  isToldBelow,
  isToldBetween,
  labelledCode,
  saysNothingOfCode,
  tellsAboveScript,
  tellsOfItem,
  tellsOfOutput,
  wordsBeforeThen,
} from './code-leads.ts'
import type { DraftList, StepDraft } from './draft-list.ts'

/** A query is named by its heading ("Slow reads"), a command by what it runs. */
const QUERY_LANGUAGES = new Set(['sql', 'psql'])

/** Makes steps of the code blocks of one section: what each is for is told by the paragraph above it, its remarks, or the heading. */
export class CodeSteps {
  private readonly list: DraftList
  private readonly title: string
  private readonly seen = new Set<CodeBlock>()

  constructor(list: DraftList) {
    this.list = list
    this.title = list.section.heading
  }

  begin(): void {
    this.seen.clear()
  }

  /** Beside lists: with a paragraph that introduces it a step of its own, else part of the step before it, unless a list that holds no steps stands between. */
  readLoose(code: CodeBlock, blocks: readonly Block[], at: number, onlyTasks: boolean): void {
    const before = blocks[at - 1]
    const commands = commandsAt(blocks, at)
    const passedOver = before?.type === 'list' && !onlyTasks && (this.list.last?.line ?? 0) < before.line
    if (before?.type === 'paragraph' && !onlyTasks && isShownBelow(before, code)) return
    if (before?.type === 'list' && !onlyTasks && commands.length > 0 && this.readBelowItem(before, commands, code))
      return
    if (before?.type === 'paragraph' && !onlyTasks && commands.length > 0) this.readIntroduced(before, code)
    else if (this.list.last && !passedOver) this.list.extend(commands, code.line, code.endLine)
    else if (commands.length > 0 && !onlyTasks) this.readBare(code)
    if (before?.type === 'paragraph' && !onlyTasks && commands.length === 0) this.readAboveOutput(before)
    if (before === undefined && !onlyTasks && commands.length === 0) this.readRemarks(code)
  }

  /** The label of the last item above the code, which is no step by itself, and those above it with code of their own. */
  private readBelowItem(list: ListBlock, commands: readonly Command[], code: CodeBlock): boolean {
    const { last } = this.list
    const step = labelledCode(lastItemOf(list), commands)
    if (step === undefined || last?.line === step.line) return false
    const depth = last !== undefined && last.line > list.line ? last.depth : 0
    const sisters = list.items.slice(0, -1).map((item) => labelledCode(item, itemCommands(item)))
    for (const own of [...sisters, { ...step, endLine: code.endLine }])
      if (own !== undefined && own.line > (this.list.last?.line ?? 0)) this.list.addTop(own, own.endLine, depth)
    return true
  }

  /** Beside no lists; `at` is the place of the code among the blocks. */
  read(code: CodeBlock, blocks: readonly Block[], at: number): void {
    const before = blocks[at - 1]
    const commands = commandsAt(blocks, at)
    if (before?.type === 'code' && this.list.last) this.list.extend(commands, code.line, code.endLine)
    else if (commands.length > 0 && before?.type === 'paragraph' && isShownBelow(before, code)) return
    else if (commands.length > 0 && before?.type === 'paragraph' && !isToldBelow(blocks))
      this.readIntroduced(before, code)
    else if (before?.type === 'list' && this.readBelowItem(before, commands, code)) return
    else if (commands.length > 0) this.readBare(code)
    else if (before?.type === 'paragraph') this.readAboveOutput(before)
    else if (before === undefined && this.titlePuts(code).length > 0) this.readPut(code)
    else this.readRemarks(code)
  }

  /** A heading in the author's own words that says what to do. */
  private get orders(): boolean {
    return this.list.section.topic === undefined && beginsWithAction(withoutNumber(this.title))
  }

  /** "Raise the limit" straight above settings: the text to put there. */
  private titlePuts(code: CodeBlock): readonly Command[] {
    return this.orders ? (textToPut(`${withoutNumber(this.title)}:`, code) ?? []) : []
  }

  private readPut(code: CodeBlock): void {
    const text = withoutNumber(this.title)
    this.list.addTop({ text, prose: text, commands: this.titlePuts(code), line: code.line }, code.endLine)
  }

  private readAboveOutput({ inline, line, endLine }: Block & { type: 'paragraph' }): void {
    const text = askedAboveOutput(inline)
    if (text !== '' && asksForAction(text))
      this.list.addParagraph(
        { ...inline, text },
        spanCommands([{ type: 'paragraph', inline, line, endLine }]),
        line,
        endLine,
      )
  }

  private readIntroduced(paragraph: Block & { type: 'paragraph' }, code: CodeBlock): void {
    if (this.seen.has(code) || this.showsAgain(readCommands(code))) return
    this.seen.add(code)
    const before = above(this.list.section.blocks, paragraph)
    const isTold = before?.type === 'paragraph' && this.list.endsIn(before) && isToldBetween(paragraph, before)
    if (this.list.last && (isTold || isExampleBelowCode(paragraph, before))) {
      this.list.extend(readCommands(code), paragraph.line, code.endLine)
      return
    }
    if (before?.type === 'paragraph' && this.list.endsIn(before) && isPromisedAbove(paragraph, before)) {
      this.list.extend(commandsBelow(before.inline.prose, code), code.line, code.endLine)
      this.list.addParagraph(paragraph.inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
      return
    }
    const lead = sentencesOf(paragraph.inline.text).slice(1).at(-1) ?? ''
    if (isOfAnotherPart(paragraph.inline.text) && /[:\uFF1A]$/.test(lead)) {
      const words = { ...paragraph.inline, text: lead, prose: lead }
      this.list.addParagraph(words, readCommands(code), paragraph.line, code.endLine)
      return
    }
    const tells = isOfAnotherPart(paragraph.inline.text) || tellsOfOutput(paragraph.inline.text)
    if (tells || onlyForbids(paragraph.inline.text)) {
      this.readBare(code)
      return
    }
    if (this.leadsElsewhere(paragraph)) {
      this.list.addParagraph(paragraph.inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
      const text = withoutNumber(this.title)
      this.list.addTop({ text, prose: text, commands: readCommands(code), line: code.line }, code.endLine)
      return
    }
    if (isOfAnotherTool(paragraph.inline, code, before)) {
      this.list.addParagraph(paragraph.inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
      this.readBare(code)
      return
    }
    const commented = commentedCommands(code)
    const leads = /[:\uFF1A]$/.test(paragraph.inline.text)
    if (commented.length > 0 && (isScriptOfOrders(code) || !leads)) {
      if (!saysNothing(paragraph.inline) && !tellsAboveScript(paragraph.inline.text))
        this.list.addParagraph(paragraph.inline, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
      this.readBare(code, this.list.endsIn(paragraph) ? 1 : 0)
      return
    }
    const typed = commandsBelow(paragraph.inline.prose, code)
    if (this.onlyLeads(paragraph)) {
      this.list.extend(typed, paragraph.line, code.endLine)
      return
    }
    const order = wordsBeforeThen(paragraph.inline)
    if (order !== undefined) {
      const words = { ...paragraph.inline, text: order }
      this.list.addParagraph(words, spanCommands([paragraph]), paragraph.line, paragraph.endLine)
      this.list.addTop({ text: textOfCommand(typed), prose: '', commands: typed, line: code.line }, code.endLine)
      return
    }
    const commands = [...withoutNames(spanCommands([paragraph]), typed, paragraph.inline.text), ...typed]
    if (this.isBelowOrder(paragraph)) {
      const told = paragraph.inline.text.replace(/\s*[:\uFF1A]$/, '')
      const text = `${withoutNumber(this.title)}${IS_A_CASE.test(told) ? ` (${told})` : ''}`
      this.list.addTop({ text, prose: text, commands, line: paragraph.line }, code.endLine)
    } else if (saysNothing(paragraph.inline)) {
      const { text } = this.wordsAbove(paragraph, commands)
      if (this.list.last?.text === text) {
        this.list.extend(commands, paragraph.line, code.endLine)
        return
      }
      this.list.addTop({ ...this.wordsAbove(paragraph, commands), commands, line: paragraph.line }, code.endLine)
    } else this.list.addParagraph(paragraph.inline, commands, paragraph.line, code.endLine)
  }

  /** Below a heading that orders, code is of the heading where the paragraph above it went on to tell of something else. */
  private leadsElsewhere({ inline }: Block & { type: 'paragraph' }): boolean {
    return this.orders && !/[:\uFF1A]$/.test(inline.text) && goesOnToElse(inline)
  }

  /** A mere statement above the first code under "Step 2: Restart the loader" or "Restart the loader" does not take the place of that order. */
  private isBelowOrder({ inline }: Block & { type: 'paragraph' }): boolean {
    const { topic } = this.list.section
    const title = withoutNumber(this.title)
    const isStep = isNumberedHeading(this.title) && asksForAction(title)
    const tells = beginsWithAction(title) || isActionVerb(verbOfGerund((title.split(' ')[0] ?? '').toLowerCase()))
    const isOrder = isStep || (topic === undefined && tells && !IS_A_CASE.test(inline.text))
    return isOrder && this.list.last === undefined && !asksForAction(inline.text) && isStatement(inline.text)
  }

  /** Straight behind an order that has no command yet. */
  private onlyLeads(paragraph: Block & { type: 'paragraph' }): boolean {
    const before = aboveLine(this.list.section.blocks, paragraph.line)
    const { text } = paragraph.inline
    if (this.list.last?.commands.length !== 0) return false
    if (before?.type === 'list') return tellsOfItem(text, before) && lastItemOf(before).line === this.list.last.line
    return before?.type === 'paragraph' && this.list.endsIn(before) && saysNothingOfCode(text)
  }

  /** What was just to be run, with what it printed: it is shown, and not to be run again. */
  private showsAgain(commands: readonly Command[]): boolean {
    const given = this.list.last?.commands ?? []
    return (
      commands.some(({ output }) => output !== undefined) &&
      commands.every(({ text }) => given.some((command) => command.text === text))
    )
  }

  /** What code under a mere "For example:" is for: the paragraph before, when it asks for something, else the heading. */
  private wordsAbove(paragraph: Block, commands: readonly Command[]): Pick<StepDraft, 'text' | 'prose'> {
    const { blocks, topic, level } = this.list.section
    const before = above(blocks, paragraph)
    const asked = before?.type === 'paragraph' ? firstAction(before.inline.text) : undefined
    if (asked) return { text: asked, prose: asked }
    const titled = this.title !== '' && topic === undefined && (level > 1 || asksForAction(this.title))
    return titled
      ? { text: withoutNumber(this.title), prose: this.title }
      : { text: textOfCommand(commands), prose: '' }
  }

  /** Code that stands for itself. Below the step that its remarks tell in full, and within an item, it is deeper. */
  readBare(code: CodeBlock, depth = 0): void {
    if (this.readScript(code, depth)) return
    const [commands, words] = [readCommands(code), this.nameOf(code)]
    const text = words || textOfCommand(commands)
    this.list.addTop({ text, prose: words, commands, line: code.line }, code.endLine, depth)
  }

  /** The commands of a script below their remarks; false where it has none. */
  readScript(code: CodeBlock, depth: number): boolean {
    const commented = commentedCommands(code)
    for (const { remark, line, command } of commented) {
      const commands = command ? [command] : []
      const endLine = line + (command?.text.split('\n').length ?? 1) - 1
      this.list.addTop({ text: withoutNumber(remark), prose: remark, commands, line }, endLine, depth)
    }
    return commented.length > 0
  }

  /** What code without an introduction is for: the heading when it asks for it, else the remark it begins with, else the heading. */
  private nameOf(code: CodeBlock): string {
    const remark = openingRemark(code)
    const isNamed = this.list.section.topic === undefined && this.title !== '' && this.list.last === undefined
    const title = isNamed ? withoutNumber(this.title) : ''
    if (remark !== undefined && !asksForAction(title) && asksForAction(remark)) return withoutNumber(remark)
    const isName = speaksOfTrouble(title) || /^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(title)
    return isName &&
      !asksForAction(title) &&
      !QUERY_LANGUAGES.has(code.language) &&
      (isScript(code) || isToolLine(code.text))
      ? ''
      : title
  }

  /** Settings alone below the name of a trouble: "# Raise the limit" above them is what to do. */
  private readSettings(code: CodeBlock): void {
    const { blocks } = this.list.section
    const remark =
      blocks.length === 1 && speaksOfTrouble(this.title)
        ? REMARK.exec(code.text.split('\n', 1)[0] ?? '')?.[1]
        : undefined
    if (remark === undefined || !beginsWithAction(remark)) return
    const commands = textToPut(`${remark}:`, code) ?? []
    this.list.addTop({ text: remark, prose: remark, commands, line: code.codeLine }, code.endLine)
  }

  /** A block of nothing but remarks explains its heading, which is the step when it asks for something; else the remarks are what ask. */
  private readRemarks(code: CodeBlock): void {
    if (!isAllRemarks(code)) {
      this.readSettings(code)
      return
    }
    const { topic, line } = this.list.section
    if (topic === undefined && asksForAction(this.title)) {
      const text = withoutNumber(this.title)
      this.list.addTop({ text, prose: text, commands: [], line }, code.endLine)
      return
    }
    for (const { remark, line: at } of remarksOf(code)) {
      if (asksForAction(remark)) this.list.addTop({ text: remark, prose: remark, commands: [], line: at }, at)
    }
  }
}
