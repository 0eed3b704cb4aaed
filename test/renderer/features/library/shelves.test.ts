import { describe, expect, it } from 'vitest'
import { groupHits } from '../../../../renderer/features/library/group-hits.ts'
import { type Listed, pastIncidents, referenceShelf, shelvesOf } from '../../../../renderer/features/library/shelve.ts'
import type { SearchHit } from '../../../../shared/contract/answers.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'
import { verifiedWords } from '../../../../shared/library/verified-words.ts'
import type { Pipeline } from '../../../../shared/schedule/team.ts'

const listed = (path: string, pipeline: string | null = null, kind: Listed['kind'] = 'runbook'): Listed => ({
  kind,
  path,
  title: path.split('/').at(-1) ?? path,
  pipeline,
  owner: null,
  lastVerified: null,
  tags: [],
  alertnames: [],
  sha256: '',
})

const pipeline = (id: string): Pipeline => ({
  id,
  name: `The ${id}`,
  primary: 'eng-a',
  tier: 'internal',
  canWaitUntilMorning: null,
  sources: [],
  consumers: [],
  policy: null,
})

const summary = (incident: string, lifecycle: IncidentSummary['lifecycle'], detectedAt: string): IncidentSummary => ({
  incident,
  title: incident,
  pipeline: null,
  severity: 3,
  lifecycle,
  escalation: 'holding',
  detectedAt,
  originAt: detectedAt,
  commander: null,
  mitigatedAt: null,
  resolvedAt: null,
  nextRung: null,
  questionOpen: false,
  updatePromisedFor: null,
  updateMissedFor: null,
  currentStep: null,
  seq: 1,
  lastAt: detectedAt,
  integrity: { kind: 'unchecked' },
})

describe('the shelf of runbooks', () => {
  const documents = [
    listed('runbooks/zebra.md', 'growth'),
    listed('runbooks/ant.md', 'growth'),
    listed('runbooks/kafka/lag.md'),
    listed('runbooks/loose.md', 'unheard-of'),
    listed('reference/b.md', null, 'reference'),
    listed('reference/a.md', null, 'reference'),
  ]
  const shelves = shelvesOf(documents, [pipeline('profit'), pipeline('growth')])

  it('keeps the order of the team and shows a pipeline that has none', () => {
    expect(shelves.map(({ name, runbooks }) => [name, runbooks.map(({ title }) => title)])).toEqual([
      ['The profit', []],
      ['The growth', ['ant.md', 'zebra.md']],
      ['In no pipeline or folder', ['loose.md']],
      ['kafka', ['lag.md']],
    ])
  })

  it('holds every runbook once, whatever pipeline it names', () => {
    const shelved = shelves.flatMap(({ runbooks }) => runbooks.map(({ path }) => path))
    const runbooks = documents.filter(({ kind }) => kind === 'runbook').map(({ path }) => path)
    expect(shelved.toSorted()).toEqual(runbooks.toSorted())
  })

  it('leaves reference to its own shelf, by title', () => {
    expect(referenceShelf(documents).map(({ title }) => title)).toEqual(['a.md', 'b.md'])
  })
})

it('past incidents are those that are over, the latest first', () => {
  const past = pastIncidents([
    summary('old', 'closed', '2025-01-01T00:00:00.000Z'),
    summary('running', 'debugging', '2026-01-01T00:00:00.000Z'),
    summary('new', 'resolved', '2026-02-01T00:00:00.000Z'),
  ])
  expect(past.map(({ incident }) => incident)).toEqual(['new', 'old'])
})

it('results stand by kind, always in the same order, the best first', () => {
  const hit = (kind: SearchHit['kind'], ref: string): SearchHit => ({
    kind,
    ref,
    title: ref,
    snippet: '',
    terms: [],
    score: 1,
  })
  const groups = groupHits({
    hits: [hit('incident', 'i'), hit('runbook', 'r1'), hit('runbook', 'r2')],
    totals: { runbook: 212, reference: 0, incident: 1 },
  })
  expect(groups.map(({ name, hits, total }) => [name, hits.map(({ ref }) => ref), total])).toEqual([
    ['Runbooks', ['r1', 'r2'], 212],
    ['Past incidents', ['i'], 1],
  ])
})

describe('how long ago a runbook was verified', () => {
  it.each([
    ['2026-12-24', 'verified today', false],
    ['2026-12-23', 'verified yesterday', false],
    ['2026-11-12', 'verified 42 days ago', false],
    ['2026-06-20', 'verified 6 months ago', true],
    ['2023-12-24', 'verified 3 years ago', true],
    ['2027-01-01', 'verified 1 Jan 2027, which is to come', true],
    ['last spring', 'verified "last spring"', true],
    ['2026-13-40', 'verified "2026-13-40"', true],
    [null, 'never verified', true],
  ])('%j', (lastVerified, words, isOld) => {
    expect(verifiedWords(lastVerified, '2026-12-24')).toEqual({ words, isOld })
  })
})
