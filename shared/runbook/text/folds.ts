import { headsBans } from '../words/bans.ts'
import { asksForAction } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { isLoneCase, namesAWay } from '../words/way-names.ts'
import type { Block, Inline, ParagraphBlock } from './block.ts'
import { markOf } from './tab-marks.ts'

/** What `<details>` shows, and what it holds. */
type Fold = { readonly shown: ParagraphBlock; readonly end: number; readonly held: readonly Block[] }

const BEARS_STEPS = new Set<Topic | undefined>(['debugging', 'mitigation'])
const TELLS = new Set<Topic | undefined>([
  'meaning',
  'impact',
  'sla',
  'sources',
  'symptoms',
  'cause',
  'reference',
  'afterwards',
  'trial',
])

/**
 * `<details>` amid steps as a box: what it shows is the title of what it holds, and no heading of what stands behind it (R4). Where it only tells ("Background") it is a quote.
 * Several side by side that hold steps, or ways to choose from, stay headings; so does one with nothing behind it. `isWithin` says that they stand in an item or a quote.
 */
export function withFolds(blocks: Block[], isWithin: boolean): Block[] {
  return blocks.some(isShown) ? foldsIn(blocks, isWithin) : blocks
}

function foldsIn(blocks: readonly Block[], isWithin: boolean): Block[] {
  const out: Block[] = []
  let isUnderSteps = false
  for (let at = 0; at < blocks.length; ) {
    const { folds, next } = foldsFrom(blocks, at)
    const block = blocks[at]
    if (folds.length === 0 && block) {
      if (block.type === 'heading') isUnderSteps = BEARS_STEPS.has(topicOf(block.inline.text))
      out.push(block)
    }
    const isAmid = isWithin || (folds.length > 0 && goesOn(blocks, next, isUnderSteps))
    const countsOn = isCountedOn(blocks[next])
    const areWays = folds.filter(holdsSteps).length > 1 || folds.some(({ shown }) => namesAWay(shown.inline.text))
    for (const fold of folds)
      out.push(
        ...(isAmid && !fold.held.some(isTab)
          ? isWithin && namesACase(fold)
            ? [asCase(fold)]
            : asBox(countsOn ? withPlainHeadings(fold) : fold, areWays)
          : [fold.shown, ...foldsIn(fold.held, false)]),
      )
    at = folds.length === 0 ? at + 1 : next
  }
  return out
}

const isTab = (block: Block): boolean => block.type === 'heading' && markOf(block.inline.text) !== undefined

const isShown = (block: Block | undefined): block is ParagraphBlock =>
  block?.type === 'paragraph' && block.foldEnd !== undefined

/** Those that begin at a place, straight behind each other, and the place behind them. */
function foldsFrom(blocks: readonly Block[], at: number): { readonly folds: readonly Fold[]; readonly next: number } {
  const folds: Fold[] = []
  let next = at
  for (let shown = blocks[next]; isShown(shown); shown = blocks[next]) {
    const { foldEnd = 0 } = shown
    const first = next + 1
    next = first
    while ((blocks[next]?.line ?? Number.POSITIVE_INFINITY) <= foldEnd) next += 1
    folds.push({ shown, end: foldEnd, held: blocks.slice(first, next) })
  }
  return { folds, next }
}

/** Whether steps, or what may be some, stand behind up to the next heading. */
function goesOn(blocks: readonly Block[], from: number, isUnderSteps: boolean): boolean {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined || block.type === 'heading' || isShown(block) || isBoldHeading(block)) return false
    if (isUnderSteps || mayBeSteps(block)) return true
  }
  return false
}

/** It begins a section of its own. */
const isBoldHeading = (block: Block): boolean =>
  block.type === 'paragraph' && block.inline.bold && !/[.!?;,]$/.test(block.inline.text)

const mayBeSteps = (block: Block): boolean =>
  block.type === 'paragraph' ? asksForAction(block.inline.prose) : block.type !== 'heading' && block.type !== 'quote'

