/** "a. Check the class", "(b) Restart it", "ii) Wait", "3.1 List the pods": the label, and how it is counted. */
const LABEL = /^(\s*)(?:\(?(?:([a-h])|(i{1,3}|iv|v|vi))[.)]|(\d{1,2})\.(\d{1,2})[.)]?)(\s+)(?=\S)/
const FENCE = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}|~{3,})/
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi']
/** How far the next label may be: code and remarks stand between. */
const FARTHEST = 40
/** More blanks behind a number make code of what follows. */
const MOST_BLANKS = 4

type Label = { readonly series: string; readonly place: number; readonly indent: string; readonly length: number }

/**
 * Lines with labels that Markdown does not know, one straight below another line, as the numbered items they are meant to be (R3). Those between blank
 * lines are paragraphs, which `sub-items.ts` knows.
 */
export function numberLabels(lines: readonly string[]): string[] {
  const out = [...lines]
  let fence: string | undefined
  let awaited: { readonly label: Label; readonly until: number } | undefined
  lines.forEach((line, index) => {
    const mark = FENCE.exec(line)?.[1]
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence)))
      fence = fence === undefined ? mark : undefined
    if (mark !== undefined || fence !== undefined) return
    const label = labelsOf(line).find(
      (one) => (awaited && index <= awaited.until && follows(one, awaited.label)) || isFirst(one, lines, index),
    )
    if (!label) return
    awaited = { label, until: index + FARTHEST }
    out[index] = numbered(line, label)
  })
  return out
}

/** A lone "i." may be the ninth letter or the first Roman number. */
function labelsOf(line: string): readonly Label[] {
  const found = LABEL.exec(line)
  if (!found) return []
  const [whole, indent = '', letter, roman, chapter, number] = found
  const common = { indent, length: whole.length }
  if (letter !== undefined) return [{ ...common, series: 'letters', place: letter.charCodeAt(0) - 96 }]
  if (roman !== undefined) return [{ ...common, series: 'roman', place: ROMAN.indexOf(roman) + 1 }]
  return [{ ...common, series: `chapter ${chapter}`, place: Number(number) }]
}

function follows(label: Label, before: Label): boolean {
  return label.series === before.series && label.indent === before.indent && label.place === before.place + 1
}

/** The first of a series stands straight below a line or straight above the second, and a second comes. */
function isFirst(label: Label, lines: readonly string[], index: number): boolean {
  if (label.place !== 1) return false
  const isSecond = (line: string | undefined) => labelsOf(line ?? '').some((other) => follows(other, label))
  if (isSecond(lines[index + 1])) return true
  return (lines[index - 1] ?? '').trim() !== '' && lines.slice(index + 2, index + FARTHEST).some(isSecond)
}

function numbered(line: string, { indent, place, length }: Label): string {
  const number = `${place}.`
  const blanks = Math.min(MOST_BLANKS, Math.max(1, length - indent.length - number.length))
  return `${indent}${number}${' '.repeat(blanks)}${line.slice(length)}`
}
