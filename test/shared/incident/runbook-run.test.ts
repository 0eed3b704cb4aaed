import { describe, expect, it } from 'vitest'
import { foldIncident } from '../../../shared/incident/incident-state.ts'
import { declaration, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const text = '# Late\n\n## Debugging steps\n\n- [ ] Look (5 min)\n- [ ] Restart\n'
const opened = (path: string, hash: string, words = text) =>
  stated('runbook.opened', { path, title: 'Late', sha256: hash.repeat(64), text: words, matchedBy: 'by hand' })
const step = { step: 'look', text: 'Look (5 min)' }

const runAfter = (...facts: readonly ReturnType<typeof stated>[]) =>
  foldIncident(
    null,
    [stated('incident.declared', declaration()), ...facts].map((fact, at) => recordOf(fact, at + 1, minuteMs(at))),
  )?.run ?? null

describe('a runbook run', () => {
  it('R6 another version of the same file keeps what was done; another file starts anew', () => {
    const done = [opened('a.md', 'a'), stated('step.checked', step)]
    expect(runAfter(...done, opened('a.md', 'b', `${text}\nmore`))?.steps.look?.state).toBe('done')
    expect(runAfter(...done, opened('b.md', 'c'))?.steps).toEqual({})
  })

  it('R3 more time adds up, stuck holds until more time is given or the step is done', () => {
    const stuck = [opened('a.md', 'a'), stated('step.stuck', { ...step, note: 'no access' })]
    expect(runAfter(...stuck)?.steps.look).toMatchObject({ isStuck: true, notes: [{ text: 'no access' }] })
    const more = stated('step.extended', { ...step, minutes: 10 })
    expect(runAfter(...stuck, more, more)?.steps.look).toMatchObject({ isStuck: false, extendedByMs: 1_200_000 })
    expect(runAfter(...stuck, stated('step.checked', step))?.steps.look?.isStuck).toBe(false)
  })

  it('keeps evidence by step, also of one that nobody has touched', () => {
    const evidence = { sha256: 'e'.repeat(64), name: 'log.txt', mediaType: 'text/plain', bytes: 3 }
    const run = runAfter(
      opened('a.md', 'a'),
      stated('evidence.attached', { ...evidence, step: 'look' }),
      stated('evidence.attached', evidence),
    )
    expect(run?.evidence).toEqual({ look: [{ name: 'log.txt', sha256: 'e'.repeat(64) }] })
  })
})
