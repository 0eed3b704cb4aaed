import type { Refusal } from './refusal.ts'

type Said = Pick<Refusal, 'message'> & { readonly hint?: string | null | undefined }

/** What a system says of a failure ends without a full stop, and the next sentence follows it. */
const asSentence = (words: string): string => (/[.!?…]["'”)]*$/.test(words) ? words : `${words}.`)

/** A refusal as sentences: what happened and what is safe, then what to do. */
export const refusalWords = ({ message, hint }: Said): string =>
  [message, hint ?? '']
    .filter((words) => words !== '')
    .map(asSentence)
    .join(' ')
