import type { Block, ListBlock, ListItem } from './block.ts'
import { withLabelledWays } from './labelled-ways.ts'
import { NO_INLINE } from './read-inline.ts'
import { markOf, type TabMark } from './tab-marks.ts'

type Heading = Block & { readonly type: 'heading' }
type OpenItem = { label: Block; content: Block[]; line: number; endLine: number }

/**
 * Tabs and steps of site builders as lists: each tab is an item that begins with its label, and a list of tabs is one of alternatives (R3, R4). A tab that
 * holds headings cannot be an item, for those are parts of the file; its label stands as a line in bold, above what it holds.
 */
export function withTabs(blocks: readonly Block[]): Block[] {
  if (!blocks.some((block) => block.type === 'heading' && markOf(block.inline.text))) return [...blocks]
  const out: Block[] = []
  let items: OpenItem[] = []
  let isChoice = false
  let open = false
  const close = (): void => {
    for (const block of asBlocks(items, isChoice)) out.push(block)
    items = []
  }
  for (const block of blocks) {
    const mark = block.type === 'heading' ? markOf(block.inline.text) : undefined
    if (block.type === 'heading' && mark) {
      open = mark.kind !== 'end'
      if (!open) continue
      if (isChoice !== (mark.kind === 'choice')) close()
      isChoice = mark.kind === 'choice'
      items.push({ ...headOf(block, mark), ...linesOf(block) })
      open = mark.isClosed !== true
      continue
    }
    const item = items.at(-1)
    if (open && item) {
      item.content.push(block)
      item.endLine = block.endLine
    } else {
      close()
      out.push(block)
    }
  }
  close()
  return out
}

function asBlocks(items: readonly OpenItem[], isChoice: boolean): readonly Block[] {
  const [first] = items
  if (!first) return []
  // One tab alone is no choice.
  if (isChoice && items.length === 1) return first.content
  if (items.some(({ content }) => content.some(({ type }) => type === 'heading')))
    return items.flatMap(({ label, content }) => [inBold(label), ...content])
  const list: ListBlock = {
    type: 'list',
    ordered: !isChoice,
    items: items.map(asItem),
    line: first.line,
    endLine: items.at(-1)?.endLine ?? first.line,
    ...(isChoice ? { isChoice } : {}),
  }
  return [list]
}

function asItem({ label, content, line, endLine }: OpenItem): ListItem {
  return { blocks: withLabelledWays([label, ...content]), task: 'none', line, endLine }
}

function inBold(block: Block): Block {
  return block.type === 'paragraph'
    ? { ...block, inline: { ...block.inline, bold: true, lead: block.inline.text } }
    : block
}

/** The label of a tab, and what it holds on the same line; those of a step are one order. */
function headOf({ inline, ...heading }: Heading, { kind, label, text }: TabMark): { label: Block; content: Block[] } {
  const asParagraph = (words: string, prose: string, own = inline): Block => ({
    type: 'paragraph',
    inline: { ...own, text: words, prose, bold: false, lead: '' },
    ...linesOf({ ...heading, inline }),
  })
  if (text === undefined) return { label: asParagraph(label, label), content: [] }
  const prose = markOf(inline.prose)?.text ?? text
  const colon = label === '' || /[.:!?]$/.test(label) ? ' ' : ': '
  return kind === 'step'
    ? { label: asParagraph(`${label}${colon}${text}`.trim(), `${label}${colon}${prose}`.trim()), content: [] }
    : { label: asParagraph(label, label, NO_INLINE), content: [asParagraph(text, prose)] }
}

function linesOf({ line, endLine }: Block): { line: number; endLine: number } {
  return { line, endLine }
}

/** Whether a block is tabs, of which a reader follows one. */
export function isTabs(block: Block): block is ListBlock & { readonly isChoice: true } {
  return block.type === 'list' && block.isChoice === true
}

/** The blocks with those of tabs in their place: for questions of what a text holds at all. */
export function openTabs(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (isTabs(block) ? block.items.flatMap((item) => openTabs(item.blocks)) : [block]))
}
