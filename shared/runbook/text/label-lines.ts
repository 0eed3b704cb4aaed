import type { Token } from 'markdown-it'
import { topicOf } from '../words/topic.ts'
import { lineInBlock } from './inline-lines.ts'

/** The tokens of lines that belong together, and how many lines of the paragraph stand before them. */
export type LinesOfParagraph = { readonly children: readonly Token[]; readonly linesBefore: number }

/**
 * A paragraph of which each line begins with a label ("**Symptom:** ...", "Fix: ..."), cut at the labels, where one of them announces steps: Markdown
 * joins the lines, a person reads a form (R2). Without bold marks only what announces something is a label. Any other paragraph stays whole.
 */
export function cutAtLabels(children: readonly Token[]): readonly LinesOfParagraph[] {
  const starts = [0]
  const breaks = [0]
  children.forEach((child, index) => {
    if (child.type !== 'softbreak' && child.type !== 'hardbreak') return
    if (labelAt(children, index + 1) === undefined) return
    starts.push(index + 1)
    breaks.push((lineInBlock(child) ?? 0) + 1)
  })
  const labels = starts.map((start) => labelAt(children, start))
  const isForm = starts.length > 1 && labels[0] !== undefined && labels.some(announcesSteps)
  if (!isForm) return [{ children, linesBefore: 0 }]
  return starts.map((start, place) => ({
    children: children.slice(start, starts[place + 1] === undefined ? undefined : (starts[place + 1] ?? 0) - 1),
    linesBefore: breaks[place] ?? 0,
  }))
}

/** The words of the label that begins at a token; the colon of a bold one stands in it or behind it. */
function labelAt(children: readonly Token[], start: number): string | undefined {
  const at = children[start]?.type === 'text' && children[start]?.content === '' ? start + 1 : start
  const [open, words, close, behind] = children.slice(at, at + 4)
  const plain = open?.type === 'text' ? PLAIN_LABEL.exec(open.content)?.[1] : undefined
  if (plain !== undefined && topicOf(plain) !== undefined) return plain
  if (open?.type !== 'strong_open' || words?.type !== 'text' || close?.type !== 'strong_close') return undefined
  const label = words.content.trim()
  return /[:\uFF1A]$/.test(label) || /^\s*[:\uFF1A]/.test(behind?.content ?? '')
    ? label.replace(/[\s:\uFF1A]+$/, '')
    : undefined
}

/** "Solutions:", "Likely cause: the ring is full" */
const PLAIN_LABEL = /^(\p{Lu}[\p{L} ]{2,29})[:\uFF1A](?=\s|$)/u

function announcesSteps(label: string | undefined): boolean {
  const topic = topicOf(label ?? '')
  return topic === 'mitigation' || topic === 'debugging'
}
