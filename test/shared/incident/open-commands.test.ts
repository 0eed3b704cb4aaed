import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, fromJson, toJson } from '../../../shared/incident/incident-state.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const records = (...drafts: readonly FactDraft[]) =>
  [stated('incident.declared', declaration()), ...drafts].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
const runbook = 'a'.repeat(64)
const startedData = (run: string) => ({ run, step: 'look', command: 'df -h', folder: '/srv', runbook })
const started = (run: string) => stated('command.started', startedData(run))
const ran = (run?: string) =>
  stated('command.ran', {
    ...(run === undefined ? {} : { run }),
    step: 'look',
    command: 'df -h',
    exitCode: 0,
    output: '',
  })

describe('R7 open commands', () => {
  it('R7 are those that were started and neither ended nor were lost', () => {
    const state = foldIncident(null, records(started('a'), started('b'), started('__proto__'), ran('a')))
    if (state === null) throw new Error('no state')
    expect(Object.keys(state.openCommands)).toEqual(['b', '__proto__'])
    expect(state.openCommands.b).toEqual({
      step: 'look',
      index: null,
      command: 'df -h',
      runbook,
      startedAt: minuteAt(2),
      by: 'eng-a',
    })
    const again = fromJson(JSON.parse(JSON.stringify(toJson(state))))
    expect(Object.entries(again.openCommands)).toEqual(Object.entries(state.openCommands))
  })

  it('R7 are none in a log from before commands were said to start, which reads as it did', () => {
    expect(foldIncident(null, records(ran()))?.openCommands).toEqual({})
  })

  it('R7 are closed once they are said to be lost', () => {
    const lost = stated('command.lost', { run: 'a', step: 'look', command: 'df -h' })
    expect(foldIncident(null, records(started('a'), lost))?.openCommands).toEqual({})
  })

  it('R7 say which command of the step it is, and for how long it may run', () => {
    const full = stated('command.started', { ...startedData('a'), index: 1, shell: '/bin/sh', limitMs: null })
    expect(foldIncident(null, records(full))?.openCommands.a).toMatchObject({ index: 1, limitMs: null })
  })
})

describe('R7 how the commands of a step last ended', () => {
  const text = '# Late\n\n## Debugging steps\n\n- [ ] Look\n'
  const opened = (sha256 = runbook, body = text) =>
    stated('runbook.opened', { path: 'late.md', title: 'Late', sha256, text: body, matchedBy: 'hand' })
  const [step] = parseRunbook({ path: 'late.md', text }).steps
  const id = step?.id ?? ''
  const startedAs = (run: string, index: number) => stated('command.started', { ...startedData(run), step: id, index })
  const ended = (...drafts: readonly FactDraft[]) => foldIncident(null, records(opened(), ...drafts))?.run?.commands

  it('R7 is kept for each command: the last end, or that nobody knows it', () => {
    const lost = stated('command.lost', { run: 'c', step: id, command: 'df -h' })
    const commands = ended(startedAs('a', 0), ran('a'), startedAs('b', 0), ran('b'), startedAs('c', 1), lost)
    expect(commands?.[id]).toMatchObject([
      { run: 'b', index: 0, how: { exitCode: 0 }, endedAt: minuteAt(5) },
      { run: 'c', index: 1, how: null, startedAt: minuteAt(6) },
    ])
  })

  it('R7 goes with its step when the runbook is opened in another version, and is not kept for another runbook', () => {
    const body = text.replace('- [ ] Look', '- [ ] First\n- [ ] Look')
    const moved = parseRunbook({ path: 'late.md', text: body }).steps[1]?.id ?? ''
    const commands = ended(startedAs('a', 0), ran('a'), opened('b'.repeat(64), body))
    expect(commands?.[moved]).toMatchObject([{ run: 'a' }])
    expect(ended(startedAs('a', 0), opened('b'.repeat(64), body), ran('a'))).toEqual({})
  })

  it('R7 is nothing in a log that does not say which run ended', () => {
    expect(ended(ran())).toEqual({})
  })
})
