import { spanCommands } from '../commands/span-commands.ts'
import { columnsOf, namesNothing } from '../passages/table-columns.ts'
import type { Scenario } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import { draftsUnder, stepsFrom } from '../steps/extract-steps.ts'
import { onlyWarnings } from '../steps/warnings.ts'
import type { Block, ListItem, TableBlock } from '../text/block.ts'
import { slugOf } from '../text/slug.ts'
import { isOnlyABan } from '../words/forbidding.ts'
import { forbids } from '../words/sentence-mood.ts'
import { asksForAction } from '../words/sentences.ts'

/** A scenario, and what is told of it outside of the text below its own heading: read beside its steps. */
export type ScenarioRead = { readonly scenario: Scenario; readonly beside: readonly Section[] }

type Listed = {
  readonly title: string
  readonly symptoms: string
  readonly line: number
  readonly endLine: number
  readonly blocks: readonly Block[]
  /** All that is told of it but its name. */
  readonly told: readonly Block[]
}

/** More warnings for all than a person writes stand beside the first scenario only: time is linear in the length (R4). */
const MOST_WARNINGS = 100

/** Scenarios written as the rows of a table or the items of a list under a heading such as "Failure scenarios", with no headings of their own (R2, R4). What forbids is none of them, and is read beside each. */
export function listedScenarios(
  section: Section,
  lines: readonly string[],
  unique: (name: string) => string,
): ScenarioRead[] {
  const listed = section.blocks.flatMap((block) => {
    if (block.type === 'table') return rowsOf(block)
    return block.type === 'list' ? block.items.flatMap((item) => itemOf(item) ?? []) : []
  })
  const isOfAll = (block: Block) => block.type !== 'table'
  const bans = section.blocks.map((block) =>
    block.type === 'list' ? { ...block, items: block.items.filter((item) => itemOf(item) === undefined) } : block,
  )
  const ofAll = onlyWarnings({ ...section, level: 0, blocks: bans.filter(isOfAll) }, lines)
  const count = ofAll.blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.items.length : 1), 0)
  return listed.map(({ title, symptoms, line, endLine, blocks, told }, place) => {
    const id = unique(slugOf(title) || 'scenario')
    const own = { ...section, heading: title, topic: undefined, alternatives: [], line, endLine, blocks }
    const steps = stepsFrom(draftsUnder([own], lines), id)
    const markdown = lines
      .slice(line - 1, endLine)
      .join('\n')
      .trimEnd()
    const isShared = place === 0 || count <= MOST_WARNINGS
    const beside = [...(isShared ? [ofAll] : []), { ...own, level: 0, blocks: told }]
    return { scenario: { id, title, line, endLine, markdown, symptoms, steps, furtherText: [] }, beside }
  })
}

function itemOf({ blocks, line, endLine }: ListItem): Listed | undefined {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || first.inline.text === '') return undefined
  const { text, lead } = first.inline
  const cut = lead !== '' && text.startsWith(lead) ? lead.length : endOfName(text)
  const title = (cut > 0 ? text.slice(0, cut) : text).replace(/[\s:.]+$/, '')
  // "**Never** restart it" names no scenario, though it begins as one does; "No leader: restart it" does.
  const isNamed = /[:\uFF1A]$/.test(lead) || (cut > 0 && /^\s*(?:[:\uFF1A\u2013\u2014-]|$)/.test(text.slice(cut)))
  if (forbids(text) && !(isNamed && title.includes(' ') && !isOnlyABan(title))) return undefined
  const symptoms = cut > 0 ? text.slice(cut).replace(/^[\s:,.\u2013\u2014-]+/, '') : ''
  const steps = rest.filter((block) => block.type === 'list' || block.type === 'code' || block.type === 'paragraph')
  const name = title === '' ? text : title
  const codes = first.inline.codes.filter((code) => symptoms.includes(code))
  const inline = { ...first.inline, text: symptoms, prose: symptoms, codes, lead: '' }
  const says: Block = { ...first, inline }
  // "Disk full: run the cleaner" says in one line what to do.
  const isFix = steps.length === 0 && (asksForAction(symptoms) || spanCommands([says]).length > 0)
  return isFix
    ? { title: name, symptoms: '', line, endLine, blocks: [says], told: [says, ...rest] }
    : { title: name, symptoms, line, endLine, blocks: steps, told: rest }
}

/** "Disk full: run the cleaner", and "If the disk is full, run the cleaner" where what follows asks for something; -1 when all of it is the name. */
function endOfName(text: string): number {
  const mark = text.search(/:\s|\s[-\u2013\u2014]\s/)
  const comma = /^(?:if|when)\b/i.test(text) ? text.indexOf(', ') : -1
  return mark < 0 && comma > 0 && asksForAction(text.slice(comma + 2)) ? comma : mark
}

const NAMES_A_FAILURE =
  /\b(?:scenarios?|failures?|problems?|issues?|modes?|errors?|cases?)\b|^what(?: (?:fails|failed|breaks|broke|happens|happened|goes wrong|went wrong))?\W*$/
const SHOWS_A_FAILURE =
  /\b(?:symptom\p{L}*|signs?|detect\p{L}*|triggers?|alerts?|looks?(?: like| for)|looks|spot(?:ted)?|recogni[sz]e|notice)\b/u

function rowsOf(table: TableBlock): Listed[] {
  const { action, command } = columnsOf(table)
  const names = table.header.map(({ text }) => text.toLowerCase())
  const find = (isSo: (name: string) => boolean, taken?: number) =>
    names.findIndex((name, index) => ![taken, action, command].includes(index) && isSo(name))
  const saysSo = find((name) => NAMES_A_FAILURE.test(name))
  const titleColumn = Math.max(0, saysSo < 0 ? find((name) => name === '' || !namesNothing(name)) : saysSo)
  const symptomColumn = find((name) => SHOWS_A_FAILURE.test(name), titleColumn)
  const kept = names
    .flatMap((name, index) => (name !== '' && namesNothing(name) ? [] : [index]))
    .filter((index) => index !== titleColumn && index !== symptomColumn)
  return table.rows.flatMap((row) => {
    const title = row.cells[titleColumn]?.text ?? ''
    if (title === '') return []
    const cells = kept.flatMap((index) => row.cells[index] ?? [])
    const block: TableBlock = {
      type: 'table',
      header: kept.flatMap((index) => table.header[index] ?? []),
      rows: [{ cells, line: row.line }],
      line: table.line,
      endLine: row.line,
    }
    const symptoms = row.cells[symptomColumn]?.text ?? ''
    return [{ title, symptoms, line: row.line, endLine: row.line, blocks: [block], told: [block] }]
  })
}
