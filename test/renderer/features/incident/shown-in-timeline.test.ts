import { expect, it } from 'vitest'
import { integrityWords } from '../../../../renderer/features/incident/timeline/integrity-words.ts'
import { shownAt } from '../../../../renderer/features/incident/timeline/shown-at.ts'
import { renderMarkdown } from '../../../../shared/bundle/render-markdown.ts'
import { maskSteering } from '../../../../shared/kit/mask-steering.ts'

it('an entry belongs to the day to which an amendment moved it', () => {
  const record = { at: '2026-11-24T01:00:00.000Z', occurredAt: '2026-11-23T23:30:00.000Z' }
  expect(shownAt(record, undefined)).toBe(record.occurredAt)
  expect(shownAt({ at: record.at }, undefined)).toBe(record.at)
})

it('a log whose chain was not read yet says where to have it verified', () => {
  expect(integrityWords({ kind: 'unchecked' })).toBe('chain to be verified in Settings')
})

it('A11 what turns the reading direction becomes a visible mark, lines and emoji stay', () => {
  expect(maskSteering('a\u202eb\u2066c\n\td 👩‍🚒')).toBe('a\ufffdb\ufffdc\n\td 👩‍🚒')
})

it('the mark that opens a call-out is shown as a word, one within a text is left', () => {
  const shown = (text: string): string =>
    renderMarkdown(text, { linkTo: () => null, anchorOf: (slug) => slug, headingAbove: 0 })
  expect(shown('> [!WARNING]\n> Never do it.')).toContain('<strong>Warning:</strong>\nNever do it.')
  expect(shown('> [!note]- Mind\n>\n> the gap')).toContain('<strong>Note:</strong> Mind')
  expect(shown('> See [!WARNING] above')).toContain('[!WARNING]')
  expect(shown('[!WARNING]')).toContain('[!WARNING]')
})
