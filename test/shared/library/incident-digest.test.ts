import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FactDraft, FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldDigest, type IncidentDigest, incidentEntry } from '../../../shared/library/incident-digest.ts'
import { profileOf } from '../../../shared/library/incident-profile.ts'
import { runsOf } from '../../../shared/library/run-fold.ts'
import { medianOf, runStatistics } from '../../../shared/library/run-statistics.ts'
import { wordsIn } from '../../../shared/library/written-words.ts'
import { minuteMs, recordOf, stated } from '../../support/log-builder.ts'
import { alert, checked, digestOf, logOf, note, opened, skipped, type Timed } from './some-digests.ts'

describe('a digest', () => {
  const drafts = [
    opened(),
    note('the partition is empty'),
    stated('scenario.chosen', { scenario: 'late', title: 'Late data' }),
    checked('a'),
    skipped('b'),
    alert('LateData'),
    stated('incident.retitled', { title: 'Profit stalled' }),
    opened('runbooks/other.md'),
    checked('c'),
    stated('incident.resolved', { note: 'partition restored by the source team' }),
  ]

  it('L13 holds title, notes, scenario, alerts, runs and how it ended', () => {
    const digest = digestOf(drafts)
    expect(digest).toMatchObject({
      title: 'Profit stalled',
      scenarios: ['Late data'],
      ending: 'partition restored by the source team',
      labels: { alertname: ['LateData'] },
    })
    expect(wordsIn(digest.written)).toContain('the partition is empty')
    expect(wordsIn(digest.written)).toContain('rows below the floor')
    expect(wordsIn(digest.written)).not.toContain('# Profit')
    expect(runsOf(digest.runs).map(({ path, steps }) => [path, steps.length])).toEqual([
      ['runbooks/profit.md', 2],
      ['runbooks/other.md', 1],
    ])
    expect(incidentEntry(digest)).toMatchObject({ kind: 'incident', alertname: 'LateData', pipeline: 'profit' })
  })

  it('L13 any split of the log gives the same, also when a stretch comes twice or through JSON', () => {
    const log = logOf(drafts)
    const whole = foldDigest(null, log)
    fc.assert(
      fc.property(fc.nat(log.length), fc.nat(log.length), (one, other) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)]
        const before = foldDigest(null, log.slice(0, second))
        const again = before === null ? null : (JSON.parse(JSON.stringify(before)) as IncidentDigest)
        expect(foldDigest(again, log.slice(again === null ? 0 : first))).toEqual(whole)
      }),
    )
  })

  it('L13 what was retracted or withheld is not found, and an amendment takes the place of the words', () => {
    const drafts = [
      note('the wrong bucket, sorry'),
      note('look at OldName'),
      stated('evidence.attached', {
        sha256: 'a'.repeat(64),
        name: 'env.txt',
        mediaType: 'text/plain',
        bytes: 9,
        excerpt: 'account-4711',
      }),
    ]
    const [, wrong, named, evidence] = logOf(drafts).map(({ id }) => id)
    const amended = (of: string | undefined, change: object): FactDraft =>
      stated('entry.amended', { of: of ?? '', ...change })
    const whole = [...drafts, amended(named, { text: 'look at new-name-7' })]
    const said = (...more: FactDraft[]) => wordsIn(digestOf([...whole, ...more]).written)
    expect(said()).toBe(
      'the wrong bucket, sorry\nlook at new-name-7\nenv.txt\naccount-4711\n'.replace(
        'env.txt\naccount-4711',
        'account-4711\nenv.txt',
      ),
    )
    const withheld = stated('evidence.redacted', { of: evidence ?? '', reason: 'a customer' })
    expect(said(amended(wrong, { retracted: true }), withheld)).toBe('look at new-name-7\n')
    expect(said(amended(wrong, { retracted: true }), amended(wrong, { retracted: false }))).toBe(said())
    expect([...profileOf(digestOf([...whole, withheld])).names.values()]).toEqual(['new-name-7'])
  })

  it('L13 how it ended is forgotten when it goes on, or when that was retracted, and told again when it was restored', () => {
    const mitigated = stated('incident.mitigated', { note: 'Restarted the pod' })
    const ended = [mitigated, stated('incident.resolved', {})]
    const by = logOf(ended)[1]?.id ?? ''
    expect(digestOf(ended).ending).toBe('Restarted the pod')
    expect(digestOf([mitigated, stated('incident.recurred', { reason: 'It came back' })]).ending).toBeNull()
    const takenBack = [...ended, stated('entry.amended', { of: by, retracted: true })]
    expect(digestOf(takenBack).ending).toBeNull()
    expect(digestOf([...takenBack, stated('entry.amended', { of: by, retracted: false })])).toMatchObject({
      ending: 'Restarted the pod',
    })
  })

  it('L13 a title that was retracted gives way to the one before', () => {
    const retitled = [stated('incident.retitled', { title: 'Another' })]
    const of = logOf(retitled)[1]?.id ?? ''
    const { title } = digestOf([])
    expect(digestOf(retitled).title).toBe('Another')
    expect(digestOf([...retitled, stated('entry.amended', { of, retracted: true })]).title).toBe(title)
  })

  it('L13 foreign and malformed records move its position and nothing else', () => {
    const log = logOf([note('one')])
    const before = foldDigest(null, log)
    const strange = ['weather.changed', 'step.checked', 'alert.attached', 'scenario.chosen', 'runbook.opened'].map(
      (type, at): FactRecord => ({
        ...recordOf(note('x'), log.length + 1 + at, minuteMs(9)),
        type,
        data: { labels: 7, title: {}, step: [] },
      }),
    )
    const after = foldDigest(before, strange)
    expect({ ...after, seq: 0, hash: '' }).toEqual({ ...before, seq: 0, hash: '' })
    expect(after?.seq).toBe(log.length + strange.length)
    expect(foldDigest(null, strange)).toBeNull()
  })
})

