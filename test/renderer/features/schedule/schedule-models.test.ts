import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesFor, turnChange } from '../../../../renderer/features/schedule/change/turn-changes.ts'
import { fieldOf, instantOf } from '../../../../renderer/features/schedule/change/use-turn-form.ts'
import { smallestRotation } from '../../../../renderer/features/schedule/empty-schedule.tsx'
import { axisOf } from '../../../../renderer/features/schedule/picture/axis.ts'
import { lanesOf, NOBODY } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { firstBlock, nextBlock } from '../../../../renderer/features/schedule/picture/next-block.ts'
import { findingsAhead, findingsIn } from '../../../../renderer/features/schedule/settle/findings-ahead.ts'
import { remedyKeys } from '../../../../renderer/features/schedule/settle/remedies.ts'
import { rotationsToTake, takeOverIntent } from '../../../../renderer/features/schedule/take-over.ts'
import { holidayRows } from '../../../../renderer/features/schedule/views/holiday-rows.ts'
import { monthCells, weeksOf } from '../../../../renderer/features/schedule/views/month-cells.ts'
import { monthSpan, twelveMonths, twelveWeeks } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { blockInWords, boardSpanWords, spanInWords } from '../../../../renderer/features/schedule/words.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { applyChange } from '../../../../shared/schedule/swaps/schedule-change.ts'

const text = readFileSync(join(import.meta.dirname, '../../../../fixtures/workspace/team.yaml'), 'utf8')
const { team } = parseTeam({ path: 'team.yaml', text })
const newYork = 'America/New_York'
const nowMs = Date.parse('2026-11-24T14:00:00.000Z')
const weeks = twelveWeeks(nowMs, 0, newYork)
const lanes = lanesOf(team, team.rotations, weeks, findingsAhead(team, nowMs), nowMs)
const blocks = lanes.flatMap((lane) => lane.blocks)
const instant = fc.integer({ min: Date.parse('2026-11-02T15:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') })
const zone = fc.constantFrom(newYork, 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC')

describe('the lanes', () => {
  it('S1 say at every instant what whoIsOnCall says, for both roles', () => {
    const [rotation] = team.rotations
    if (rotation === undefined) throw new Error('the demo team has a rotation')
    fc.assert(
      fc.property(fc.integer({ min: weeks.fromMs, max: weeks.toMs - 1 }), (atMs) => {
        const answer = whoIsOnCall(rotation, team, atMs)
        for (const role of ['primary', 'backup'] as const) {
          const there = blocks.filter((each) => each.role === role && each.fromMs <= atMs && atMs < each.toMs)
          const entry = answer[role]
          expect(there.map(({ person }) => person?.id)).toEqual([entry.kind === 'person' ? entry.person.id : undefined])
        }
      }),
    )
  })

  it('put no two turns of one role on one row at one time', () => {
    const parsed = parseTeam({ path: 'team.yaml', text: smallestRotation }).team
    const [first] = parsed.rotations
    if (first === undefined) throw new Error('no rotation')
    const many = { ...parsed, rotations: [first, { ...first, id: 'second' }] }
    for (const lane of lanesOf(many, many.rotations, weeks, [], nowMs)) {
      for (const one of lane.blocks) {
        const beside = lane.blocks.filter(
          (other) => other !== one && other.role === one.role && other.fromMs < one.toMs && other.toMs > one.fromMs,
        )
        expect(beside.every(({ row }) => row !== one.row)).toBe(true)
        expect(one.row).toBeLessThan(lane.rows[one.role])
      }
    }
  })

  it('S4 carry the findings that are about a turn, and a lane of its own for what nobody has', () => {
    const christmas = blocks.find(({ person, role, findings }) => {
      return person?.id === 'eng-d' && role === 'primary' && findings.some(({ date }) => date === '2026-12-25')
    })
    expect(christmas && spanInWords(christmas, newYork)).toBe('Mon 21 Dec 10:00 to Mon 28 Dec 10:00')
    expect(lanes.some(({ id }) => id === NOBODY)).toBe(false)
    const open = applyChange(team, {
      kind: 'stand-in',
      rotationId: 'rotation',
      overrides: [{ from: '2026-12-25', to: '2026-12-25', for: 'eng-d' }],
      temporary: [],
    })
    if (!open.ok) throw new Error(open.error)
    const [nobody] = lanesOf(
      open.value,
      open.value.rotations,
      weeks,
      scheduleFindings(open.value, nowMs, weeks.toMs),
      nowMs,
    )
    expect(nobody).toMatchObject({ id: NOBODY, person: null, blocks: [{ role: 'primary', gap: expect.any(String) }] })
    expect(nobody?.blocks[0]?.findings[0]).toMatchObject({ kind: 'nobody-after-swap', severity: 'error' })
  })

  it('S3 mark leave and holidays by the days where each person is', () => {
    const marks = lanes.find(({ id }) => id === 'eng-a')?.marks ?? []
    expect(marks.filter(({ kind }) => kind === 'leave').map((mark) => spanInWords(mark, newYork))).toEqual([
      'Wed 23 Dec 00:00 to Mon 28 Dec 00:00',
    ])
    const there = lanes.find(({ id }) => id === 'eng-c')?.marks.find(({ words }) => words.startsWith('Christmas'))
    expect(there && spanInWords(there, 'Asia/Kolkata')).toBe('Fri 25 Dec 00:00 to Sat 26 Dec 00:00')
    expect(there?.kind).toBe('majorHoliday')
  })
})

describe('the keys', () => {
  it('reach every turn from any other', () => {
    const start = firstBlock(lanes, 'eng-b', nowMs)
    expect(start).toMatchObject({ person: { id: 'eng-b' }, role: 'primary' })
    const seen = new Set<string>()
    const queue = start === null ? [] : [start]
    for (const block of queue) {
      if (seen.has(block.id)) continue
      seen.add(block.id)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']) {
        const next = nextBlock(lanes, block.id, key)
        if (next !== null) queue.push(next)
      }
    }
    expect(seen.size).toBe(blocks.length)
  })

  it('stay where they are at an edge, for other keys and for a turn that is gone', () => {
    const [first] = lanes[0]?.blocks.toSorted((one, other) => one.fromMs - other.fromMs) ?? []
    expect(nextBlock(lanes, first?.id ?? '', 'ArrowLeft')).toBeNull()
    expect(nextBlock(lanes, first?.id ?? '', 'ArrowUp')).toBeNull()
    expect(nextBlock(lanes, first?.id ?? '', 'a')).toBeNull()
    expect(nextBlock(lanes, 'gone', 'ArrowRight')).toBeNull()
    expect(firstBlock([], null, nowMs)).toBeNull()
  })
})

