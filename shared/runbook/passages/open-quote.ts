import { spanCommands } from '../commands/span-commands.ts'
import type { Block } from '../text/block.ts'
import { hasTask } from './step-items.ts'

/** A quote or call-out that holds steps is read as if it were not quoted. */
export function openQuote(block: Block, at = 0, all: readonly Block[] = []): readonly Block[] {
  if (block.type !== 'quote' || block.isFolded || isLetter(block.blocks[0], all[at - 1])) return [block]
  const holdsSteps = block.blocks.some(
    (inner) =>
      hasTask(inner) || inner.type === 'code' || (inner.type === 'list' && inner.ordered) || isOnlyACall(inner),
  )
  return holdsSteps ? block.blocks.flatMap(openQuote) : [block]
}

/** `relayctl open --all` alone in a paragraph. */
const isOnlyACall = (block: Block): boolean =>
  block.type === 'paragraph' &&
  block.inline.codes.length === 1 &&
  block.inline.codes[0]?.trim() === block.inline.text &&
  spanCommands([block]).length > 0

/** "Email template" above "Dear all, ...": the words are for somebody else to read. */
function isLetter(first: Block | undefined, before: Block | undefined): boolean {
  const lead = before && 'inline' in before ? before.inline.text : ''
  return NAMES_A_LETTER.test(lead) || (first?.type === 'paragraph' && GREETS.test(first.inline.text))
}

const NAMES_A_LETTER =
  /\b(?:template|(?:e-?mail|message|ticket|comment|announcement|notification|reply|request|status|update) (?:text|draft|wording|example))[:\uFF1A]?$/i
const GREETS =
  /^(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day))(?: [a-zà-ÿ{}[\]<>$_@-]+){0,4}\s?(?:[,!.:]|$)/i
