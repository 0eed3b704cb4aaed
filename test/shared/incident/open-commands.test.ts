import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, fromJson, toJson } from '../../../shared/incident/incident-state.ts'
import { declaration, minuteAt, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const records = (...drafts: readonly FactDraft[]) =>
  [stated('incident.declared', declaration()), ...drafts].map((draft, at) => recordOf(draft, at + 1, minuteMs(at)))
const runbook = 'a'.repeat(64)
const started = (run: string) =>
  stated('command.started', { run, step: 'look', command: 'df -h', folder: '/srv', runbook })
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
    expect(state.openCommands.b).toEqual({ step: 'look', command: 'df -h', startedAt: minuteAt(2) })
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
})
