import type { Block } from './block.ts'
import { isToolLine } from './command-lines.ts'
import { isScript } from './read-commands.ts'
import type { Section } from './sections.ts'
import { moodOf } from './sentence-mood.ts'
import { asksForAction, beginsWithAction, sentencesOf } from './sentences.ts'
import type { Topic } from './topic-name.ts'

const FACTS = new Set<Topic | undefined>(['impact', 'symptoms'])

/** The blocks of a section that tells facts which are steps all the same (R3); `topic` is its own or the one it stands below. Empty for other sections. */
export function ordersAmongFacts({ blocks }: Section, topic: Topic | undefined): readonly Block[] {
  if (topic === 'prerequisites') return blocks.filter(isSafetyCheck)
  if (!FACTS.has(topic)) return []
  return blocks.filter(
    (block, index) =>
      (topic === 'impact' && isPlainOrder(block, blocks[index + 1])) ||
      (topic === 'symptoms' && (isLook(block, blocks[index + 1]) || isLook(blocks[index - 1], block))),
  )
}

/** Under prerequisites, what is to be checked of the thing itself; that one has a tool or access is none of that. */
function isSafetyCheck(block: Block): boolean {
  return block.type === 'paragraph' && CHECKS.test(block.inline.text) && !OF_THE_READER.test(block.inline.text)
}

const CHECKS = /^(?:check|verify|confirm|ensure|make sure)\b/i
const OF_THE_READER =
  /\b(?:you|your|access|install(?:ed)?|permissions?|credentials?|tools?|version|logged in|account|configured|set ?up|familiar)\b|[:\uFF1A]$/i

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
  /^(?:please )?(?:use|check|verify|confirm|open|run|resolve|fix|restart|inspect|investigate|contact|notify|escalate|silence|make sure|ensure) (?:(?:the|a|an|any|all|that|if|whether|your|it)\b|\u25E6)/i
