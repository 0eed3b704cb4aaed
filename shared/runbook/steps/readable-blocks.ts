import { withCodeParagraphs } from '../commands/code-paragraphs.ts'
import { isScriptOfOrders } from '../commands/script-remarks.ts'
import { withoutFactLabels } from '../passages/labelled-fixes.ts'
import { withListedNames } from '../passages/listed-names.ts'
import { openQuote } from '../passages/open-quote.ts'
import { isContents } from '../passages/step-items.ts'
import type { Block, ListItem } from '../text/block.ts'

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
  const blocks = withListedNames(withCodeParagraphs(own, lines))
  readable.set(given, { lines, blocks })
  return blocks
}

/** A script of orders below the words of an item is steps below it, and no command of its own. */
export function withoutScripts(item: ListItem): ListItem {
  if (!item.blocks.some(isScriptOfOrders)) return item
  return { ...item, blocks: item.blocks.filter((block) => !isScriptOfOrders(block)) }
}
