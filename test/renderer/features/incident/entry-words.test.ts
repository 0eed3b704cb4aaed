import { expect, it } from 'vitest'
import { entryWords } from '../../../../renderer/features/incident/timeline/entry-words.ts'
import type { Names } from '../../../../renderer/features/incident/timeline/sentences/sentence.ts'
import { spanWords } from '../../../../renderer/ui/time-words.ts'
import type { FactDraft } from '../../../../shared/incident/facts/fact-catalog.ts'
import { minuteMs, recordOf, stated } from '../../../support/log-builder.ts'

const names: Names = {
  reader: null,
  person: () => 'Engineer A',
  entry: () => 'an old note',
  told: () => null,
  time: (at) => at.slice(11, 16),
  span: spanWords,
}
const said = (draft: FactDraft): string | null => entryWords(recordOf(draft, 2, minuteMs(1)), names)

it('J8 an entry is named in the words of its row, and never by its type', () => {
  expect(said(stated('incident.acknowledged', {}))).toBe('Engineer A acknowledged it')
  expect(said(stated('incident.mitigated', {}))).toBe('Mitigated by Engineer A')
  expect(said(stated('severity.changed', { from: 2, to: 1, reason: 'bigger' }))).toBe('SEV-2 to SEV-1 by Engineer A')
  expect(said(stated('note.added', { text: 'a'.repeat(70) }))).toBe(`${'a'.repeat(60)}…`)
  expect(said(stated('entry.amended', { of: 'one', retracted: true }))).toBeNull()
})
