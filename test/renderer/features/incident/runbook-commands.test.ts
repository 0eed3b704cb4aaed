import { describe, expect, it } from 'vitest'
import {
  endTitle,
  endWords,
  isGoodEnd,
  looksLikeQuestion,
  runningWords,
} from '../../../../renderer/features/incident/runbook/command-words.ts'
import { seenPieces } from '../../../../renderer/features/incident/runbook/exact-command.tsx'
import { standingOf } from '../../../../renderer/features/incident/runbook/use-run.ts'
import { peopleIn } from '../../../../renderer/features/incident/runbook/what-was-done.tsx'
import { checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { FactData } from '../../../../shared/incident/facts/fact-catalog.ts'
import type { EndedCommand } from '../../../../shared/incident/open-commands.ts'
import { minuteAt, minuteMs, stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const ran = {
  step: 'look',
  command: 'df -h',
  exitCode: 0,
  output: 'full',
  endedBy: 'exit',
  durationMs: 1_400,
  evidence: 'e'.repeat(64),
} as const
const started = {
  step: 'look',
  index: 0,
  command: 'df -h',
  runbook: 'c'.repeat(64),
  startedAt: minuteAt(0),
  by: 'eng-a',
}
const endedAs = (how: Partial<FactData<'command.ran'>> | null): EndedCommand => ({
  ...started,
  run: 'r1',
  endedAt: minuteAt(1),
  how: how === null ? null : { ...ran, ...how },
})
const MINUTE_MS = 60_000

describe('R7 a run, in words', () => {
  it('R7 runs for so long, and may for so long', () => {
    const words = (limitMs: number | null | undefined, minutes: number) =>
      runningWords({ startedAt: minuteAt(0), ...(limitMs === undefined ? {} : { limitMs }) }, minuteMs(minutes))
    expect(words(15 * MINUTE_MS, 3)).toBe('Running for 03:00, 12:00 left.')
    expect(words(240 * MINUTE_MS, 61)).toBe('Running for 1:01:00, 2:59:00 left.')
    expect(words(15 * MINUTE_MS, 16)).toBe('Running for 16:00, its time is up.')
    expect(words(null, 90)).toBe('Running for 1:30:00, until somebody stops it.')
    expect(words(undefined, 2)).toBe('Running for 02:00.')
  })

  it('R7 says how it ended and where the output is', () => {
    expect(endWords(endedAs({}))).toBe('Done after 1 s, exit code 0. Its output is evidence in the timeline.')
    expect(endWords(endedAs({ exitCode: 2, evidence: null }))).toBe(
      'Failed after 1 s, exit code 2. It printed nothing.',
    )
    expect(endWords(endedAs({ endedBy: 'stopped', exitCode: null, isCapped: true, linesLeftOut: 12 }))).toBe(
      'Stopped after 1 s. Its output is evidence in the timeline. It was long: 12 lines in its middle were left out.',
    )
    expect(endWords(endedAs({ endedBy: 'stopped', isHostClosing: true }))).toMatch(/^Stopped.*Nightdesk was closed\./)
    expect(endWords(endedAs({ endedBy: 'timeout', exitCode: null, limitMs: 15 * MINUTE_MS }))).toMatch(
      /^Ended by Nightdesk at its limit of 15 min\./,
    )
    expect(endWords(endedAs(null))).toBe(
      'Was running when Nightdesk stopped; nobody knows how it ended. It may still run: look where it works before you run it again.',
    )
  })

  it('R7 the heading does not call a failure an end like any other', () => {
    expect(endTitle(endedAs({}))).toBe('It has ended')
    expect(endTitle(endedAs({ exitCode: 2 }))).toBe('It failed')
    expect(endTitle(endedAs({ endedBy: 'error', exitCode: null }))).toBe('It failed')
    expect(endTitle(endedAs({ endedBy: 'stopped', exitCode: null }))).toBe('It was stopped')
    expect(endTitle(endedAs({ endedBy: 'timeout', exitCode: null }))).toBe('It took too long')
  })

  it('R7 only an exit code of nought is a good end, also where the log is from before ends had a kind', () => {
    expect(isGoodEnd(endedAs({}))).toBe(true)
    expect(isGoodEnd(endedAs({ endedBy: undefined }))).toBe(true)
    expect(isGoodEnd(endedAs({ exitCode: 2 }))).toBe(false)
    expect(isGoodEnd(endedAs({ endedBy: 'stopped', exitCode: null }))).toBe(false)
    expect(isGoodEnd(endedAs(null))).toBe(false)
  })

  it('R7 tells a question from other lines without an end', () => {
    for (const asks of [
      'Really continue? [y/N] ',
      'Password: ',
      'Proceed (yes/no)? ',
      'mysql> ',
      'Go on? ['.concat('y]'),
    ])
      expect(looksLikeQuestion(asks), asks).toBe(true)
    for (const tells of ['', '45%', 'downloading 3 of 7', 'copying...']) expect(looksLikeQuestion(tells)).toBe(false)
  })
})

describe('R7 how a run stands in this window', () => {
  const nothing = { open: null, ended: null, output: null, problem: null }
  const output = { isRunning: true, text: '', unfinished: '', isLogged: true }

  it('R7 is what the log says, and before it says anything, what its host says', () => {
    expect(standingOf(nothing, false)).toBe('running')
    expect(standingOf({ ...nothing, open: started }, false)).toBe('running')
    expect(standingOf({ ...nothing, open: started, problem: 'It runs elsewhere.' }, false)).toBe('running')
    expect(standingOf({ ...nothing, output: { ...output, isRunning: false } }, false)).toBe('ended')
    expect(standingOf({ ...nothing, problem: 'not known' }, false)).toBe('ended')
    expect(standingOf({ ...nothing, output, ended: endedAs({}) }, false)).toBe('ended')
    expect(standingOf({ ...nothing, ended: endedAs(null) }, false)).toBe('lost')
  })

  it('R7 is out of sight while the line is broken, save for what is known to have ended', () => {
    expect(standingOf({ ...nothing, open: started, output }, true)).toBe('outOfSight')
    expect(standingOf({ ...nothing, ended: endedAs({}) }, true)).toBe('ended')
  })
})

describe('R7 a command before it runs', () => {
  it('shows what hides in it', () => {
    const shown = seenPieces('rm \u202Egpj.exe\u200B\nls\t-l\u0007')
      .map(({ text }) => text)
      .join('')
    expect(shown).toBe('rm [U+202E]gpj.exe[U+200B]\nls\t-l[U+0007]')
    expect(seenPieces('SELECT "naïve 日本 🙂"').every(({ isUnseen }) => !isUnseen)).toBe(true)
  })
})

describe('names on steps', () => {
  const text = '# Late\n\n## Debugging steps\n\n- [ ] Look\n- [ ] Restart\n'
  const opened: Timed = [
    2,
    stated('runbook.opened', { path: 'late.md', title: 'Late', sha256: 'c'.repeat(64), text, matchedBy: 'hand' }),
  ]
  const peopleAfter = (...facts: readonly Timed[]) => {
    const { run } = folded([opened, ...facts])
    return run === null ? [] : [...peopleIn(checklistOf(run, parsedPin(run)))]
  }

  it('are those of everybody who did, skipped or noted something', () => {
    const { run } = folded([opened])
    const [look, restart] =
      run === null ? [] : checklistOf(run, parsedPin(run)).map(({ step }) => ({ step: step.id, text: step.text }))
    if (look === undefined || restart === undefined) throw new Error('no steps')
    const other = { kind: 'person', id: 'eng-c' } as const
    expect(peopleAfter([3, stated('step.checked', look)])).toEqual(['eng-a'])
    expect(
      peopleAfter(
        [3, stated('step.checked', look)],
        [4, { ...stated('step.noted', { ...restart, note: 'red' }), by: other }],
      ),
    ).toEqual(['eng-a', 'eng-c'])
  })
})
