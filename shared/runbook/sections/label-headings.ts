import type { Block, TableBlock } from '../text/block.ts'
import { inlineFromPlace } from '../text/cut-inline.ts'
import { asksForAction } from '../words/sentences.ts'
import { topicOf, withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { namesAWay, opposed } from '../words/way-names.ts'

const LONGEST_LABEL = 40
const STEP_BEARING = new Set<Topic | undefined>(['debugging', 'mitigation'])
/** Labels in front of a sentence count only for these: "Note: ..." is no part. */
const IN_FRONT = new Set<Topic | undefined>([
  'meaning',
  'impact',
  'symptoms',
  'cause',
  'sla',
  'sources',
  'escalation',
  'debugging',
  'mitigation',
])

const CALL_OUT =
  /^(?:note|notes|warning|caution|important|danger|tip|info|attention|beware|remember|hint|example|output|(?:expected|typical|problem|healthy|unhealthy|good|bad|normal|failing|error) outputs?|todo)\b/i

/** Whether bold words may be a heading: no sentence, and no call-out ("Note:", "Output"). */
export function namesWhatFollows(words: string): boolean {
  return words.length <= 80 && !/[.!?;,]$/.test(words) && !CALL_OUT.test(words)
}

type Paragraph = Block & { readonly type: 'paragraph' }

/** A plain line that serves as a heading: its words, and the sentence that follows on the same line, if one does. */
export type LabelHeading = { readonly heading: string; readonly rest: Paragraph | undefined }

/** Whether the heading above the lines announces steps already, and the bold lines that stand before and behind them. */
type LabelPlace = { readonly underSteps: boolean; readonly besideBold: readonly string[] }

/**
 * Plain lines that serve as headings, as people write them in a hurry: "Diagnosis" or "Resolution plan:" straight above a list, "Meaning: the job hangs" in
 * front of a sentence (R2, R4). Only where one of the lines under the same heading announces steps, for elsewhere such a line is a mere introduction.
 */
export function labelHeadings(
  blocks: readonly Block[],
  { underSteps, besideBold }: LabelPlace,
): ReadonlyMap<Block, LabelHeading> {
  const bold = new Map([...boldLabels(blocks, besideBold), ...opposedLabels(blocks)])
  if (underSteps) return bold
  const labels = blocks.flatMap((block, index): [Block, LabelHeading][] => {
    const label = labelAbove(block, blocks[index + 1]) ?? labelInFront(block)
    return label === undefined ? [] : [[block, label]]
  })
  const bearsSteps = labels.some(([, { heading }]) => STEP_BEARING.has(topicOf(heading)))
  const onlyInFront = labels.every(([, { rest }]) => rest !== undefined)
  return new Map([...(bearsSteps && !(onlyInFront && labels.length < 2) ? labels : []), ...bold])
}

/**
 * Labels in bold in front of a sentence: "**Fix:** restart the loader". One that announces steps is always a heading; another one only when nothing follows
 * that would fall under it by mistake.
 */
function boldLabels(blocks: readonly Block[], besideBold: readonly string[]): ReadonlyMap<Block, LabelHeading> {
  const found = new Map<Block, LabelHeading>()
  const ways = blocks.filter(namesOneOfWays)
  const series = blocks.filter(isLineOfItsOwn)
  const isSeries = series.length > 1 && series.some(({ inline }) => asksForAction(inline.prose))
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const label = boldLabel(block)
    if (label === undefined) continue
    const next = blocks[index + 1]
    const isAlone = next === undefined || found.has(next)
    const isSister = namesACase(block) && besideBold.some((words) => ENDS_IN_A_COLON.test(words))
    const isOneOfMany = (isSeries && isLineOfItsOwn(block)) || isSister || (ways.length > 1 && ways.includes(block))
    const isWhole = label.rest === undefined || isOneOfMany
    const isKnown = IN_FRONT.has(topicOf(label.heading))
    if (isWhole || (isKnown && isAlone) || STEP_BEARING.has(topicOf(label.heading))) found.set(block, label)
  }
  return found
}

/** "**Relay slow:**" on the first line of a paragraph, and no order: a heading beside "**Ring full:**" on a line of its own. */
const namesACase = (block: Block): boolean =>
  isLineOfItsOwn(block) && ENDS_IN_A_COLON.test(block.inline.lead) && !asksForAction(withoutNumber(block.inline.lead))
const ENDS_IN_A_COLON = /[:\uFF1A]$/

/** "**RingFull**" on the first line of a paragraph: a heading where there are several, for Markdown joins it with the text below. */
function isLineOfItsOwn(block: Block): block is Paragraph {
  return block.type === 'paragraph' && block.inline.leadIsLine === true && namesWhatFollows(block.inline.lead)
}

/** "**Option 2: offline**, needs a window" above what is done then. */
function namesOneOfWays(block: Block): boolean {
  return block.type === 'paragraph' && !block.inline.bold && namesAWay(block.inline.lead.replace(/[\s.:\uFF1A]+$/, ''))
}

