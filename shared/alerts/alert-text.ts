import { z } from 'zod'
import { maskSteering } from '../kit/mask-steering.ts'

const MOST_WORDS = 64
const LONGEST_KEY = 200
const LONGEST_VALUE = 4_000
const LONGEST_LINE = 500
const LONGEST_LINK = 2_048

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** Text as it may be kept and shown: whole Unicode, no steering characters, at most `most` UTF-16 units. */
export const plainText = (text: string, most = LONGEST_VALUE): string => maskSteering(cut(text, most)).trim()

/** The same on one line. */
export const plainLine = (text: string, most = LONGEST_LINE): string =>
  plainText(text.slice(0, most * 2).replaceAll(/\s+/g, ' '), most)

/** A value as words: senders mix numbers and truth values into what should be text. Null for what says nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value === null || value === undefined ? null : JSON.stringify(value)
}

/** Labels, annotations or details as text by text; at most 64 of them, and what is no object has none. */
export function plainWords(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const pairs = Object.entries(value).flatMap(([key, each]) => {
    const text = textOf(each)
    const name = plainLine(key, LONGEST_KEY)
    return text === null || name === '' ? [] : [[name, plainText(text)] as const]
  })
  return Object.fromEntries(pairs.slice(0, MOST_WORDS))
}

const linkSchema = z.url({ protocol: /^https?$/ }).max(LONGEST_LINK)

/** A link that may be offered: http or https, without a user or password in it; null for anything else. */
export function safeLink(text: unknown): string | null {
  if (typeof text !== 'string') return null
  const link = linkSchema.safeParse(text.trim())
  return link.success && !/^https?:\/\/[^/?#]*@/i.test(link.data) ? link.data : null
}

const EARLIEST_YEAR = 1970
const LATEST_YEAR = 9_999
const instantForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/

/** An instant as UTC ISO with milliseconds. Null for what is none, and for zeros such as `0001-01-01T00:00:00Z`, which mean "not yet". */
export function readInstant(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > 64 || !instantForm.test(text)) return null
  const date = new Date(text)
  if (Number.isNaN(date.getTime())) return null
  const year = date.getUTCFullYear()
  return year > EARLIEST_YEAR && year <= LATEST_YEAR ? date.toISOString() : null
}
