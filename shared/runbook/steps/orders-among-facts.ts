import { isToolLine, looksTyped } from '../commands/command-lines.ts'
import { isScript } from '../commands/read-commands.ts'
import { fixesIn } from '../passages/labelled-fixes.ts'
import { itemAsks, itemCommands, wordsOf } from '../passages/step-items.ts'
import { saysNothing } from '../passages/step-paragraphs.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, ListBlock, ListItem } from '../text/block.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, sentencesOf } from '../words/sentences.ts'
import type { Topic } from '../words/topic-name.ts'

const FACTS = new Set<Topic | undefined>(['meaning', 'impact', 'symptoms', 'cause'])

/** The blocks of a section that tells facts which are steps all the same (R3); `topic` is its own or the one it stands below. Empty for other sections. */
export function ordersAmongFacts(section: Section, topic: Topic | undefined): readonly Block[] {
  const { blocks, heading } = section
  if (topic === 'prerequisites') return safetyMeasures(blocks)
  if (topic === 'reference') {
    if (HOLDS_QUERIES.test(heading)) return blocks.filter(holdsTyped)
    return OF_THIS_CASE.test(heading) ? itemsThatOrder(blocks) : []
  }
  if (topic === 'afterwards') return IS_FOR_LATER.test(heading) ? [] : itemsThat(blocks, LOOKS_ONCE_MORE)
  if (!FACTS.has(topic) || (topic === 'meaning' && section.topic !== topic)) return []
  if (topic === 'cause') {
    const answered = causesWithOrders(blocks)
    return answered.length > 0 ? answered : looksIn(section)
  }
  if (topic === 'impact') return blocks.filter((block, index) => isPlainOrder(block, blocks[index + 1]))
  const looks = looksIn(section)
  return topic === 'meaning' && looks.length === 0 ? blocks.filter(saysHowToMend) : looks
}

/** "To fix it, drain the ring." in a paragraph that else tells what the alert is. */
function saysHowToMend(block: Block): boolean {
  return block.type === 'paragraph' && sentencesOf(block.inline.prose).some((one) => MENDS.test(one) && isOrder(one))
}
const MENDS = /^to (?:fix|resolve|solve|mitigate|correct|remedy) (?:it|this|that|the)\b/i

/** What some houses tell of every alert: below such a heading a bullet may say what to look at or to undo. */
const OF_THIS_CASE = /\b(?:severit(?:y|ies)|recent changes|alert behaviou?r|alerts?|dashboards?|metrics|monitoring)\b/i
/** "Check the board of the relay", "If a deployment is the cause, roll it back" */
const LOOKS_OR_REACTS =
  /^(?:(?:please |first,? )?(?:check|inspect|verify|confirm|investigate|review|look (?:for|at|into)|search|see (?:if|whether)) |if\b[^,]{3,160}, )/i

/** What is learned, and done so that it does not come again, is for another day. */
const IS_FOR_LATER = /\b(?:prevent\w*|lessons?|proactive|long[- ]term|reviews?|retro\w*|post-?mortems?)\b/i

/** "Dashboards & queries": what can be typed there is a look at this case. */
const HOLDS_QUERIES = /\bqueries\b/i

/** Code that is typed, or a list with such code in each of most items. */
function holdsTyped(block: Block): boolean {
  if (block.type === 'code') return looksTyped(block.text)
  if (block.type !== 'list') return false
  const typed = block.items.filter((item) => item.blocks.some((inner) => inner.type === 'code' && holdsTyped(inner)))
  return typed.length * 2 >= block.items.length
}

/** Each cause with what to do about it: behind a label, else in a clause of its own that orders ("Disk full: the ring is read-only. Check the disk."). */
function causesWithOrders(blocks: readonly Block[]): readonly Block[] {
  const fixes = fixesIn(blocks)
  return fixes.length > 0 ? fixes : blocks.flatMap((block) => (block.type === 'list' ? answeredIn(block) : []))
}

/** "To fix it, drain the ring", "To tell whether it is full, check the board": no other cause need say as much. */
const isAnswer = (sentence: string): boolean => ANSWERS.test(sentence) && isOrder(sentence)
const ANSWERS =
  /^to (?:fix|resolve|solve|mitigate|correct|remedy|work around|recover|confirm|verify|check|tell|see|determine|find out|diagnose)\b/i

