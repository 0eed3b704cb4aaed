import type { Refusal } from '../../../shared/contract/refusal.ts'

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

/** A refusal as sentences: what happened and what is safe, then what to do. */
export const refusalWords = ({ message, hint }: Refusal): string =>
  [message, hint]
    .filter((words) => words !== undefined && words !== '')
    .map((words) => asSentence(words ?? ''))
    .join(' ')
