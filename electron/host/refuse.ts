import type { Refusal, Reply } from '../../shared/contract/refusal.ts'
import type { AppendFailure, OpenFailure } from './journal/journal-failure.ts'

/** A refusal as a reply. */
export const refuse = (code: Refusal['code'], message: string, hint?: string): Reply<never> => ({
  ok: false,
  error: hint === undefined ? { code, message } : { code, message, hint },
})

/** Why nothing may be written, run or kept here, or null: another Nightdesk holds the data folder (J9). */
export const readOnlyReply = ({ readOnly }: Readonly<{ readOnly: { holder: string } | null }>): Reply<never> | null =>
  readOnly === null
    ? null
    : refuse(
        'readOnly',
        `Another Nightdesk (${readOnly.holder}) has this data folder open, so this one only reads.`,
        'Write there, or close it: then this one writes by itself.',
      )

/** What was thrown away before it came is not written any more (J4.6). */
export const refuseWithdrawn = (): Reply<never> =>
  refuse('notAllowed', 'It was thrown away, so it was not written.', 'State it anew if it shall hold.')

/** What a journal that could not take a fact means to the person who typed it (J4). */
export function refuseAppend(failure: AppendFailure): Reply<never> {
  const code = failure.code === 'badFact' ? 'badInput' : failure.code
  return refuse(code, failure.message, failure.hint)
}

/** What a journal that could not be opened means to the person who asked for it. */
export const refuseOpening = ({ code, message, hint }: OpenFailure): Reply<never> =>
  refuse(code === 'closing' ? 'readOnly' : 'notFound', message, hint)
