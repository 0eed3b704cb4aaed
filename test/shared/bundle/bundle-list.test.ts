import { expect, it } from 'vitest'
import { composeOfflineCopy } from '../../../shared/bundle/compose-offline-copy.ts'
import { everything, type OfflineCopy } from '../../../shared/bundle/offline-copy.ts'
import { pageData } from '../../../shared/bundle/page-data.ts'
import { renderShelves } from '../../../shared/bundle/render-shelves.ts'
import { sampleSource } from './sample-source.ts'

function compose(texts: Readonly<Record<string, string>> = {}): OfflineCopy {
  const composed = composeOfflineCopy(sampleSource(texts), everything, Date.parse('2026-11-20T12:00:00Z'))
  if (!composed.ok) throw new Error(JSON.stringify(composed.error))
  return composed.value
}

const page = (title: string): string => `# ${title}\n\n- Do it.\n`

const few = {
  'runbooks/zoo/down.md': page('Exporter down'),
  'runbooks/apes/down.md': page('Exporter down'),
  'runbooks/apes/another.md': page('Another'),
  'runbooks/loose.md': page('Loose'),
  'runbooks/case-3.md': page('Case 3'),
  'runbooks/case-10.md': page('Case 10'),
  'runbooks/long-ago.md': '---\nlastVerified: 2026-01-05\nowner: eng-b\n---\n# Long ago\n\n- Do it.\n',
}

it('B12 documents stand by pipeline, then by folder, by title', () => {
  const copy = compose(few)
  const titleOf = new Map(copy.documents.map(({ anchor, title }) => [anchor, title]))
  expect(copy.shelves.map(({ kind, name, anchors }) => [kind, name, anchors.map((each) => titleOf.get(each))])).toEqual(
    [
      ['runbook', 'Profit', ['Profit is late']],
      ['runbook', 'In no pipeline or folder', ['Case 3', 'Case 10', 'Long ago', 'Loose']],
      ['runbook', 'apes', ['Another', 'Exporter down']],
      ['runbook', 'zoo', ['Exporter down']],
      ['reference', '', ['List']],
    ],
  )
})

it('B12 a row says who owns it and when it was verified, or that nobody does and that it never was', () => {
  const rows = renderShelves(compose(few)).split('<li>')
  const rowOf = (title: string): string => rows.find((row) => row.includes(`<span>${title}</span>`)) ?? ''
  expect(rowOf('Profit is late')).toContain(
    '<small>Engineer A · <span class="verified" data-verified="2026-11-01">verified 1 Nov 2026</span></small>',
  )
  expect(rowOf('Long ago')).toContain(
    'Engineer B · <span class="verified old" data-verified="2026-01-05">verified 5 Jan 2026',
  )
  expect(rowOf('Another')).toContain('no owner · <span class="verified old">never verified</span>')
  expect(rowOf('List')).not.toContain('owner')
})

it('B12 where titles repeat the path tells them apart, and only there', () => {
  const list = renderShelves(compose(few))
  expect(list).toContain('<span>Exporter down</span><small class="mono">apes/down.md</small>')
  expect(list).toContain('<span>Exporter down</span><small class="mono">zoo/down.md</small>')
  expect(list).not.toContain('apes/another.md')
})

it('B12 few documents stand open under the names of their folders, many are folded', () => {
  const open = renderShelves(compose(few))
  expect(open).toContain('<li class="under-folder">apes</li>')
  expect(open).not.toContain('<details')
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`runbooks/f${at % 4}/${at}.md`, page(`Page ${at}`)]),
  )
  const folded = renderShelves(compose(many))
  expect(folded.match(/<details class="fold group"><summary>/g)).toHaveLength(4)
  expect(folded).toContain('<summary><span>f0</span><span class="count num">10</span></summary>')
  expect(folded).toMatch(/<ul><li><a href="#d\d+"><span>Profit is late/)
})

it('B12 the search knows where a document stands', () => {
  const { documents, pipelines } = pageData(compose(few))
  expect(documents.find(({ path }) => path === 'runbooks/zoo/down.md')).toMatchObject({
    shelf: 'zoo',
    owner: null,
    lastVerified: null,
  })
  expect(pipelines).toEqual([{ id: 'profit', name: 'Profit' }])
})
