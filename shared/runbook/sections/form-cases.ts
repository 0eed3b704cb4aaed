import type { Block } from '../text/block.ts'
import { topicOf } from '../words/topic.ts'
import type { LabelHeading } from './label-headings.ts'

/** "Symptom: consumers stop" and "Problem: ..." name the case that the labels behind them tell of. */
const NAMES_A_CASE =
  /^(?:symptoms?|problem|issue|error(?: message)?|question|scenario|if you see|symptom(?:e|es)?|problema?|fehler|s[ií]ntoma|problème)$/i
const LONGEST_NAME = 100

/**
 * The labels that begin a form told several times under one heading ("Symptom: ...", "Cause: ...", "Fix: ...", and again), with the name of each case (R2): without
 * names the fixes would read as one course of steps.
 */
export function formCases(
  blocks: readonly Block[],
  labels: ReadonlyMap<Block, LabelHeading>,
): ReadonlyMap<Block, string> {
  const cases = new Map<Block, string>()
  let stretch: [Block, string][] = []
  let isAnswered = true
  let answers = 0
  const close = (): void => {
    if (stretch.length > 1 && answers * 2 > stretch.length) for (const [block, name] of stretch) cases.set(block, name)
    stretch = []
    answers = 0
  }
  for (const block of blocks) {
    const isBold = block.type === 'paragraph' && block.inline.bold
    const label = labels.get(block) ?? (isBold ? { heading: block.inline.text, rest: undefined } : undefined)
    if (block.type === 'heading') close()
    if (label === undefined) continue
    const topic = topicOf(label.heading)
    const name = label.rest?.inline.text.replace(/[\s.:;]+$/, '') ?? ''
    if (NAMES_A_CASE.test(label.heading) && name !== '' && name.length <= LONGEST_NAME) {
      stretch.push([block, name])
      isAnswered = false
    } else if ((topic === 'mitigation' || topic === 'debugging') && !isAnswered) {
      answers += 1
      isAnswered = true
    }
  }
  close()
  return cases
}
