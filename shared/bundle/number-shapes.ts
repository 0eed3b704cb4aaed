import { type Stretch, stretchesOf } from './text-stretch.ts'

const GAP = '[ \\t().\\/\\u00A0\\u202F\\u2010-\\u2013-]'
const shape = (source: string, flags = 'g'): RegExp => new RegExp(source, flags)

/** `tel:` and the like with a number behind it. */
const LINKED = /\b(?:tel|callto|fax|smsto|sms):[+\d(][\d\s().-]{2,30}/gi

const shapes = [
  shape(`(?<![\\w+])\\+[1-9]\\d{0,2}(?:${GAP}{0,3}\\d){5,13}(?!\\d)`),
  shape(`(?<![\\w.:\\/+-])00[1-9]\\d{0,2}(?:${GAP}{0,3}\\d){7,12}(?![\\w-])`),
  /(?<![\w./:=-])(?:1[ .-])?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\w-]|\.\d)/g,
  shape(`(?<![\\w.:\\/+=-])(?:\\(0[1-9]\\d{0,4}\\)|0[1-9]\\d{0,4})(?:${GAP}{1,3}\\d{2,8}){1,5}(?![\\w:-]|\\.\\d)`),
  /(?<![\w.:/+=-])0[1-9]\d{8,9}(?![\w:-]|\.\d)/g,
  shape(
    `(?<=\\b(?:tel|telefon|telephone|phone|mobile|mobil|cell|handy|fax|hotline|whatsapp|sms)\\b[^\\d\\n]{0,20})\\d(?:${GAP}{0,2}\\d){5,13}(?![\\w:-]|\\.\\d)`,
    'gi',
  ),
  shape(`(?<=\\b(?:call|dial|ring)[: ](?:on |at )?)\\d(?:${GAP}{0,2}\\d){6,13}(?![\\w:-]|\\.\\d)`, 'gi'),
  /\b(?:ext|extension|durchwahl)\b[.:]?[ \t]{1,2}\d{3,6}(?![\w.:-])/gi,
]

const DATE = /^\(?(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./ ](?:\d{4}|\d{2}))(?!\d)/
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/
const FEWEST_DIGITS = 8

/** Dates, network addresses and short rows of digits are no telephone numbers. */
function isTelephone(found: string): boolean {
  if (DATE.test(found) || ADDRESS.test(found)) return false
  return !/^\(?0/.test(found) || found.replace(/\D/g, '').length >= FEWEST_DIGITS
}

/** Whatever looks like a telephone number: international, of North America, with a trunk 0, or behind a word such as "hotline". */
export const numberShapes = (text: string): Stretch[] => [
  ...stretchesOf(text, [LINKED]),
  ...stretchesOf(text, shapes, isTelephone),
]
