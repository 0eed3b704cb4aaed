import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { overtakes } from '../../../shared/incident/overtaken.ts'
import { minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const look = { step: 'general/0', text: 'Look at the queue' }
const opened = stated('runbook.opened', {
  path: 'runbooks/other.md',
  title: 'Other',
  sha256: '0'.repeat(64),
  text: '# Other',
  matchedBy: 'chosen by hand',
})

/** Whether the second, stated later and written first, keeps the first from being laid over it. */
const isOvertaken = (first: FactDraft, second: FactDraft): boolean => overtakes(recordOf(second, 2, minuteMs(5)), first)

describe('J4.5 what says otherwise', () => {
  it.each<readonly [string, FactDraft, FactDraft]>([
    ['another title', stated('incident.retitled', { title: 'A' }), stated('incident.retitled', { title: 'B' })],
    ['another end', stated('incident.mitigated', {}), stated('incident.recurred', { reason: 'It is back' })],
    ['a step that was taken back', stated('step.checked', look), stated('step.unchecked', look)],
    ['a step once another runbook is open', stated('step.checked', look), opened],
  ])('%s', (_, first, second) => {
    expect(isOvertaken(first, second)).toBe(true)
  })

  it.each<readonly [string, FactDraft, FactDraft]>([
    ['the same title', stated('incident.retitled', { title: 'A' }), stated('incident.retitled', { title: 'A' })],
    [
      'the same end in other words',
      stated('incident.mitigated', { note: 'Held' }),
      stated('incident.mitigated', { note: 'Report held' }),
    ],
    ['another step', stated('step.checked', look), stated('step.unchecked', { ...look, step: 'general/1' })],
    ['another note', stated('note.added', { text: 'A' }), stated('note.added', { text: 'B' })],
    ['a note once another runbook is open', stated('note.added', { text: 'A' }), opened],
  ])('is not %s', (_, first, second) => {
    expect(isOvertaken(first, second)).toBe(false)
  })
})