describe('time on the wall', () => {
  it('S2 twelve weeks begin on a Monday 00:00 there, and each step moves them by whole weeks', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -8, max: 30 }), zone, (atMs, moved, where) => {
        const span = twelveWeeks(atMs, moved * 4, where)
        expect(spanInWords(span, where)).toMatch(/^Mon .* 0\d:\d\d to Mon .* 0\d:\d\d$/)
        expect(twelveWeeks(atMs, moved * 4 + 12, where).fromMs).toBe(span.toMs)
        const axis = axisOf(span, where)
        expect(axis.weeks).toHaveLength(12)
        expect(axis.weeks.every(({ at }, index) => Math.abs(at - index / 12) < 0.001)).toBe(true)
      }),
    )
  })

  it('a field reads back what it shows, DST aside, and nothing else', () => {
    fc.assert(
      fc.property(instant, zone, (atMs, where) => {
        const minuteMs = Math.floor(atMs / 60_000) * 60_000
        const read = instantOf(fieldOf(minuteMs, where), where)
        expect([0, -1_800_000, -3_600_000]).toContain(read - minuteMs)
        expect(fieldOf(read, where)).toBe(fieldOf(minuteMs, where))
      }),
    )
    for (const wrong of ['', 'tomorrow', '2026-02-30 10:00', '2026-12-25', '2026-12-25 24:00']) {
      expect(instantOf(wrong, newYork)).toBeNaN()
    }
  })

  it('spans are named by their days', () => {
    expect(boardSpanWords(weeks, newYork)).toBe('23 Nov 2026 to 14 Feb 2027')
    expect(boardSpanWords(monthSpan(2026, 11, newYork), newYork)).toBe('December 2026')
    expect(boardSpanWords(twelveMonths(2026, 10, newYork), newYork)).toBe('1 Nov 2026 to 31 Oct 2027')
  })

  it('a year of months names each of them once', () => {
    expect(axisOf(twelveMonths(2026, 10, newYork), newYork).months.map(({ label }) => label)).toEqual(
      'Nov 2026,Dec,Jan 2027,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct'.split(','),
    )
  })
})

