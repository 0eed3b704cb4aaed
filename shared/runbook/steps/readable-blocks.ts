import { withCodeParagraphs } from '../commands/code-paragraphs.ts'
import { isScriptOfOrders } from '../commands/script-remarks.ts'
import { withoutFactLabels } from '../passages/labelled-fixes.ts'
import { withListedNames } from '../passages/listed-names.ts'
import { openQuote } from '../passages/open-quote.ts'
import { isContents } from '../passages/step-items.ts'
import type { Block, ListItem } from '../text/block.ts'
import { asksForAction, saysWhen, sentencesOf } from '../words/sentences.ts'
import { areNotesAboveCode } from './list-leads.ts'

const readable = new WeakMap<
  readonly Block[],
  { readonly lines: readonly string[]; readonly blocks: readonly Block[] }
>()

/** The blocks of a section as steps are read from them: the same ones for each reader and each tier, so that what is known of them stays known. */
export function readableBlocks(given: readonly Block[], lines: readonly string[]): readonly Block[] {
  const found = readable.get(given)
  if (found?.lines === lines) return found.blocks
  const own = given
    .filter((block) => !isContents(block))
    .flatMap(openQuote)
    .map(withoutFactLabels)
  const blocks = withCasesAboveCode(withListedNames(withoutNotesAboveCode(withCodeParagraphs(own, lines))))
  readable.set(given, { lines, blocks })
  return blocks
}

/** "Notes:" with its bullets between an order and its code: the code is of the order, and the notes are read beside it. */
const withoutNotesAboveCode = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((_, index) => !areNotesAboveCode(blocks, index) && !areNotesAboveCode(blocks, index + 1))

/** "If you see this:", a block of code, "then restart it": what goes on in small letters behind code has its case in front. */
function withCasesAboveCode(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, index) => {
    const lead = blocks[index - 2]
    if (block.type !== 'paragraph' || blocks[index - 1]?.type !== 'code' || lead?.type !== 'paragraph') return block
    const last = sentencesOf(lead.inline.text).at(-1) ?? ''
    if (!/^\p{Ll}/u.test(block.inline.text) || !saysWhen(last) || /[.!?]$/.test(last) || asksForAction(last))
      return block
    const opening = `${last.replace(/\s*[:\uFF1A]$/, '')} \u2026 `
    const inline = { ...block.inline, text: opening + block.inline.text, prose: opening + block.inline.prose }
    return { ...block, inline }
  })
}

/** A script of orders below the words of an item is steps below it, and no command of its own. */
export function withoutScripts(item: ListItem): ListItem {
  if (!item.blocks.some(isScriptOfOrders)) return item
  return { ...item, blocks: item.blocks.filter((block) => !isScriptOfOrders(block)) }
}
