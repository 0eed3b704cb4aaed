import { FenceReader } from './fences.ts'

/** "a. Check the class", "(b) Restart it", "ii) Wait", "3.1 List the pods": the label, and how it is counted. */
const LABEL = /^(\s*)(?:\(?(?:([a-h])|(i{1,3}|iv|v|vi))[.)]|(\d{1,2})\.(\d{1,2})[.)]?)(\s+)(?=\S)/
/** "1.Open it", "1、", "(1)", "**1.** ", "1\\. ", "①": numbers that Markdown does not take for those of a list. */
const NUMBER =
  /^(\s*)(?:\*\*(\d{1,2})[.)]\*\*\s+|(\d{1,2})\\[.)]\s+|[(\uFF08](\d{1,2})[)\uFF09]\s*|(\d{1,2})(?:[\u3001\uFF0E\uFF09]\s*|[.)](?=\p{L}{2}|\p{Lo}))|([\u2460-\u2473])\s*)(?=\S)/u
/** What makes a heading of the line above. */
const IS_UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi']
/** How far the next label may be: code and remarks stand between. */
const FARTHEST = 40
/** More blanks behind a number make code of what follows. */
const MOST_BLANKS = 4

type Label = { readonly series: string; readonly place: number; readonly indent: string; readonly length: number }

/**
 * Lines with labels that Markdown does not know, one straight below another line, as the numbered items they are meant to be (R3). Those between blank
 * lines are paragraphs, which `sub-items.ts` knows, but for bold and escaped numbers.
 */
export function numberLabels(lines: readonly string[]): string[] {
  const out = [...lines]
  const fences = new FenceReader()
  let awaited: { readonly label: Label; readonly until: number } | undefined
  lines.forEach((line, index) => {
    if (fences.read(line) !== 'outside' || IS_UNDERLINE.test(lines[index + 1] ?? '')) return
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
  const counted = numberOf(line)
  if (counted) return [counted]
  const found = LABEL.exec(line)
  if (!found) return []
  const [whole, indent = '', letter, roman, chapter, number] = found
  const common = { indent, length: whole.length }
  if (letter !== undefined) return [{ ...common, series: 'letters', place: letter.charCodeAt(0) - 96 }]
  if (roman !== undefined) return [{ ...common, series: 'roman', place: ROMAN.indexOf(roman) + 1 }]
  return [{ ...common, series: `chapter ${chapter}`, place: Number(number) }]
}

function numberOf(line: string): Label | undefined {
  const [whole, indent = '', ...forms] = NUMBER.exec(line) ?? []
  if (whole === undefined) return undefined
  const form = forms.findIndex((number) => number !== undefined)
  const number = forms[form] ?? ''
  const place = /\d/.test(number) ? Number(number) : number.charCodeAt(0) - 0x245f
  return { series: `numbers ${form}`, place, indent, length: whole.length }
}

function follows(label: Label, before: Label): boolean {
  return label.series === before.series && label.indent === before.indent && label.place === before.place + 1
}

/** The first of a series stands straight below a line or straight above the second, and a second comes. */
function isFirst(label: Label, lines: readonly string[], index: number): boolean {
  if (label.place !== 1) return false
  const isSecond = (line: string | undefined) => labelsOf(line ?? '').some((other) => follows(other, label))
  if (isSecond(lines[index + 1])) return true
  // Bold and escaped numbers count nothing but steps, and stand in paragraphs of their own.
  if (/^numbers [01]$/.test(label.series) && lines.slice(index + 1, index + FARTHEST).some(isSecond)) return true
  return (lines[index - 1] ?? '').trim() !== '' && lines.slice(index + 2, index + FARTHEST).some(isSecond)
}

function numbered(line: string, { indent, place, length }: Label): string {
  const number = `${place}.`
  const blanks = Math.min(MOST_BLANKS, Math.max(1, length - indent.length - number.length))
  return `${indent}${number}${' '.repeat(blanks)}${line.slice(length)}`
}