describe('the month and the year', () => {
  const month = monthSpan(2026, 11, newYork)
  const all = lanesOf(team, team.rotations, weeksOf(month, newYork), findingsIn(team, month, nowMs), nowMs)

  it('a month has every day once, in whole weeks, with who hands over to whom', () => {
    const days = monthCells(month, newYork, all).flat()
    expect(days.length % 7).toBe(0)
    expect(days.filter(({ isInMonth }) => isInMonth)).toHaveLength(31)
    const monday = days.find(({ date }) => date === '2026-12-21')
    expect(monday?.primary.map(({ person }) => person?.id)).toEqual(['eng-c', 'eng-d'])
    expect(days.find(({ date }) => date === '2026-12-25')?.off.map(({ name, mark }) => `${name} ${mark.kind}`)).toEqual(
      expect.arrayContaining(['Engineer A leave', 'Engineer D majorHoliday']),
    )
  })

  it('a holiday says who works on it and who is away', () => {
    const christmas = holidayRows(lanes, true).find(({ date }) => date === '2026-12-25')
    const standing = Object.fromEntries((christmas?.people ?? []).map((each) => [each.person.id, each.standing]))
    expect(standing).toEqual({ 'eng-a': 'away', 'eng-b': 'backup', 'eng-c': 'off', 'eng-d': 'onCall' })
    expect(holidayRows(lanes, true).every(({ isMajor }) => isMajor)).toBe(true)
    expect(holidayRows(lanes, false).length).toBeGreaterThan(holidayRows(lanes, true).length)
  })
})

