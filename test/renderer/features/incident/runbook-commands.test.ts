import { describe, expect, it } from 'vitest'
import {
  type CommandRuns,
  hearCommand,
  loseSight,
  noRuns,
} from '../../../../renderer/features/incident/runbook/command-runs.ts'
import { seenPieces } from '../../../../renderer/features/incident/runbook/exact-command.tsx'
import { endWords } from '../../../../renderer/features/incident/runbook/run-output.tsx'
import { peopleIn } from '../../../../renderer/features/incident/runbook/what-was-done.tsx'
import type { HostEvent } from '../../../../shared/contract/host-event.ts'
import { checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { stated } from '../../../support/log-builder.ts'
import { folded, recordsOf, type Timed } from './folded.ts'

const [incident = ''] = recordsOf([]).map((record) => record.incident)
const ran = {
  step: 'look',
  command: 'df -h',
  exitCode: 0,
  output: 'full',
  endedBy: 'exit',
  durationMs: 1_400,
  evidence: 'e'.repeat(64),
} as const
const printed = (run: string, text: string, ended = false): HostEvent => ({
  type: 'command',
  run,
  incident,
  text,
  ended,
})
const logged = (data: Parameters<typeof stated<'command.ran'>>[1]): HostEvent => {
  const records = recordsOf([[1, stated('command.ran', data)]])
  return { type: 'facts', incident, records, summary: {} as Extract<HostEvent, { type: 'facts' }>['summary'] }
}
const hear = (...events: readonly HostEvent[]): CommandRuns =>
  events.reduce((runs, event) => hearCommand(runs, event, incident), noRuns)

describe('R7 runs of commands, as the window hears of them', () => {
  it('are kept before anybody asks for them: a short one ends before its start is answered', () => {
    const runs = hear(printed('r1', 'one\n'), printed('r1', 'two\n'), logged(ran), printed('r1', '', true))
    expect(runs.byId.r1).toMatchObject({ output: 'one\ntwo\n', state: 'ended', end: { exitCode: 0 } })
  })

  it('end each with its own end, and without one when the log could not take it in', () => {
    const both = hear(
      printed('r1', 'a\n'),
      printed('r2', 'b\n'),
      logged({ ...ran, exitCode: 3 }),
      printed('r2', '', true),
      printed('r1', '', true),
    )
    expect(both.byId.r2?.end?.exitCode).toBe(3)
    expect(both.byId.r1).toMatchObject({ state: 'ended', end: null })
  })

  it('of other incidents are not heard', () => {
    expect(hearCommand(noRuns, { ...printed('r1', 'a'), incident: '20261114-zzzz' } as HostEvent, incident)).toBe(
      noRuns,
    )
  })

  it('are out of sight when the line breaks, and only those that ran; an end that comes later counts', () => {
    const lost = loseSight(hear(printed('r1', 'a\n'), printed('r2', '', true)))
    expect([lost.byId.r1?.state, lost.byId.r2?.state]).toEqual(['lost', 'ended'])
    expect(hearCommand(lost, printed('r1', '', true), incident).byId.r1?.state).toBe('ended')
  })

  it('say how they ended and where the output is', () => {
    const ended = { output: '', state: 'ended' } as const
    expect(endWords({ ...ended, end: { ...ran } })).toBe(
      'Done after 1 s, exit code 0. Its output is evidence in the timeline.',
    )
    expect(endWords({ ...ended, end: { ...ran, exitCode: 2, evidence: null } })).toBe(
      'Failed after 1 s, exit code 2. It printed nothing.',
    )
    expect(endWords({ ...ended, end: { ...ran, endedBy: 'stopped', exitCode: null, isCapped: true } })).toMatch(
      /^Stopped.*Only the beginning was kept\.$/,
    )
    expect(endWords({ ...ended, end: null })).toContain('the log could not take it in')
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