describe('how runs went', () => {
  it('L14 a step counts from the one before it, and a skipped one has no time', () => {
    const digest = digestOf([
      [10, opened()],
      [13, checked('a')],
      [15, skipped('b')],
      [16, checked('c')],
      [16 + 5 * 60, checked('d')],
    ])
    const [run] = runsOf(digest.runs)
    expect(run?.steps.map(({ text, outcome, tookMs }) => [text, outcome, tookMs])).toEqual([
      ['Do a', 'done', 180_000],
      ['Do b', 'skipped', null],
      ['Do c', 'done', 60_000],
      ['Do d', 'done', null],
    ])
  })

  it('L14 a step that was opened again has no outcome', () => {
    const undone = stated('step.unchecked', { step: 'a', text: 'Do a' })
    expect(runsOf(digestOf([opened(), checked('a'), undone]).runs)[0]?.steps).toEqual([])
  })

  it('L14 a runbook that was left, gone back to or followed at another version is one run', () => {
    const digest = digestOf([
      [10, opened()],
      [13, checked('a')],
      [14, opened('runbooks/other.md')],
      [15, checked('b')],
      [20, opened()],
      [21, checked('c')],
      [22, stated('step.unchecked', { step: 'a', text: 'Do a' })],
    ])
    expect(runsOf(digest.runs).map(({ path, steps }) => [path, steps.map(({ text }) => text)])).toEqual([
      ['runbooks/other.md', ['Do b']],
      ['runbooks/profit.md', ['Do c']],
    ])
    expect(runStatistics(runsOf(digest.runs).slice(1))).toMatchObject({
      runs: 1,
      lastUsedAt: new Date(minuteMs(20)).toISOString(),
    })
  })

  const timesIn = (drafts: readonly Timed[]) =>
    runsOf(digestOf(drafts).runs).flatMap(({ steps }) => steps.map(({ text, tookMs }) => [text, tookMs]))
  const at = (place: number, text: string): FactDraft => stated('step.checked', { step: `general-${place}-ff`, text })

  it('L14.1 a command that ends while another runbook is read leaves that one unused', () => {
    const command = { run: 'r1', step: 'general-1-aa', command: 'sleep 60' }
    const digest = digestOf([
      opened(),
      stated('command.started', { ...command, folder: '/', runbook: 'a'.repeat(64) }),
      opened('runbooks/other.md'),
      stated('command.ran', { ...command, exitCode: 0, output: '' }),
      stated('evidence.attached', {
        sha256: 'b'.repeat(64),
        name: 'output.txt',
        mediaType: 'text/plain',
        bytes: 9,
        step: command.step,
      }),
    ])
    expect(runsOf(digest.runs).map(({ path, isUsed }) => [path, isUsed])).toEqual([
      ['runbooks/profit.md', true],
      ['runbooks/other.md', false],
    ])
  })

  it('L14 following a new version of the file does not begin the step anew, nor count or skip anything again', () => {
    const drafts: Timed[] = [
      [0, opened()],
      [10, checked('a')],
      [11, skipped('b')],
      [15, opened()],
      [15, opened()],
      [16, checked('c')],
    ]
    expect(timesIn(drafts)).toEqual([
      ['Do a', 600_000],
      ['Do b', null],
      ['Do c', 300_000],
    ])
    const statistics = runStatistics(runsOf(digestOf(drafts).runs))
    expect(statistics).toMatchObject({ runs: 1 })
    expect(statistics.steps[1]).toMatchObject({ done: 0, skipped: 1 })
  })

  it('L14 a step that comes later and was done early does not begin the one before it anew', () => {
    const drafts: Timed[] = [
      [0, opened()],
      [2, at(1, 'first')],
      [7, at(5, 'fifth')],
      [8, at(2, 'second')],
      [9, at(3, 'third')],
    ]
    expect(timesIn(drafts)).toEqual([
      ['first', 120_000],
      ['fifth', 300_000],
      ['second', 360_000],
      ['third', 60_000],
    ])
  })

  it('L14 a step that was taken back and done again took what it took the first time', () => {
    const undone = stated('step.unchecked', { step: 'a', text: 'Do a' })
    expect(
      timesIn([
        [0, opened()],
        [3, checked('a')],
        [5, undone],
        [9, checked('a')],
      ]),
    ).toEqual([['Do a', 180_000]])
  })

  it('L14 a step that was current while another runbook was followed is not timed; the scenario begins the first', () => {
    const scenario = stated('scenario.chosen', { scenario: 'late', title: 'Late data' })
    expect(
      timesIn([
        [0, opened()],
        [4, scenario],
        [6, checked('a')],
        [7, opened('runbooks/other.md')],
        [8, checked('x')],
        [20, opened()],
        [21, checked('b')],
        [23, checked('c')],
      ]),
    ).toEqual([
      ['Do x', 60_000],
      ['Do a', 120_000],
      ['Do b', null],
      ['Do c', 120_000],
    ])
  })

  it('L15 adds up over runs by the words of a step', () => {
    const runs = [
      digestOf([
        [0, opened()],
        [2, checked('a')],
        [3, skipped('b')],
      ]),
      digestOf([
        [100, opened()],
        [104, stated('step.checked', { step: 'new-id', text: 'do  A' })],
        [105, checked('b')],
      ]),
    ].flatMap((digest) => runsOf(digest.runs))
    const statistics = runStatistics(runs)
    expect(statistics).toMatchObject({ runs: 2, lastUsedAt: new Date(minuteMs(100)).toISOString() })
    expect(statistics.steps).toEqual([
      { text: 'do  A', runs: 2, done: 2, skipped: 0, otherWay: 0, timed: 2, medianMs: 180_000 },
      { text: 'Do b', runs: 2, done: 1, skipped: 1, otherWay: 0, timed: 1, medianMs: 60_000 },
    ])
    expect(runStatistics([])).toEqual({ runs: 0, onlyOpened: 0, lastUsedAt: null, steps: [] })
  })

  it('L15 the median is the middle one, or the mean of the two', () => {
    expect([medianOf([]), medianOf([5]), medianOf([9, 1, 5]), medianOf([4, 1, 2, 9])]).toEqual([null, 5, 5, 3])
  })
})
