import type { Block, CodeBlock, Inline, ListBlock, ListItem, TableBlock } from './block.ts'
import { inlineCommand, readCommands } from './read-commands.ts'
import { NO_INLINE } from './read-inline.ts'
import type { Command } from './runbook.ts'
import type { Section } from './sections.ts'
import { asksForAction, firstAction, isStatement, sentencesOf } from './step-words.ts'
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
export type Tier = 'tasks' | 'ordered' | 'bullets' | 'code' | 'prose' | 'heading'

const LONG_TEXT = 220
const FACT_LABEL =
  /^(?:message|severity|summary|description|alert|alert name|expr|expression|query|runbook|runbook url|dashboards?|links?|owner|team|service|tier|labels?|for|threshold|type|status|priority|source|cause|reason|impact|meaning|symptoms?|note|example)$/i
const ACTION_LABEL =
  /^(?:actions?|fix|to do|todo|what to do|resolution|remediation|mitigation|next steps?|response)\s*:\s*/i

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
        if (blocks.some((block) => block.type === 'list')) this.readLists(blocks, (list) => !list.ordered, false)
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
      else if (isStepTable(block) && !onlyTasks) this.readTable(block)
      else if (block.type === 'code') this.readLooseCode(block, blocks[index - 1], onlyTasks)
    })
  }

  private readItems(list: ListBlock, depth: number, onlyTasks: boolean): void {
    const idle = onlyTasks || list.ordered ? [] : idleBullets(list)
    for (const item of list.items) {
      if (idle.includes(item)) continue
      const counts = !onlyTasks || item.task !== 'none'
      const draft = counts ? this.readItem(item, depth) : undefined
      for (const nested of item.blocks) {
        if (nested.type === 'list') this.readItems(nested, depth + (draft ? 1 : 0), onlyTasks)
      }
    }
  }

  private readItem(item: ListItem, depth: number): StepDraft | undefined {
    const first = item.blocks.find((block) => block.type === 'paragraph' || block.type === 'heading')
    const inline = first && 'inline' in first ? first.inline : NO_INLINE
    const codes = item.blocks.filter((block) => block.type === 'code')
    const commands = [...spanCommands(item.blocks), ...codes.flatMap(readCommands)]
    const text = inline.text.replace(ACTION_LABEL, '').replace(/\s*[:\uFF1A]$/, '') || textOfCommand(commands)
    if (text === '') return undefined
    const nested = item.blocks.find((block) => block.type === 'list')
    const endLine = nested ? Math.max(item.line, nested.line - 1) : item.endLine
    return this.add({
      text,
      prose: inline.prose,
      commands,
      line: item.line,
      endLine,
      depth,
      checkedInSource: item.task === 'done',
    })
  }

  private readTable(table: TableBlock): void {
    const columns = columnsOf(table)
    for (const row of table.rows) {
      const action = row.cells[columns.action ?? -1] ?? NO_INLINE
      const when = row.cells[columns.when ?? -1] ?? NO_INLINE
      const commandCell = row.cells[columns.command ?? -1] ?? NO_INLINE
      const text = [when.text, action.text].filter((words) => words !== '').join(': ') || commandCell.text
      if (text === '') continue
      const spans = row.cells.flatMap((cell) =>
        cell === commandCell ? [] : cell.codes.flatMap((code) => inlineCommand(code, row.line) ?? []),
      )
      const commands = [
        ...spans,
        ...commandCell.codes.map((code) => ({ language: 'sh', text: code.trim().replace(/^\$ /, ''), line: row.line })),
      ]
      this.add({
        text,
        prose: action.prose,
        commands,
        line: row.line,
        endLine: row.line,
        depth: 0,
        checkedInSource: false,
      })
    }
  }

  /** A code block outside a list: with a paragraph that introduces it a step of its own, else part of the step before it. */
  private readLooseCode(code: CodeBlock, before: Block | undefined, onlyTasks: boolean): void {
    const commands = [...readCommands(code)]
    const last = this.drafts.at(-1)
    if (before?.type === 'paragraph' && !onlyTasks && commands.length > 0) this.readIntroduced(before, code)
    else if (last) {
      last.commands.push(...commands)
      last.markdown += `\n\n${this.slice(code.line, code.endLine)}`
    } else if (commands.length > 0 && !onlyTasks) this.readBareCode(code)
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
    const commands = [...readCommands(code)]
    const named = this.section.topic === undefined && this.title !== '' && this.drafts.length === 0
    const text = named ? withoutNumber(this.title) : textOfCommand(commands)
    this.add({
      text,
      prose: named ? this.title : '',
      commands,
      line: code.line,
      endLine: code.endLine,
      depth: 0,
      checkedInSource: false,
    })
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
    if (
      !/^\W*(?:step\s*)?\d{1,2}(?:\.\d{1,2})?\s*[.):\u2013\u2014-]?\s/iu.test(this.title) ||
      this.section.topic !== undefined
    )
      return
    const text = withoutNumber(this.title)
    if (text !== '')
      this.add({
        text,
        prose: text,
        commands: [],
        line: this.section.line,
        endLine: this.section.endLine,
        depth: 0,
        checkedInSource: false,
      })
  }

  private addParagraph(inline: Inline, commands: Command[], line: number, endLine: number): void {
    const sentences = sentencesOf(inline.text)
    const short =
      inline.text.length <= LONG_TEXT ? inline.text : (firstAction(inline.text) ?? sentences.at(-1) ?? inline.text)
    const text = short.replace(/\s*:$/, '') || textOfCommand(commands)
    if (text !== '') this.add({ text, prose: inline.prose, commands, line, endLine, depth: 0, checkedInSource: false })
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

function openQuote(block: Block): readonly Block[] {
  return block.type === 'quote' &&
    block.blocks.some((inner) => hasTask(inner) || inner.type === 'code' || (inner.type === 'list' && inner.ordered))
    ? block.blocks.flatMap(openQuote)
    : [block]
}

function hasTask(block: Block): boolean {
  if (block.type === 'list') return block.items.some((item) => item.task !== 'none' || item.blocks.some(hasTask))
  return block.type === 'quote' && block.blocks.some(hasTask)
}

/** The bullets that are no steps: facts, and statements between bullets that ask for action. */
function idleBullets(list: ListBlock): ListItem[] {
  const words = (item: ListItem) => (item.blocks[0]?.type === 'paragraph' ? item.blocks[0].inline.text : '')
  const active = list.items.some((item) => !isFact(item) && asksForAction(words(item)))
  return list.items.filter(
    (item) =>
      isFact(item) ||
      (active &&
        item.blocks.every(({ type }) => type !== 'list') &&
        spanCommands(item.blocks).length === 0 &&
        isStatement(words(item))),
  )
}

/** A bullet that states a fact about the alert or is only a link, such as "*Severity*: critical": nothing to tick. */
function isFact(item: ListItem): boolean {
  const [first] = item.blocks
  if (first?.type !== 'paragraph') return false
  const { text, links } = first.inline
  const label = /^([^:]{1,40}):/.exec(text)?.[1]
  if (label && FACT_LABEL.test(label.trim())) return true
  return links.length === 1 && links[0]?.text === text && item.blocks.length === 1
}

function spanCommands(blocks: readonly Block[]): Command[] {
  return blocks.flatMap((block) =>
    block.type === 'paragraph' ? block.inline.codes.flatMap((code) => inlineCommand(code, block.line) ?? []) : [],
  )
}

function textOfCommand(commands: readonly Command[]): string {
  const line = commands[0]?.text.split('\n').find((words) => words.trim() !== '' && !words.trim().startsWith('#'))
  return line ? `Run ${line.trim()}` : ''
}

type Columns = { readonly action?: number; readonly when?: number; readonly command?: number }

const isStepTable = (block: Block): block is TableBlock => block.type === 'table' && hasAction(columnsOf(block))

function hasAction({ action, command }: Columns): boolean {
  return action !== undefined || command !== undefined
}

function columnsOf(table: TableBlock): Columns {
  const find = (pattern: RegExp) => {
    const index = table.header.findIndex((cell) => pattern.test(cell.text))
    return index < 0 ? {} : { index }
  }
  const action = find(
    /^(?:actions?|what to do|to ?do|steps?|task|fix|quick fix|resolution|remedy|remediation|mitigation|solution|procedure|check|do|response|instructions?|what|description)$/i,
  )
  const named = find(
    /^(?:actions?|what to do|task|fix|quick fix|resolution|remedy|remediation|mitigation|solution|procedure|do|response|instructions?)$/i,
  )
  const when = find(
    /^(?:symptoms?|problem|issue|if|when|error|failure|failure mode|scenario|condition|you see|alert)$/i,
  )
  const command = find(/^(?:commands?|cmd|run|query|sql|shell)$/i)
  const best = named.index ?? action.index
  const numbered = best !== undefined && table.rows.every(({ cells }) => /^\W*\d*\W*$/.test(cells[best]?.text ?? ''))
  const next = numbered ? table.header.findIndex((_, index) => index > best) : best
  const stepLike =
    best !== undefined &&
    (named.index !== undefined ||
      /^(?:steps?|check)$/i.test(table.header[best]?.text ?? '') ||
      command.index !== undefined)
  return {
    ...(stepLike && next !== undefined && next >= 0 ? { action: next } : {}),
    ...(when.index === undefined || when.index === next ? {} : { when: when.index }),
    ...(command.index === undefined ? {} : { command: command.index }),
  }
}