function boldLabel(block: Block): LabelHeading | undefined {
  if (block.type !== 'paragraph') return undefined
  const { text, lead, bold, leadIsLine } = block.inline
  if (bold || lead === '' || !text.startsWith(lead)) return undefined
  const heading = lead.replace(/[\s.:\uFF1A\u2013\u2014-]+$/, '')
  const [bracket = ''] = /^\s*\([^)]{1,40}\)(?=\s*[:\uFF1A])/.exec(text.slice(lead.length)) ?? []
  const rest = text.slice(lead.length + bracket.length)
  const isEnded =
    leadIsLine === true ||
    /[.:\uFF1A]$/.test(lead) ||
    /^\s*(?:[:\uFF1A\u2013\u2014]|-\s)/.test(rest) ||
    (namesAWay(heading) && /^\s*[,(]/.test(rest))
  const words = rest.replace(/^[\s:\uFF1A.,\u2013\u2014-]+/, '')
  // "**If the ring is gone** (rare):"; what stands in brackets may tell it from another.
  if (isEnded && words === '' && heading.includes(' '))
    return { heading: text.replace(/[\s:\uFF1A]+$/, ''), rest: undefined }
  if (
    !isEnded ||
    !(IN_FRONT.has(topicOf(heading)) || namesAWay(heading) || (leadIsLine === true && namesWhatFollows(heading)))
  )
    return undefined
  if (words === '') return { heading, rest: undefined }
  // What the brackets say ("not on the primary") is said of what follows: the heading may only be read for what it announces.
  const said = bracket === '' ? '' : `${bracket.trim()} `
  const behind = inlineFromPlace(block.inline, text.length - words.length)
  const line = leadIsLine === true && block.endLine > block.line ? block.line + 1 : block.line
  return {
    heading,
    rest: { ...block, line, inline: { ...behind, text: said + behind.text, prose: said + behind.prose } },
  }
}

/**
 * Bullets whose items are headings ("- #### DiskFull") are sections that somebody indented: their items stand as if they were not in a list. So are the rows of a table
 * that has "Meaning", "Diagnosis", "Mitigation" in its first column.
 */
export function hoistHeadings(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return rowsAsSections(block)
    if (block.type !== 'list' || block.ordered) return [block]
    const isOutline = block.items.every(({ blocks: [first] }) => first?.type === 'heading')
    return isOutline ? block.items.flatMap((item) => item.blocks) : [block]
  })
}

function rowsAsSections(table: TableBlock): Block[] {
  const rows = [{ cells: table.header, line: table.line }, ...table.rows].filter(
    ({ cells }, index) => index > 0 || IN_FRONT.has(topicOf(cells[0]?.text ?? '')),
  )
  const topics = rows.map(({ cells }) => topicOf(cells[0]?.text ?? ''))
  const areParts = rows.every(({ cells }) => cells.length === 2) && topics.every((topic) => IN_FRONT.has(topic))
  if (!areParts || rows.length < 2 || !topics.some((topic) => STEP_BEARING.has(topic))) return [table]
  return rows.flatMap(({ cells: [label, words], line }): Block[] =>
    label === undefined || words === undefined
      ? []
      : [
          { type: 'heading', level: LOWEST_LEVEL, inline: label, line, endLine: line },
          { type: 'paragraph', inline: words, line, endLine: line },
        ],
  )
}

/** Of the headings that Markdown has: the table stands below any of them. */
const LOWEST_LEVEL = 6

function labelAbove(block: Block, next: Block | undefined): LabelHeading | undefined {
  if (block.type !== 'paragraph' || !next || next.type === 'paragraph' || next.type === 'heading') return undefined
  const { text, codes, links } = block.inline
  const isPlain = text.length <= LONGEST_LABEL && codes.length === 0 && links.length === 0
  const isLabel = isPlain && /[\p{L}\p{N}):\uFF1A]$/u.test(text) && topicOf(text) !== undefined
  return isLabel ? { heading: text, rest: undefined } : undefined
}

/** "Installation: create it" and "Uninstall: remove it": of such only one is wanted. */
function opposedLabels(blocks: readonly Block[]): readonly [Block, LabelHeading][] {
  const labels = blocks.flatMap((block): [Block, LabelHeading][] => {
    const label = plainLabel(block)
    return label === undefined ? [] : [[block, label]]
  })
  const names = opposed(labels.map(([, { heading }]) => heading))
  return labels.filter(([, { heading }]) => names.has(heading))
}

function labelInFront(block: Block): LabelHeading | undefined {
  const label = plainLabel(block)
  return label !== undefined && IN_FRONT.has(topicOf(label.heading)) ? label : undefined
}

function plainLabel(block: Block): LabelHeading | undefined {
  if (block.type !== 'paragraph') return undefined
  const { text, lead } = block.inline
  const label = /^([\p{L}][\p{L} ]{2,29})[:\uFF1A]\s+(?=\S)/u.exec(text)
  if (!label || lead !== '') return undefined
  return { heading: label[1] ?? '', rest: { ...block, inline: inlineFromPlace(block.inline, label[0].length) } }
}
