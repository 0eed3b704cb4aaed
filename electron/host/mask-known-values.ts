import { base64Forms } from '../../shared/kit/base64-forms.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { createPieceHider } from './base64-pieces.ts'
import { decodeAs } from './decode-text.ts'

/** Values with the letters that their bytes have in a UTF-8 file which is read as Windows-1252 because of one bad byte. */
const alsoMisread = (values: readonly string[]): string[] =>
  values.flatMap((value) => [value, decodeAs('windows-1252', Buffer.from(value, 'utf8'))])

/** Makes what takes known values out of a whole text, also in base64 and broken over lines (P5). */
export function createKnownValueMask(values: readonly string[]): (text: string) => string {
  const inBase64 = values.flatMap(base64Forms)
  const hide = createValueHider(alsoMisread(values))
  return (text) => hide(text).split('\n').map(createPieceHider(inBase64).hide).join('\n')
}
