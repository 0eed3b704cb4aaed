import { base64Forms } from '../../shared/kit/base64-forms.ts'
import { createBase64Finder, createValueFinder } from '../../shared/kit/find-value.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { createPieceHider } from './base64-pieces.ts'
import { decodeAs } from './decode-text.ts'

/** Values with the letters that their bytes have in a UTF-8 file which is read as Windows-1252 because of one bad byte. */
const alsoMisread = (values: readonly string[]): string[] =>
  values.flatMap((value) => [value, decodeAs('windows-1252', Buffer.from(value, 'utf8'))])

/** A text with the last word of each line joined to a word of the next one, as base64 is broken over lines: to its first, or to its last where a log has something before each line. */
function joinedLines(text: string): string[] {
  if (!text.includes('\n')) return []
  return [
    text.replace(/(?<=[\w+/-])[^\w+/\n-]{0,20}\n[^\w+/\n-]{0,40}/g, ''),
    text.replace(/(?<=[\w+/-])[^\w+/\n-]{0,20}\n(?:.*[^\w+/\n-])?(?=[\w+/-]+[^\w+/\n-]{0,20}$)/gm, ''),
  ]
}

/** Makes what takes known values out of a whole text, also in base64 and broken over lines (P5). */
export function createKnownValueMask(values: readonly string[]): (text: string) => string {
  const inBase64 = values.flatMap(base64Forms)
  const hide = createValueHider(alsoMisread(values))
  return (text) => hide(text).split('\n').map(createPieceHider(inBase64).hide).join('\n')
}

/** Makes what tells whether a whole text holds a value that this hides: all of it, since a piece may be of another one. */
export function createKnownValueFinder(value: string): (text: string) => boolean {
  const finders = [...new Set(alsoMisread([value]))].map(createValueFinder)
  const isInBase64 = createBase64Finder(value)
  return (text) => finders.some((isIn) => isIn(text)) || joinedLines(text).some(isInBase64)
}