/** The items that say what to do, where most of them do, or it is said plainly; they are steps, whatever else they say. */
function answeredIn(list: ListBlock): readonly ListBlock[] {
  const ordersOf = (item: ListItem) => clausesOf(wordsOf(item).prose).slice(1).filter(isOrder)
  const items = list.items.filter((item) => ordersOf(item).length > 0)
  const onlyPoint = items.flatMap(ordersOf).every((order) => POINTS.test(order))
  const isRule = items.length > 1 && items.length * 2 >= list.items.length && !onlyPoint
  const isTyped = (item: ListItem) => items.includes(item) || itemCommands(item).length > 0
  const answered = isRule
    ? list.items.filter(isTyped)
    : items.filter((item) => sentencesOf(wordsOf(item).prose).some(isAnswer))
  return answered.length > 0 ? [{ ...list, ordered: true, items: answered }] : []
}

/** "The probe fails - check the load; a starved ring is slow": each stretch that may be an order of its own. */
const clausesOf = (text: string): readonly string[] =>
  sentencesOf(text).flatMap((sentence) => sentence.split(/[;:\uFF1A]\s+|\s[-\u2013\u2014]\s/))

const isOrder = (clause: string): boolean => moodOf(clause) === 'order' && beginsWithAction(clause)

/** "Refer to the book for guidance": where a cause is told in full. */
const POINTS = /^(?:please |also )*(?:see|refer to|learn more|read more)\b(?! (?:if|whether)\b)/i

/** After the incident a last look at the thing is still a step, and so is what to do in a case; what is learned and mended later is none. */
const LOOKS_ONCE_MORE =
  /^(?:(?:please |first,? )?(?:verify|confirm|check|monitor|watch|identify|decide|capture|replay|drain)|run (?:a|the) (?:test|smoke|sanity|health)\b|(?:if|after)\b[^,]{3,160},(?= (?:check|confirm|drain|monitor|restart|roll|tell|tune|verify|watch)\b)) (?!.*\b(?:post-?mortem|runbook|ticket|alert|review|documentation|timeline|drill)s?\b)/i

/** The bullets that order a look, or what to do in a case, and are no links. */
const itemsThatOrder = (blocks: readonly Block[]): readonly Block[] => itemsThat(blocks, LOOKS_OR_REACTS)

/** The bullets that begin so, order something, and are no links; of numbers, what asks in front of such a one is done before it. */
function itemsThat(blocks: readonly Block[], begin: RegExp): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.type !== 'list') return []
    const items = block.items.filter((item) => {
      const { text, links } = wordsOf(item)
      return begin.test(text) && links[0]?.text !== text && moodOf(sentencesOf(text)[0] ?? '') === 'order'
    })
    const [last] = items.slice(-1)
    if (last === undefined) return []
    const before = block.ordered ? block.items.slice(0, block.items.indexOf(last)).filter(itemAsks) : items.slice(0, -1)
    return [{ ...block, items: [...before, last] }]
  })
}

/** Under prerequisites, what the author gives a box to tick and what is to be checked of the thing itself or done to it first; that one has a tool or access is none of that. */
function safetyMeasures(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block, index): readonly Block[] => {
    if (block.type === 'list') {
      if (isProcedure(block)) return [block]
      const boxes = block.items.some(isBoxOfTheThing) ? block.items.filter(({ task }) => task !== 'none') : []
      const items = block.items.filter(
        (item) => boxes.includes(item) || sentencesOf(wordsOf(item).text).some(isMeasure),
      )
      return items.length === 0 ? [] : [{ ...block, items }]
    }
    if (block.type === 'code') {
      const before = blocks[index - 1]
      const lead = before?.type === 'paragraph' && saysNothing(before.inline) ? blocks[index - 2] : before
      return isLook(lead, block) && isCheckWithCode(lead) ? [block] : []
    }
    if (block.type !== 'paragraph') return []
    const isAlone = CHECKS.test(block.inline.text) && !OF_THE_READER.test(block.inline.text)
    return isAlone ||
      sentencesOf(block.inline.text).some(isMeasure) ||
      (isCheckWithCode(block) && isLook(block, blocks[index + 1]))
      ? [block]
      : []
  })
}

/** Numbers that all order, most of them with what is typed below bullets of their own, and set up no tool: the first looks of the procedure. */
function isProcedure({ ordered, items }: ListBlock): boolean {
  const typed = items.filter(({ blocks }) => blocks.some((block) => block.type === 'list' && holdsTypedBelow(block)))
  return (
    ordered &&
    items.length > 1 &&
    typed.length * 2 > items.length &&
    items.every((item) => itemAsks(item) && !SETS_UP.test(wordsOf(item).text))
  )
}

