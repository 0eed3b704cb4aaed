import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { isWayLeft, reasonForLeaving } from '../../../shared/incident/way-left.ts'
import { foldRuns, noRuns, runsOf } from '../../../shared/library/run-fold.ts'
import { runStatistics } from '../../../shared/library/run-statistics.ts'
import { minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const text = `# Scale the ingest

## Mitigation

1. Check the queue

### Option 1: Kubernetes

1. Scale the deployment
2. Watch the rollout
3. Scale it back

### Option 2: Docker

1. Scale the service
2. Look at the service

## Failure scenarios

### Disk full

1. Free the disk
`

const opened = (words = text, path = 'runbooks/ingest.md'): FactDraft =>
  stated('runbook.opened', {
    path,
    title: 'Ingest',
    sha256: String(words.length).padStart(64, '0'),
    text: words,
    matchedBy: 'chosen by hand',
  })
const checked = (step: string): FactDraft => stated('step.checked', { step, text: step })
const skipped = (step: string, data: { reason: string; way?: string }): FactDraft =>
  stated('step.skipped', { step, text: step, ...data })

let minute = 0
const runIn = (...drafts: readonly FactDraft[]) => {
  minute += 100
  return runsOf(
    foldRuns(
      noRuns,
      drafts.map((draft, at) => recordOf(draft, at + 2, minuteMs(minute + at))),
    ),
  )
}

const told = (runs: ReturnType<typeof runIn>) =>
  runStatistics(runs).steps.map((step) => [step.text, step.done, step.skipped, step.otherWay, step.runs])

describe('what runs say of steps', () => {
  it('L14 a way that was left for another is no skipped step, also in logs that have only the words', () => {
    const now = { reason: reasonForLeaving('Option 2: Docker'), way: 'Option 2: Docker' }
    const before = { reason: 'Another way was taken instead of "Docker"' }
    const runs = [
      ...runIn(opened(), checked('Check the queue'), skipped('Scale the service', now)),
      ...runIn(opened(), checked('Check the queue'), skipped('Scale the service', before)),
      ...runIn(opened(), skipped('Check the queue', { reason: 'another way was taken' })),
    ]
    expect(told(runs).filter(([, done, skips, ways]) => done !== 0 || skips !== 0 || ways !== 0)).toEqual([
      ['Check the queue', 2, 1, 0, 3],
      ['Scale the service', 0, 0, 2, 3],
    ])
    expect(isWayLeft({ reason: reasonForLeaving('Either: Docker') })).toBe(true)
  })

  it('L15 a step that nobody ever came to stands with its runs, in the order of the text', () => {
    const runs = [...runIn(opened(), checked('Check the queue')), ...runIn(opened(), checked('Check the queue'))]
    expect(told(runs)).toEqual([
      ['Check the queue', 2, 0, 0, 2],
      ['Scale the deployment', 0, 0, 0, 2],
      ['Watch the rollout', 0, 0, 0, 2],
      ['Scale it back', 0, 0, 0, 2],
      ['Scale the service', 0, 0, 0, 2],
      ['Look at the service', 0, 0, 0, 2],
    ])
  })

  it('L15 a run asks for the steps of its scenario and its version only', () => {
    const scenario = stated('scenario.chosen', { scenario: 'disk-full', title: 'Disk full' })
    const shorter = text.replace('2. Watch the rollout\n', '')
    const runs = [
      ...runIn(opened(), scenario, checked('Free the disk')),
      ...runIn(opened(shorter), checked('Check the queue')),
      ...runIn(opened(), opened(shorter), checked('Watch the rollout')),
    ]
    expect(told(runs)).toEqual([
      ['Check the queue', 1, 0, 0, 2],
      ['Scale the deployment', 0, 0, 0, 2],
      ['Scale it back', 0, 0, 0, 2],
      ['Scale the service', 0, 0, 0, 2],
      ['Look at the service', 0, 0, 0, 2],
      ['Watch the rollout', 1, 0, 0, 1],
      ['Free the disk', 1, 0, 0, 1],
    ])
  })

  it('L15 a step that stands in two lists of one run gives one time, the first', () => {
    const words = '# T\n\n## Failure scenarios\n\n### Late\n\n1. Look\n\n### Gone\n\n1. Look\n'
    const done = (step: string) => stated('step.checked', { step, text: 'Look' })
    const inBoth = [done('late/1-look'), stated('scenario.chosen', { scenario: 'gone', title: 'Gone' })]
    const again = stated('note.added', { text: 'Still looking.' })
    const runs = [
      ...runIn(opened(words), ...inBoth, again, again, done('gone/1-look')),
      ...runIn(opened(words), done('late/1-look')),
    ]
    expect(runs[0]?.steps.map(({ tookMs }) => tookMs)).toEqual([60_000, 180_000])
    expect(runStatistics(runs).steps).toMatchObject([{ text: 'Look', runs: 2, done: 2, timed: 2, medianMs: 60_000 }])
  })

  it('L14 a runbook that was only opened was not used', () => {
    const untouched = runIn(opened(), opened(text, 'runbooks/other.md'), checked('a')).filter(
      ({ path }) => path === 'runbooks/ingest.md',
    )
    expect(runStatistics(untouched)).toEqual({ runs: 0, onlyOpened: 1, lastUsedAt: null, steps: [] })
    const noted = stated('step.noted', { step: 'a', text: 'a', note: 'odd' })
    const ran = stated('command.ran', { step: 'a', command: 'ls', exitCode: 0, output: '' })
    const elsewhere = stated('command.ran', { step: null, command: 'ls', exitCode: 0, output: '' })
    const usedAfter = (draft: FactDraft) => runStatistics(runIn(opened(), draft)).runs
    expect([usedAfter(noted), usedAfter(ran), usedAfter(elsewhere)]).toEqual([1, 1, 0])
  })

  it('L14 R6 a runbook whose file was renamed under a run is one run, at its new path', () => {
    const moved = opened(text, 'ops/ingest.md')
    const runs = runIn(opened(), checked('Check the queue'), {
      ...moved,
      data: { ...moved.data, movedFrom: 'runbooks/ingest.md' },
    } as FactDraft)
    expect(runs).toMatchObject([{ path: 'ops/ingest.md', title: 'Ingest', isUsed: true, steps: [{ outcome: 'done' }] }])
  })
})