describe('changes', () => {
  const turn = {
    rotationId: 'rotation',
    role: 'primary',
    fromMs: Date.parse('2026-12-21T15:00:00Z'),
    toMs: Date.parse('2026-12-28T15:00:00Z'),
  } as const
  const candidates = candidatesFor(team, turn, nowMs)
  const [candidate = null] = candidates
  const choice = { mode: 'swap', candidate, reason: ' Christmas ', isProposal: false, meId: 'eng-b' } as const
  const onCallAt = (change: ReturnType<typeof turnChange>, at: string) => {
    if (!change.ok) throw new Error(change.error)
    const after = applyChange(team, change.value)
    if (!after.ok) throw new Error(after.error)
    const [rotation] = after.value.rotations
    const primary = rotation && whoIsOnCall(rotation, after.value, Date.parse(at)).primary
    return primary?.kind === 'person' ? primary.person.id : 'nobody'
  }

  it('S6.5 what nobody has can be taken by everybody, a backup by everybody but who is on call', () => {
    const { team: withGaps } = parseTeam({
      path: 'team.yaml',
      text: `people:
  - {id: a, name: Ann, timezone: UTC}
  - {id: b, name: Ben, timezone: UTC}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: UTC}
  weeks: [{primary: a, backup: b}, {primary: b}]
  overrides: [{from: 2026-12-01, to: 2026-12-02}]
`,
    })
    const takers = (role: 'primary' | 'backup', from: string, to: string) =>
      candidatesFor(
        withGaps,
        { rotationId: 'rotation', role, fromMs: Date.parse(from), toMs: Date.parse(to) },
        nowMs,
      ).map(({ id, conflicts }) => [id, conflicts])
    expect(takers('primary', '2026-12-01T00:00:00Z', '2026-12-03T00:00:00Z').map(([, conflicts]) => conflicts)).toEqual(
      [[], []],
    )
    expect(takers('backup', '2026-12-07T10:00:00Z', '2026-12-14T10:00:00Z')).toEqual([
      ['a', []],
      ['b', ['Ben is on call then.']],
    ])
  })

  it('a swap moves both turns, cover one, an open shift to nobody', () => {
    expect(candidates.map(({ id, conflicts }) => [id, conflicts.length])).toEqual([
      ['eng-c', 0],
      ['eng-a', 1],
      ['eng-b', 1],
    ])
    const swap = turnChange(team, turn, choice, nowMs)
    expect(onCallAt(swap, '2026-12-25T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(swap, '2027-01-12T15:00:00Z')).toBe('eng-d')
    const cover = turnChange(team, turn, { ...choice, mode: 'cover' }, nowMs)
    expect(onCallAt(cover, '2026-12-25T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(cover, '2027-01-12T15:00:00Z')).toBe('eng-c')
    expect(onCallAt(turnChange(team, turn, { ...choice, mode: 'open' }, nowMs), '2026-12-25T15:00:00Z')).toBe('nobody')
  })

  it('a proposal says who made it and why, and moves nothing', () => {
    const proposed = turnChange(team, turn, { ...choice, isProposal: true }, nowMs)
    expect(proposed).toMatchObject({
      value: { kind: 'propose', proposal: { by: 'eng-b', reason: 'Christmas', state: 'proposed' } },
    })
    expect(onCallAt(proposed, '2026-12-25T15:00:00Z')).toBe('eng-d')
  })

  it('are refused in words when there is nobody, no time or no rotation', () => {
    expect(turnChange(team, turn, { ...choice, candidate: null }, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, toMs: turn.fromMs }, choice, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, toMs: Number.NaN }, choice, nowMs)).toMatchObject({ ok: false })
    expect(turnChange(team, { ...turn, rotationId: 'gone' }, choice, nowMs)).toMatchObject({ ok: false })
  })

  it('every remedy of a finding is a key or advice, and none has two meanings', () => {
    for (const finding of scheduleFindings(team, nowMs, nowMs + 60 * 7 * 86_400_000)) {
      const keys = remedyKeys(team, finding)
      expect(keys.length).toBeGreaterThanOrEqual(finding.remedies.length)
      const strokes = keys.flatMap(({ keys: stroke }) => stroke ?? [])
      expect(new Set(strokes).size).toBe(strokes.length)
      expect(keys.every(({ intent, keys: stroke }) => (intent === null) === (stroke === undefined))).toBe(true)
    }
  })

  it('several missing phones are several remedies, each with its name, and one stroke', () => {
    const remedies = ['eng-a', 'eng-b'].map((person) => ({ kind: 'add-phone', person }) as const)
    const finding = { id: 'f', kind: 'unreachable-rung', severity: 'error', date: '2026-12-25' } as const
    const keys = remedyKeys(team, { ...finding, who: [], why: '', hint: '', remedies })
    expect(keys.map(({ label }) => label)).toEqual(['Add a phone for Engineer A', 'Add a phone for Engineer B'])
    expect(keys.map(({ keys: stroke }) => stroke)).toEqual(['p', undefined])
    expect(new Set(keys.map(({ key }) => key)).size).toBe(2)
  })

  it('a shift is taken from this minute on, and only one that is not mine', () => {
    const me = team.people.find(({ id }) => id === 'eng-b') ?? null
    const [rotation] = rotationsToTake(team, me, team.rotations, nowMs)
    if (me === null || rotation === undefined) throw new Error('Engineer D is on call then')
    const intent = takeOverIntent(team, me, rotation, nowMs + 12_345)
    expect(intent).toMatchObject({
      ok: true,
      value: { kind: 'review', words: "Engineer B takes Engineer D's shift now" },
    })
    const onCall = team.people.find(({ id }) => id === 'eng-d') ?? null
    expect(rotationsToTake(team, onCall, team.rotations, nowMs)).toEqual([])
    expect(rotationsToTake(team, null, team.rotations, nowMs)).toEqual([])
  })
})

describe('words', () => {
  it('the smallest rotation that is taught parses without a problem', () => {
    const { team: taught, problems } = parseTeam({ path: 'team.yaml', text: smallestRotation })
    expect(problems).toEqual([])
    expect(taught.rotations).toHaveLength(1)
  })

  it('a turn says its rotation only when there are several', () => {
    const [block] = blocks
    if (block === undefined) throw new Error('no block')
    expect(blockInWords(block, newYork, team)).not.toContain(' for ')
    expect(blockInWords(block, newYork, { ...team, rotations: [block.rotation, block.rotation] })).toContain(
      ` for ${block.rotation.name}`,
    )
  })

  it('what is over is not to be settled', () => {
    const past = { fromMs: nowMs - 20 * 86_400_000, toMs: nowMs - 86_400_000 }
    expect(findingsIn(team, past, nowMs)).toEqual([])
    expect(findingsIn(team, weeks, nowMs)).toBe(findingsIn(team, weeks, nowMs))
  })
})
