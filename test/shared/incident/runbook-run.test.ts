import { describe, expect, it } from 'vitest'
import { foldIncident } from '../../../shared/incident/incident-state.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
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

  it('R6 what was done follows its step to its new place, and waits where it was for one that went away', () => {
    const textOf = (...steps: readonly string[]) =>
      `# Late\n\n## Debugging steps\n\n${steps.map((words) => `- [ ] ${words}\n`).join('')}`
    const idOf = (words: string, inText: string) =>
      parseRunbook({ path: 'a.md', text: inText }).steps.find((each) => each.text === words)?.id ?? ''
    const before = textOf('Look', 'Restart')
    const after = textOf('Open the board', 'Look')
    const [look, restart] = ['Look', 'Restart'].map((words) => idOf(words, before))
    const done = [
      opened('a.md', 'a', before),
      stated('step.checked', { step: look ?? '', text: 'Look' }),
      stated('step.skipped', { step: restart ?? '', text: 'Restart', reason: 'no rights' }),
      stated('step.noted', { step: look ?? '', text: 'Look', note: 'it was red' }),
    ]
    const run = runAfter(...done, opened('a.md', 'b', after))
    expect(run?.steps[idOf('Look', after)]).toMatchObject({ state: 'done', notes: [{ text: 'it was red' }] })
    expect(run?.steps[idOf('Open the board', after)]).toBeUndefined()
    const back = runAfter(...done, opened('a.md', 'b', after), opened('a.md', 'a', before))
    expect(back?.steps[restart ?? '']).toMatchObject({ state: 'skipped', reason: 'no rights' })
    expect(back?.steps[look ?? '']).toMatchObject({ state: 'done' })
  })

  it('R3 the current step counts from the last step that ended, the scenario or the opening, never back', () => {
    const at = (minute: number) => new Date(minuteMs(minute)).toISOString()
    expect(runAfter(opened('a.md', 'a'))?.stepSince).toBe(at(1))
    const chosen = [opened('a.md', 'a'), stated('scenario.chosen', { scenario: null, title: 'General steps' })]
    expect(runAfter(...chosen)?.stepSince).toBe(at(2))
    expect(runAfter(...chosen, stated('step.noted', { ...step, note: 'red' }))?.stepSince).toBe(at(2))
    const earlier = { ...stated('step.checked', step), occurredAt: at(0) }
    expect(runAfter(...chosen, earlier)?.stepSince).toBe(at(2))
    expect(runAfter(...chosen, stated('step.checked', step), stated('step.unchecked', step))?.stepSince).toBe(at(4))
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
