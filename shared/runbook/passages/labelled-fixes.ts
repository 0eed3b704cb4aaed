import type { Block, Inline, ListBlock, ListItem } from '../text/block.ts'
import { inlineFromPlace } from '../text/cut-inline.ts'
import { asksForAction } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { wordsOf } from './step-items.ts'

const ACTS = new Set<Topic | undefined>(['debugging', 'mitigation'])
const TELLS = new Set<Topic | undefined>(['meaning', 'impact', 'symptoms', 'cause', 'reference', 'escalation', 'sla'])
const LABEL = /^([^:\uFF1A.]{2,30})[:\uFF1A]\s*/

/** What a label in front of words announces, and the words without it. */
function labelOf(inline: Inline): {
  readonly isLabel: boolean
  readonly topic: Topic | undefined
  readonly words: Inline
} {
  const found = LABEL.exec(inline.text)
  if (!found) return { isLabel: false, topic: undefined, words: inline }
  return { isLabel: true, topic: topicOf(found[1] ?? ''), words: inlineFromPlace(inline, found[0].length) }
}

/**
 * What a list of causes says to do about them: items and paragraphs within it that begin with "Fix:" or "Solution:", each with the name of its cause in
 * front. Empty when there is none.
 */
export function fixesIn(blocks: readonly Block[]): readonly ListBlock[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'list') return []
    const items = block.items.flatMap((item) => fixesOf(item, ''))
    return items.length === 0 ? [] : [{ ...block, ordered: false, items }]
  })
}

function fixesOf(item: ListItem, above: string): readonly ListItem[] {
  const name = nameOf(item) || above
  const own = item.blocks.flatMap((block, index): readonly ListItem[] => {
    if (block.type === 'list') return block.items.flatMap((inner) => fixesOf(inner, name))
    if (block.type !== 'paragraph') return []
    const { topic, words } = labelOf(block.inline)
    if (topic !== 'mitigation' || !asksForAction(words.text)) return []
    const text = (index === 0 ? above : name) === '' ? words.text : `${index === 0 ? above : name}: ${words.text}`
    const rest = index === 0 ? item.blocks.slice(1).filter(({ type }) => type !== 'list') : []
    const { line, endLine } = block
    return [{ task: 'none', line, endLine, blocks: [{ ...block, inline: { ...words, text } }, ...rest] }]
  })
  return own
}

/** The bold words an item begins with, or what stands in front of its colon. */
function nameOf(item: ListItem): string {
  const { lead, text } = wordsOf(item)
  const name = (lead === '' ? (LABEL.exec(text)?.[1] ?? '') : lead).replace(/[\s.:\uFF1A\u2013\u2014-]+$/, '')
  return topicOf(name) === undefined ? name : ''
}

/**
 * A list in which each item is a label with what it announces ("Cause: ...", "Solution:" and a paragraph below) without the items that only tell, and
 * without the labels: what is left is to be done. Any other list stays as it is.
 */
export function withoutFactLabels(list: Block): Block {
  if (list.type !== 'list') return list
  const labels = list.items.map((item) => labelOf(wordsOf(item)))
  const isForm =
    labels.some(({ topic }) => ACTS.has(topic)) &&
    labels.some(({ topic }) => TELLS.has(topic)) &&
    labels.every(({ isLabel, topic, words }) => isLabel && (words.text === '' || ACTS.has(topic) || TELLS.has(topic)))
  if (!isForm) return list
  const items = list.items.flatMap((item, index): readonly ListItem[] => {
    const label = labels[index]
    const [first, ...rest] = item.blocks
    if (!label || !ACTS.has(label.topic) || first?.type !== 'paragraph') return []
    const blocks = label.words.text === '' ? rest : [{ ...first, inline: label.words }, ...rest]
    return blocks.some(({ type }) => type === 'paragraph') ? [{ ...item, blocks }] : [item]
  })
  return { ...list, items }
}
