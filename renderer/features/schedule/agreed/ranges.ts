import { isDate } from '../../../../shared/schedule/wall-clock.ts'
import { dateWords } from '../words.ts'

/** Whole days or local times, as team.yaml has them. */
export type Range = { readonly from: string; readonly to: string }

/** `Fri 25 Dec to Sat 26 Dec`, with times where the file has them. */
export function rangeWords({ from, to }: Range): string {
  const one = (text: string): string => [dateWords(text.slice(0, 10)), text.slice(11)].filter(Boolean).join(' ')
  return from === to ? one(from) : `${one(from)} to ${one(to)}`
}

/** What is wrong with two days as typed, and in which of the two. */
export type DayProblem = { readonly at: 'from' | 'to'; readonly words: string }

/** What is wrong with two days; null when they are a range. */
export function rangeProblem(from: string, to: string): DayProblem | null {
  if (!isDate(from)) return { at: 'from', words: 'Give the first day.' }
  if (!isDate(to)) return { at: 'to', words: 'Give the last day.' }
  return to < from ? { at: 'to', words: 'The last day is before the first.' } : null
}