function holdsTypedBelow({ items }: ListBlock): boolean {
  return items.some(({ blocks }) =>
    blocks.some((block) =>
      block.type === 'list' ? holdsTypedBelow(block) : block.type === 'code' && looksTyped(block.text),
    ),
  )
}

const SETS_UP =
  /\b(?:install\w*|configure|set ?up|clone|download|create|log ?in|authenticate|export|prepare|credentials?|tools?|versions?)\b/i

/** A box that is not about the reader's own tools and rights: then none beside it is passed over. */
function isBoxOfTheThing(item: ListItem): boolean {
  return item.task !== 'none' && !OF_THE_READER.test(wordsOf(item).text.replace(/[:\uFF1A]$/, ''))
}

function isCheckWithCode(block: Block | undefined): boolean {
  return (
    block?.type === 'paragraph' &&
    /\b(?:verify|check|confirm|ensure|make sure)\b/i.test(block.inline.prose) &&
    !/\b(?:installed|version|access|logged in)\b/i.test(block.inline.prose)
  )
}

/** What is done to the thing before all else: it is stopped, saved, told of. */
function isMeasure(sentence: string): boolean {
  return (
    MEASURE.test(sentence) ||
    (MUST_BE_CHECKED.test(sentence) && !OF_A_TOOL.test(sentence)) ||
    (SAVES.test(sentence) && asksForAction(sentence) && !/\binstall/i.test(sentence))
  )
}

const MEASURE =
  /^(?:first,? |please )?(?:take (?:a|an) (?:\w+ )?(?:back-?up|snapshot)|stop|pause|identify|notify|announce|drain|cordon|silence|scale (?:down|up|to))\b/i
/** "You must verify that no relay uses the ring" */
const MUST_BE_CHECKED =
  /\b(?:must|have to|need to|be sure to) (?:first |also )?(?:verify|check|confirm|stop|drain|pause|notify|announce)\b/i
const OF_A_TOOL = /\b(?:install(?:ed)?|access|versions?|logged in|permissions?|credentials?|accounts?|tools?)\b/i
const SAVES =
  /\b(?:back(?:ing)? up|(?:take|create|make) a (?:\w+ )?(?:back-?up|snapshot)|no \w+ (?:processes|writers|clients|jobs) (?:are )?running)\b/i

const CHECKS = /^(?:check|verify|confirm|ensure|make sure)\b/i
const OF_THE_READER =
  /\b(?:you|your|access|install(?:ed)?|permissions?|credentials?|tools?|version|logged in|account|configured|set ?up|familiar)\b|[:\uFF1A]$/i

/** The sentences that ask for a look, each with its command; a heading of the author's own words may be such a sentence ("Check status"). */
function looksIn({ heading, topic, blocks }: Section): readonly Block[] {
  const [first] = blocks
  const isLed = topic === undefined && asksForAction(heading) && first?.type === 'code' && looksTyped(first.text)
  return blocks.filter(
    (block, index) =>
      (isLed && block === first) || isLook(block, blocks[index + 1]) || isLook(blocks[index - 1], block),
  )
}

/** How to see the trouble, under symptoms: a sentence that asks for a look, with the command below it. */
function isLook(words: Block | undefined, code: Block | undefined): boolean {
  return (
    words?.type === 'paragraph' &&
    code?.type === 'code' &&
    asksForAction(words.inline.text) &&
    (isScript(code) || isToolLine(code.text))
  )
}

/** "Use the dashboard of the ring." in a paragraph of its own, below an impact. What "describes" or "gives" is more often the text itself, so that only these count. */
function isPlainOrder(block: Block, next: Block | undefined): boolean {
  return (
    block.type === 'paragraph' &&
    next?.type !== 'list' &&
    !/[:\uFF1A]$/.test(block.inline.text) &&
    PLAIN_ORDER.test(block.inline.prose) &&
    sentencesOf(block.inline.prose).every((sentence) => moodOf(sentence) === 'order' && beginsWithAction(sentence))
  )
}

const PLAIN_ORDER =
  /^(?:please )?(?:use|check|verify|confirm|open|run|resolve|fix|restart|inspect|investigate|contact|notify|escalate|silence|make sure|ensure) (?:(?:the|a|an|any|all|that|if|whether|your|it)\b|\x81)/i
