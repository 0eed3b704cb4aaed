import { looksTyped } from '../commands/command-lines.ts'
import { isCountedStep, isNumberedHeading } from '../languages/step-words.ts'
import { itemAsks } from '../passages/step-items.ts'
import type { Block } from '../text/block.ts'
import { beginsWithAction, sentencesOf } from '../words/sentences.ts'
import { announcesPlainly, plainHeading, topicOf, withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { tellsATry } from './told-tries.ts'

type Heading = {
  readonly heading: string
  readonly level: number
  readonly parent: number | undefined
  readonly blocks: readonly Block[]
}

const BEARS_STEPS = new Set<Topic | undefined>(['debugging', 'mitigation'])
/** These are no steps of the procedure even as the last one of it. */
const NEVER_A_STEP = new Set<Topic | undefined>(['escalation', 'afterwards'])
/** "Verification" is of the trouble before anything has been done about it, and of the remedy after. */
const VERIFIES = /^(?:verif|validat|confirm)/

/**
 * What each heading announces at its place (R2). One key word does not take a heading out of the diagnosis or the remedy it stands below
 * ("Cause: the ring is full" under "Resolution"): only a heading that plainly announces something else does ("Impact"), and a numbered step never.
 */
export function settledTopics(headings: readonly Heading[]): readonly (Topic | undefined)[] {
  const hasTitle = headings.filter(({ level }) => level === 1).length === 1
  const own = ownTopics(headings, hasTitle)
  const isBelowSteps: boolean[] = []
  return headings.map(({ heading, parent, blocks }, index) => {
    const topic = own[index]
    const holder = parent === undefined ? undefined : headings[parent]
    const isBelow = holder !== undefined && !(hasTitle && holder.level === 1) && isBelowSteps[parent ?? 0] === true
    isBelowSteps[index] = BEARS_STEPS.has(topic) || (isBelow && topic === undefined)
    if (topic === undefined && isOneOfNumberedOrders(index, headings, own)) return 'debugging'
    if (topic === undefined || BEARS_STEPS.has(topic) || NEVER_A_STEP.has(topic)) return topic
    if (tellsATry(heading, blocks)) return topic
    const asks = topic === 'meaning' && ASKS_HOW_IT_IS.test(heading)
    const isInFront = isBelow && topic !== 'reference' && (asks || !announcesPlainly(heading))
    // "Step 4: upstream outage" is done, whatever its words; "4. Upstream systems" may only be counted.
    const bearsSteps = isInFront || isCountedStep(heading)
    if (bearsSteps) isBelowSteps[index] = isBelow
    return bearsSteps ? undefined : topic
  })
}

/** "1. Check the ring", "2. Check the relay" below a list of causes: the author went on to what is done, and only left the heading of it out. */
function isOneOfNumberedOrders(
  index: number,
  headings: readonly Heading[],
  topics: readonly (Topic | undefined)[],
): boolean {
  const { parent } = headings[index] ?? {}
  if (parent === undefined || !TELLS_OF_IT.has(topics[parent])) return false
  const sisters = headings.filter((heading) => heading.parent === parent)
  const areOrders = ({ heading }: Heading) => isNumberedHeading(heading) && beginsWithAction(withoutNumber(heading))
  return sisters.length > 1 && headings[parent]?.blocks.length !== 0 && sisters.every(areOrders)
}

/** What stands below such a heading is told, and not done. */
const TELLS_OF_IT = new Set<Topic | undefined>(['cause', 'symptoms', 'impact', 'meaning'])

/** "What is the state of the ring?" is looked at, "What is this alert?" is told. */
const ASKS_HOW_IT_IS = /^(?!.*\b(?:alerts?|alarms?|this|it|means?|happen(?:s|ed|ing)?)\b).*\?$/i

/** What each heading announces by its words; a verification beside a remedy that comes before anything is done is one of the trouble. */
function ownTopics(headings: readonly Heading[], hasTitle: boolean): readonly (Topic | undefined)[] {
  const topics = headings.map((heading, index) => (heading.level === 0 ? undefined : topicIn(heading, index, headings)))
  const counts = (index: number) => (headings[index]?.level ?? 0) > (hasTitle ? 1 : 0)
  const first = topics.findIndex((topic, index) => counts(index) && (topic === undefined || BEARS_STEPS.has(topic)))
  const opening = headings[first]
  if (!opening || !verifies(opening)) return topics
  const isBefore = headings.some(
    (heading, index) =>
      index > first && heading.parent === opening.parent && topics[index] === 'mitigation' && !verifies(heading),
  )
  return isBefore ? topics.with(first, 'debugging') : topics
}

/** "Detect" and "Detection" as stages of what is done. */
const DETECTS = /^detect(?:ion|ing)?$/

/** "Automated recovery" above a call is what to run. A "root cause analysis", a "Detection" or an "Alert" that asks for checks, itself or below its headings, or only gathers headings, is the diagnosis; else it tells the causes, or the signs. */
function topicIn({ heading, blocks }: Heading, index: number, headings: readonly Heading[]): Topic | undefined {
  if (tellsATry(heading, blocks)) return 'trial'
  const topic = topicOf(heading)
  const words = plainHeading(heading)
  const isAnalysis = (topic === 'cause' && words.endsWith('analysis')) || (topic === 'symptoms' && DETECTS.test(words))
  if (topic === 'reference' && words.startsWith('automat') && blocks.some(isTyped)) return 'mitigation'
  if (words === 'alert')
    return blocks.length === 0 || blocks.some(orders) || orderBelow(headings, index) ? 'debugging' : topic
  return isAnalysis && (blocks.length === 0 || blocks.some(asksOrIsTyped)) ? 'debugging' : topic
}

const isTyped = (block: Block): boolean => block.type === 'code' && looksTyped(block.text)

function asksOrIsTyped(block: Block): boolean {
  return block.type === 'code' ? isTyped(block) : block.type === 'list' && block.items.some(itemAsks)
}

/** It says what to do, before code also behind a statement: "More is told on the relay. Open a shell there and issue the following commands:". */
const orders = (block: Block, at: number, blocks: readonly Block[]): boolean =>
  block.type === 'paragraph' &&
  (beginsWithAction(block.inline.prose) ||
    (blocks[at + 1]?.type === 'code' && beginsWithAction(sentencesOf(block.inline.prose).at(-1) ?? '')))

/** Whether what stands below the headings below another one says what to do. */
function orderBelow(headings: readonly Heading[], holder: number): boolean {
  for (let at = holder + 1; (headings[at]?.parent ?? -1) >= holder; at += 1) {
    if (headings[at]?.blocks.some(orders)) return true
  }
  return false
}

const verifies = ({ heading }: Heading): boolean => VERIFIES.test(plainHeading(heading)) && announcesPlainly(heading)
