import { describe, expect, it } from 'vitest'
import { begunRunbooks, isNews, movedFiles } from '../../../../renderer/features/incident/runbook/runbook-offers.ts'
import { whyFollowed } from '../../../../renderer/features/incident/runbook/why-followed.ts'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const offer = (path: string, scenario: string | null = null): RunbookSuggestion => ({
  path,
  title: path.toUpperCase(),
  reason: 'matched by alertname',
  scenario: scenario === null ? null : { id: scenario.toLowerCase(), title: scenario },
})
describe('R6 the runbooks that were begun in an incident', () => {
  const text = '# Late\n\n## Failure scenarios\n\n### Late data\n\n1. Look\n2. Restart\n'
  const opened = (path: string, words: string, hash: string): Timed => [
    2,
    stated('runbook.opened', { path, title: path, sha256: hash.repeat(64), text: words, matchedBy: 'hand' }),
  ]
  const [look] = parseRunbook({ path: 'late.md', text }).scenarios[0]?.steps ?? []
  const state = folded([
    opened('late.md', text, '1'),
    [3, stated('scenario.chosen', { scenario: 'late-data', title: 'Late data' })],
    [4, stated('step.checked', { step: look?.id ?? '', text: 'Look' })],
    opened('notes.md', '# Notes\n\nNothing to do.\n', '2'),
    opened('now.md', '# Now\n\n1. Look\n', '3'),
  ])

  it('R6 are the one in force and then the one left last, each with how far it is', () => {
    expect(begunRunbooks(state).map(({ run, words, isInForce }) => [run.path, words, isInForce])).toEqual([
      ['now.md', 'followed now, 0 of 1 done', true],
      ['notes.md', 'opened before, go on', false],
      ['late.md', '1 of 2 done, go on', false],
    ])
    expect(begunRunbooks({ run: null, otherRuns: [] })).toEqual([])
  })

  it('R6 one whose file was renamed is known by its text, unless its own file is there or several have that text', () => {
    const begun = begunRunbooks(state)
    const file = (path: string, hash: string) => ({ path, title: path, sha256: hash.repeat(64) })
    const found = (...files: ReturnType<typeof file>[]) =>
      [...movedFiles(begun, files)].map(([path, { run }]) => [path, run.path])
    expect(found(file('ops/late.md', '1'), file('now.md', '3'))).toEqual([['ops/late.md', 'late.md']])
    expect(found(file('ops/late.md', '1'), file('late.md', '4'))).toEqual([])
    expect(found(file('ops/late.md', '1'), file('eu/late.md', '1'))).toEqual([])
  })

  it('R6 are offered again only at another scenario', () => {
    const begun = begunRunbooks(state)
    expect(isNews(offer('other.md'), begun)).toBe(true)
    expect(isNews(offer('late.md'), begun)).toBe(false)
    expect(isNews(offer('late.md', 'Late-data'), begun)).toBe(false)
    expect(isNews(offer('late.md', 'Wrong-data'), begun)).toBe(true)
  })
})

it('R5 why a runbook is followed names the scenario that was chosen, and no other section', () => {
  const matchedBy = 'CrashLooping: matched by alertname, which is its section "CrashLooping"'
  const at = (title: string | null) =>
    whyFollowed({
      matchedBy,
      scenario: title === null ? null : { id: 'x', title, chosenAt: '2026-11-24T14:00:00.000Z' },
    })
  expect(at('CrashLooping')).toBe(matchedBy)
  expect(at(null)).toBe(matchedBy)
  expect(at('Node "a" $& down')).toBe('CrashLooping: matched by alertname, now at "Node "a" $& down"')
})
