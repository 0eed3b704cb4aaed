import { withoutCallOut } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, saysWhen } from '../words/sentences.ts'
import type { Block, ListBlock, ListItem } from './block.ts'

/** More blocks between two numbers than belong to the first. */
const FARTHEST = 12

/**
 * Numbers with code or bullets between them at the margin ("1. Ask for it:", a block of code, "2. Drain it") are as many lists to Markdown, and so are bullets with nothing but code
 * between; to a person they are one, and what stands between belongs to the item above it (R3, R4). Words below several numbers stay where they are: they may open a new phase.
 */
export function withNumbersCountedOn(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (let index = 0; index < blocks.length; index += 1) {
    let block = blocks[index]
    const from = index
    for (let next = nextOf(block, blocks, index); block?.type === 'list' && next !== undefined; ) {
      block = joined(block, blocks.slice(index + 1, next), blocks[next])
      index = next
      next = nextOf(block, blocks, index)
    }
    if (block?.type === 'list' && index > from && isAboveItsOwn(block, blocks[index + 1])) {
      block = joined(block, blocks.slice(index + 1, index + 2), undefined)
      index += 1
    }
    if (block) out.push(block)
  }
  return out
}

type Numbered = ListBlock & { readonly first: number }

function isNumbered(block: Block | undefined): block is Numbered {
  return block?.type === 'list' && block.first !== undefined
}

function isBulleted(block: Block | undefined): boolean {
  return block?.type === 'list' && !block.ordered && block.isChoice !== true
}

/** Where the list goes on, if it does behind what belongs to its last number. */
function nextOf(block: Block | undefined, blocks: readonly Block[], index: number): number | undefined {
  if (isBulleted(block))
    return isBulleted(blocks[index + 2]) && blocks[index + 1]?.type === 'code' ? index + 2 : undefined
  if (!isNumbered(block)) return undefined
  const opening = blocks[index + 1]
  if (!isOfTheNumber(opening, blocks[index + 2], blocks[index])) return undefined
  for (let next = index + 2; next <= index + FARTHEST; next += 1) {
    const candidate = blocks[next]
    if (candidate === undefined || candidate.type === 'heading') return undefined
    if (isNumbered(candidate)) {
      const countsOn =
        candidate.first === block.first + block.items.length || isCountedByMarks(block, candidate, opening)
      const last = blocks[next - 1]
      const isOver = opening?.type !== 'paragraph' || endsWithTheNumber(last)
      return countsOn && isOver && !leadsOn(last) ? next : undefined
    }
  }
  return undefined
}

/** Every number is written "1.", and each has bullets below it: Markdown counts them, if nothing stands between. */
function isCountedByMarks(block: Numbered, next: Numbered, opening: Block | undefined): boolean {
  const held = block.items.slice(0, -1)
  return (
    block.first === 1 &&
    next.first === 1 &&
    opening?.type === 'list' &&
    held.every(({ blocks }) => blocks.at(-1)?.type === 'list')
  )
}

/** Code and bullets, and words that tell how below a number that only orders. */
function isOfTheNumber(opening: Block | undefined, next: Block | undefined, number: Block | undefined): boolean {
  if (opening?.type === 'list') return !opening.ordered
  if (opening?.type !== 'paragraph') return opening?.type === 'code'
  const [only, second] = number?.type === 'list' ? number.items : []
  const [words, more] = only?.blocks ?? []
  const isLine = second === undefined && more === undefined && words?.type === 'paragraph'
  return isLine && asksForAction(words.inline.prose) && (next?.type === 'code' || orders(opening))
}

/** Behind words below a number a statement, a warning or a quote straight above the next one may be said of that. */
function endsWithTheNumber(last: Block | undefined): boolean {
  return last?.type === 'code' || last?.type === 'list' || (last?.type === 'paragraph' && orders(last))
}

function orders({ inline }: Block & { type: 'paragraph' }): boolean {
  return asksForAction(inline.prose) && !withoutCallOut(inline.text).isWarning
}

/** "If it is full:" straight above the next number is said of that one; "Use the console to open it:" below a number that only orders tells how. */
function leadsOn(block: Block | undefined): boolean {
  if (block?.type !== 'paragraph' || !endsInAColon(block)) return false
  return !beginsWithAction(block.inline.prose) || saysWhen(block.inline.text) || LEADS_TO_MORE.test(block.inline.text)
}

/** "Do the following for each ring:" */
const LEADS_TO_MORE = /\b(?:following|below|these|this|steps|each|every|then|as follows)\b/i

/** The last of several bullets that have their code at the margin ("Look at its size:"), or of several numbers that each have bullets there. */
function isAboveItsOwn(list: ListBlock, next: Block | undefined): boolean {
  const [words, more] = list.items.at(-1)?.blocks ?? []
  if (more !== undefined) return false
  if (isBulleted(list)) return next?.type === 'code' && endsInAColon(words)
  return isBulleted(next) && list.items.slice(0, -1).every(({ blocks }) => blocks.at(-1)?.type === 'list')
}

const endsInAColon = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && /[:\uFF1A]$/.test(block.inline.text)

function joined(list: ListBlock, between: readonly Block[], next: Block | undefined): ListBlock {
  const last = list.items.at(-1)
  if (!last) return list
  const more = next?.type === 'list' ? next : undefined
  const endLine = between.at(-1)?.endLine ?? last.endLine
  const held: ListItem = { ...last, blocks: [...last.blocks, ...between], endLine }
  return {
    ...list,
    items: [...list.items.slice(0, -1), held, ...(more?.items ?? [])],
    endLine: more?.endLine ?? endLine,
  }
}
