import type { CommandLimit } from '../../../../shared/contract/command-answers.ts'
import type { FactData } from '../../../../shared/incident/facts/fact-catalog.ts'
import type { EndedCommand, OpenCommand } from '../../../../shared/incident/open-commands.ts'
import { assertNever } from '../../../../shared/kit/assert-never.ts'
import { clockWords, spanWords } from '../../../ui/time-words.ts'

/** A limit as one chooses it. */
export const limitWords = (limitMs: CommandLimit): string =>
  limitMs === null ? 'Never' : `After ${spanWords(limitMs)}`

const shortClock = (ms: number): string => clockWords(ms).replace(/^0:/, '')

/** For how long it runs, and for how long it may. */
export function runningWords(
  { startedAt, limitMs }: Pick<OpenCommand, 'startedAt' | 'limitMs'>,
  nowMs: number,
): string {
  const ranMs = Math.max(0, nowMs - Date.parse(startedAt))
  const running = `Running for ${shortClock(ranMs)}`
  if (limitMs === undefined) return `${running}.`
  if (limitMs === null) return `${running}, until somebody stops it.`
  const leftMs = limitMs - ranMs
  return leftMs <= 0 ? `${running}, its time is up.` : `${running}, ${shortClock(leftMs)} left.`
}

function howItEnded({
  endedBy = 'exit',
  exitCode,
  durationMs,
  limitMs,
  isHostClosing,
}: FactData<'command.ran'>): string {
  const took = durationMs !== undefined && durationMs < 1_000 ? 'less than a second' : spanWords(durationMs ?? 0)
  const after = durationMs === undefined ? '' : ` after ${took}`
  switch (endedBy) {
    case 'exit':
      return exitCode === 0 ? `Done${after}, exit code 0.` : `Failed${after}, exit code ${exitCode ?? 'unknown'}.`
    case 'stopped':
      return isHostClosing === true ? `Stopped${after}, because Nightdesk was closed.` : `Stopped${after}.`
    case 'timeout':
      return limitMs == null
        ? `Ended by Nightdesk${after}: that is as long as it was allowed to run.`
        : `Ended by Nightdesk at its limit of ${spanWords(limitMs)}.`
    case 'error':
      return 'It could not be started.'
    default:
      return assertNever(endedBy)
  }
}

function whatIsKept({ evidence = null, isCapped, linesLeftOut = 0 }: FactData<'command.ran'>): string {
  if (evidence === null) return 'It printed nothing.'
  const kept = 'Its output is evidence in the timeline.'
  if (isCapped !== true) return kept
  const cut = linesLeftOut === 0 ? 'long lines were cut' : `${linesLeftOut} lines in its middle were left out`
  return `${kept} It was long: ${cut}.`
}

/** What nobody knows, and what to do about it. */
export const LOST_WORDS =
  'Was running when Nightdesk stopped; nobody knows how it ended. It may still run: look where it works before you run it again.'

/** Whether it ran to its end and says that all is well; what somebody or the limit ended, and what could not be started, did not. */
export const isGoodEnd = ({ how }: Pick<EndedCommand, 'how'>): boolean =>
  how !== null && (how.endedBy ?? 'exit') === 'exit' && how.exitCode === 0

/** How it ended, as a heading. */
export function endTitle({ how }: Pick<EndedCommand, 'how'>): string {
  const endedBy = how?.endedBy ?? 'exit'
  if (endedBy === 'stopped') return 'It was stopped'
  if (endedBy === 'timeout') return 'It took too long'
  return how === null || isGoodEnd({ how }) ? 'It has ended' : 'It failed'
}

/** How it ended and where its output is, in words. */
export const endWords = ({ how }: Pick<EndedCommand, 'how'>): string =>
  how === null ? LOST_WORDS : `${howItEnded(how)} ${whatIsKept(how)}`

/** How it ended, without where its output is. */
export const shortEndWords = ({ how }: Pick<EndedCommand, 'how'>): string =>
  how === null ? LOST_WORDS : howItEnded(how)

/** Whether a line without an end looks like a question; commands get no input from here. */
export const looksLikeQuestion = (unfinished: string): boolean =>
  /(?:[?:>\])]|[[(]y(?:es)?\/no?[\])])\s*$/i.test(unfinished)
