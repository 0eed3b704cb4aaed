import { CODE_MARK } from '../languages/code-mark.ts'
import { isOnlyABan } from './forbidding.ts'
import { asks, moodOf } from './sentence-mood.ts'
import { isActionVerb, startsWithVerb, verbOfGerund } from './verb-forms.ts'

/** The signs with which people mark what must not be done: a cross, no entry, prohibited. */
const MARK = /^\W{0,4}(?:[\u274C\u2716\u2717\u2718\u26D4]|\u{1F6AB})\uFE0F?\s*/u
/** Without one no words are marked, which is quicker to see. */
const HOLDS_A_MARK = /[\u274C\u2716\u2717\u2718\u26D4]|\u{1F6AB}/u
const MARK_BEHIND = /^[^\p{L}]*\x81\s*(?:[\u274C\u2716\u2717\u2718\u26D4]|\u{1F6AB})\uFE0F?\W*$/u
/** "STOP: if the ring is torn, page somebody": the mark only says that it matters. */
const HALTS = /^(?:stop|wait|halt|escalate|page|call|abort)\b/i
/** "Unhealthy: run ...": what is to be done in a case that the mark stands for. */
const GOES_ON = /^[^:\uFF1A\u2192]{0,80}(?:[:\uFF1A\u2192]|->|=>|\s[\u2013\u2014-]\s)\s*(\S.*)$/u

const IS_A_MARK = /^[^\p{L}\p{N}]*(?:[\u274C\u2715\u2716\u2717\u2718\u26D4]|\u{1F6AB}|\u{1F6D1})[^\p{L}\p{N}]*$/u

/** Whether words are nothing but such a sign, or the one that stops: the cell of a table. */
export const isBanMark = (words: string): boolean => IS_A_MARK.test(words)

/** Words without the mark that forbids them; the given ones where they have none. */
export const withoutBanMark = (words: string): string => words.replace(MARK, '')

/**
 * Whether words carry a mark that forbids them: above or beside nothing else, an order, a call in code or what one would be doing. Not where the mark tells how
 * something is: "\u274C Stopped: the partner must act", "\u274C Missing rows".
 */
export function isMarkedAsBan(words: string): boolean {
  if (!HOLDS_A_MARK.test(words)) return false
  if (MARK_BEHIND.test(words)) return true
  const rest = withoutBanMark(words)
  if (rest === words) return false
  const told = rest.replace(/[\s:\uFF1A*_]+$/, '')
  if (told === '' || isOnlyABan(told)) return true
  const behind = GOES_ON.exec(told)?.[1]
  if (HALTS.test(told) || (behind !== undefined && asks(moodOf(behind)))) return false
  const first = /^[\p{L}-]+/u.exec(told)?.[0].toLowerCase() ?? ''
  return told.startsWith(CODE_MARK) || startsWithVerb(told) || isActionVerb(verbOfGerund(first))
}