const holdsSteps = ({ shown, held }: Fold): boolean => !TELLS.has(topicOf(shown.inline.text)) && held.some(mayBeSteps)

/** "3. Close it" behind what was folded away. */
const isCountedOn = (block: Block | undefined): boolean =>
  block?.type === 'list' && block.first !== undefined && block.first > 1

/** Headings that announce nothing are read as words: the numbers behind them go on with those in front. */
function withPlainHeadings(fold: Fold): Fold {
  const isPlain = (block: Block) =>
    block.type !== 'heading' || (topicOf(block.inline.text) === undefined && !headsBans(block.inline.text))
  if (!fold.held.every(isPlain)) return fold
  const held = fold.held.map((block): Block => {
    const { line, endLine } = block
    return block.type === 'heading' ? { type: 'quote', isFolded: true, blocks: [block], line, endLine } : block
  })
  return { ...fold, held }
}

/** "If it does not start", "When the disk is full" */
const namesACase = ({ shown: { inline } }: Fold): boolean =>
  isLoneCase(inline.text) || /^(?:only )?(?:when|unless)\s/i.test(inline.text)

/** Of an item it is a case with what to do in it below, as "- If it does not start:" is: nothing in it is to be done in any other. */
function asCase({ shown, end, held }: Fold): Block {
  const { line } = shown
  const inline = { ...shown.inline, bold: false, lead: '' }
  const [only, ...more] = held
  const isOneLine = only?.type === 'paragraph' && only.line === line && more.length === 0
  const title: ParagraphBlock = {
    type: 'paragraph',
    inline: isOneLine ? inFrontOf(inline, only.inline) : inline,
    line,
    endLine: shown.endLine,
  }
  const blocks = isOneLine ? [title] : [title, ...foldsIn(held, true)]
  return { type: 'list', ordered: false, items: [{ blocks, task: 'none', line, endLine: end }], line, endLine: end }
}

/** "If it is torn: delete the volume." */
const inFrontOf = (title: Inline, words: Inline): Inline => ({
  ...words,
  text: `${title.text}: ${words.text}`,
  prose: `${title.prose}: ${words.prose}`,
  codes: [...title.codes, ...words.codes],
  links: [...title.links, ...words.links],
  bold: false,
  lead: '',
})

/** "Click to expand", "Show more": it speaks of the page. */
const OPENS_IT =
  /^\W*(?:(?:click|tap)\b[^.]{0,30}\b(?:expand|unfold|open|show|see|view|reveal|collapse)\b.{0,40}|(?:expand|unfold|show|see|view)(?: (?:all|more|the|details?|me|it|to|see))*\W*)$/i

/** A picture, or nothing, is folded away: its name is nothing to do. */
const isPicture = (block: Block): boolean =>
  block.type === 'paragraph' && /^(?:!\[[^\]]*\]\([^()]*\))?$/.test(block.inline.text.trim())

function asBox(fold: Fold, areWays: boolean): readonly Block[] {
  const { shown, end, held } = fold
  const { line } = shown
  const inline = { ...shown.inline, bold: false, lead: '' }
  const title: ParagraphBlock = { type: 'paragraph', inline, boxEnd: end, line, endLine: shown.endLine }
  const isStructured = held.some(({ type }) => type === 'heading')
  if (TELLS.has(topicOf(inline.text)) || (isStructured && !held.some(mayBeSteps)) || held.every(isPicture))
    return [{ type: 'quote', isFolded: true, blocks: [title, ...held], line, endLine: held.at(-1)?.endLine ?? line }]
  if (areWays || isStructured) return [shown, ...foldsIn(held, false)]
  const told: Block = { type: 'quote', isFolded: true, blocks: [title], line, endLine: shown.endLine }
  return [OPENS_IT.test(inline.text) ? told : title, ...foldsIn(held, true)]
}
