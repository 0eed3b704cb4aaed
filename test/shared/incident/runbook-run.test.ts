import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checklistOf, parsedPin } from '../../../shared/incident/checklist.ts'
import { foldIncident, type IncidentState } from '../../../shared/incident/incident-state.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const text = '# Late\n\n## Debugging steps\n\n- [ ] Look (5 min)\n- [ ] Restart\n'
const opened = (path: string, hash: string, words = text) =>
  stated('runbook.opened', { path, title: 'Late', sha256: hash.repeat(64), text: words, matchedBy: 'by hand' })
const step = { step: 'look', text: 'Look (5 min)' }

function stateAfter(...facts: readonly ReturnType<typeof stated>[]): IncidentState {
  const drafts = [stated('incident.declared', declaration()), ...facts]
  const state = foldIncident(
    null,
    drafts.map((fact, at) => recordOf(fact, at + 1, minuteMs(at))),
  )
  if (state === null) throw new Error('nothing was declared')
  return state
}
const runAfter = (...facts: readonly ReturnType<typeof stated>[]) => stateAfter(...facts).run

describe('a runbook run', () => {
  it('R6 another version of the same file keeps what was done; another file has a run of its own', () => {
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

  describe('whose file was edited', () => {
    const step = (words: string, command: string) => `1. ${words}:\n\n   \`\`\`bash\n   ${command}\n   \`\`\`\n`
    const textOf = (...steps: readonly string[]) => `# Late\n\n## Debugging steps\n\n${steps.join('')}`
    const stepsIn = (inText: string) => parseRunbook({ path: 'a.md', text: inText }).steps
    const opens = (inText: string, hash: string, more: { readonly keepsOnlySame?: true } = { keepsOnlySame: true }) => {
      const data = { path: 'a.md', title: 'Late', sha256: hash.repeat(64), text: inText, matchedBy: 'by hand', ...more }
      return stated('runbook.opened', data)
    }
    const evidence = { sha256: 'e'.repeat(64), name: 'log.txt', mediaType: 'text/plain', bytes: 3 }
    const doneIn = (inText: string) =>
      stepsIn(inText).flatMap(({ id, text: words }) => [
        stated('step.checked', { step: id, text: words }),
        stated('evidence.attached', { ...evidence, step: id }),
      ])
    const doneOf = (run: IncidentState['run']) =>
      run === null ? [] : checklistOf(run, parsedPin(run)).map(({ progress }) => progress?.state ?? 'untouched')
    const restart = step('Restart the consumer', 'kubectl rollout restart deploy')
    const changed = step('Restart the consumer', 'kubectl delete pod --force')
    const [before, after] = [textOf(restart), textOf(changed)]

    it('R6 a step whose command changed is open, though its id is the same, and done again where the command comes back', () => {
      expect(stepsIn(after)[0]?.id).toBe(stepsIn(before)[0]?.id)
      const followed = [opens(before, 'a'), ...doneIn(before), opens(after, 'b')]
      const run = runAfter(...followed)
      expect(doneOf(run)).toEqual(['untouched'])
      expect(run?.evidence).toEqual({})
      expect(doneOf(runAfter(...followed, opens(before, 'a')))).toEqual(['done'])
      expect(doneOf(runAfter(...followed, ...doneIn(after), opens(before, 'a'), opens(after, 'b')))).toEqual(['done'])
      const later = textOf(step('Look', 'df'), restart)
      expect(doneOf(runAfter(...followed, opens(later, 'c')))).toEqual(['untouched', 'done'])
    })

    it('R6 so is one that also moved, or comes later under the id of one that went away', () => {
      const moved = textOf(step('Look', 'df'), changed)
      expect(doneOf(runAfter(opens(before, 'a'), ...doneIn(before), opens(moved, 'b')))).toEqual([
        'untouched',
        'untouched',
      ])
      const without = textOf(step('Look', 'df'))
      const followed = [opens(before, 'a'), ...doneIn(before), opens(without, 'b'), opens(after, 'c')]
      expect(doneOf(runAfter(...followed))).toEqual(['untouched'])
    })

    it('R6 what waits can be retracted, too', () => {
      const facts = [opens(before, 'a'), ...doneIn(before), opens(after, 'b')]
      const retraction = stated('entry.amended', {
        of: recordOf(stated('incident.declared', declaration()), 3, minuteMs(2)).id,
        retracted: true,
      })
      expect(doneOf(runAfter(...facts, retraction, opens(before, 'a')))).toEqual(['untouched'])
    })

    it('R6 a log from before that rule reads as it did', () => {
      const run = runAfter(opens(before, 'a', {}), ...doneIn(before), opens(after, 'b', {}))
      expect(doneOf(run)).toEqual(['done'])
    })

    it('R6 what is done is a step that was done with the same words and command, after any edits', () => {
      const some = fc.uniqueArray(
        fc.tuple(fc.constantFrom('Look', 'Restart', 'Wait'), fc.constantFrom('df', 'ls', 'id')),
        { minLength: 1, maxLength: 4, selector: ([words, command]) => words + command },
      )
      fc.assert(
        fc.property(fc.array(some, { minLength: 2, maxLength: 4 }), (versions) => {
          const texts = versions.map((steps) => textOf(...steps.map(([words, command]) => step(words, command))))
          const [first = '', ...others] = texts
          const run = runAfter(
            opens(first, '0'),
            ...doneIn(first),
            ...others.map((words, at) => opens(words, String(at + 1))),
          )
          const key = (each: ReturnType<typeof stepsIn>[number]) => each.text + each.commands[0]?.text
          const wanted = new Set(stepsIn(first).map(key))
          expect(doneOf(run)).toEqual(
            stepsIn(texts.at(-1) ?? '').map((each) => (wanted.has(key(each)) ? 'done' : 'untouched')),
          )
        }),
        { numRuns: 60 },
      )
    })
  })

  it('R6 a runbook that is gone back to goes on where it was left: steps, scenario, notes, evidence', () => {
    const evidence = { sha256: 'e'.repeat(64), name: 'log.txt', mediaType: 'text/plain', bytes: 3, step: 'look' }
    const begun = [
      opened('a.md', 'a'),
      stated('scenario.chosen', { scenario: null, title: 'General steps' }),
      stated('step.checked', { ...step, note: 'it was red' }),
      stated('evidence.attached', evidence),
    ]
    const elsewhere = [opened('b.md', 'c'), stated('step.skipped', { step: 'other', text: 'Other', reason: 'no' })]
    const away = stateAfter(...begun, ...elsewhere)
    expect(away.run).toMatchObject({ path: 'b.md', steps: { other: { state: 'skipped' } } })
    expect(away.otherRuns).toMatchObject([{ path: 'a.md', steps: { look: { state: 'done' } } }])
    const back = stateAfter(...begun, ...elsewhere, opened('a.md', 'a'))
    expect(back.run).toMatchObject({
      path: 'a.md',
      begunAt: minuteAt(1),
      openedAt: minuteAt(7),
      scenario: { title: 'General steps' },
      steps: { look: { state: 'done', notes: [{ text: 'it was red' }] } },
      evidence: { look: [{ name: 'log.txt' }] },
    })
    expect(back.otherRuns).toMatchObject([{ path: 'b.md', steps: { other: { state: 'skipped' } } }])
    expect(stateAfter(...begun, ...elsewhere, opened('a.md', 'a'), opened('b.md', 'c')).run).toEqual({
      ...away.run,
      openedAt: minuteAt(8),
    })
  })

  it('R6 a runbook whose file was renamed goes on at its new path, and is one run', () => {
    const moved = (path: string, movedFrom: string) => {
      const draft = opened(path, 'a')
      return stated('runbook.opened', { ...draft.data, movedFrom } as never)
    }
    const done = [opened('a.md', 'a'), stated('step.checked', step)]
    const run = { path: 'ops/a.md', begunAt: minuteAt(1), steps: { look: { state: 'done' } } }
    expect(stateAfter(...done, moved('ops/a.md', 'a.md'))).toMatchObject({ run, otherRuns: [] })
    const later = stateAfter(...done, opened('b.md', 'c'), moved('ops/a.md', 'a.md'))
    expect(later).toMatchObject({ run, otherRuns: [{ path: 'b.md' }] })
    const both = stateAfter(...done, opened('ops/a.md', 'a'), moved('ops/a.md', 'a.md'))
    expect(both).toMatchObject({ run: { path: 'ops/a.md', steps: {} }, otherRuns: [{ path: 'a.md' }] })
    expect(stateAfter(...done, moved('ops/a.md', 'a.md'), opened('a.md', 'a')).run?.steps).toEqual({})
  })

  it('R6 gone back to at another version, what was done follows its step', () => {
    const before = '# Late\n\n## Debugging steps\n\n- [ ] Look\n'
    const after = '# Late\n\n## Debugging steps\n\n- [ ] Open the board\n- [ ] Look\n'
    const [look] = parseRunbook({ path: 'a.md', text: before }).steps
    const [board, moved] = parseRunbook({ path: 'a.md', text: after }).steps
    const run = runAfter(
      opened('a.md', 'a', before),
      stated('step.checked', { step: look?.id ?? '', text: 'Look' }),
      opened('b.md', 'c'),
      opened('a.md', 'b', after),
    )
    expect(run?.steps[moved?.id ?? '']).toMatchObject({ state: 'done' })
    expect(run?.addedAt).toEqual({ [board?.id ?? '']: minuteAt(4) })
  })

  it('R3 more time adds up, stuck holds until more time is given or the step is done', () => {
    const stuck = [opened('a.md', 'a'), stated('step.stuck', { ...step, note: 'no access' })]
    expect(runAfter(...stuck)?.steps.look).toMatchObject({ isStuck: true, notes: [{ text: 'no access' }] })
    const more = stated('step.extended', { ...step, minutes: 10 })
    expect(runAfter(...stuck, more, more)?.steps.look).toMatchObject({ isStuck: false, extendedByMs: 1_200_000 })
    expect(runAfter(...stuck, stated('step.checked', step))?.steps.look?.isStuck).toBe(false)
  })

  it('R3 a step that is skipped or taken back is stuck no longer', () => {
    const stuck = [opened('a.md', 'a'), stated('step.stuck', step)]
    expect(runAfter(...stuck)?.steps.look?.isStuck).toBe(true)
    expect(runAfter(...stuck, stated('step.skipped', { ...step, reason: 'no rights' }))?.steps.look?.isStuck).toBe(
      false,
    )
    expect(runAfter(...stuck, stated('step.unchecked', step))?.steps.look?.isStuck).toBe(false)
  })

  it('keeps evidence by step, also of one that nobody has touched', () => {
    const evidence = { sha256: 'e'.repeat(64), name: 'log.txt', mediaType: 'text/plain', bytes: 3 }
    const run = runAfter(
      opened('a.md', 'a'),
      stated('evidence.attached', { ...evidence, step: 'look' }),
      stated('evidence.attached', evidence),
    )
    expect(run?.evidence).toMatchObject({ look: [{ name: 'log.txt', sha256: 'e'.repeat(64) }] })
  })
})
