import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestRotation } from '../../../../renderer/features/schedule/empty-schedule.tsx'
import { lanesOf, NOBODY } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { firstBlock, nextBlock } from '../../../../renderer/features/schedule/picture/next-block.ts'
import { blockInWords, spanInWords } from '../../../../renderer/features/schedule/words.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { scheduleFindings } from '../../../../shared/schedule/schedule-findings.ts'
import { applyChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { demoTeam as team } from '../../../support/demo-team.ts'
import { blocks, lanes, newYork, nowMs, weeks } from './demo-board.ts'

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

  it('a turn says its rotation only when there are several', () => {
    const [block] = blocks
    if (block === undefined) throw new Error('no block')
    expect(blockInWords(block, newYork, team)).not.toContain(' for ')
    expect(blockInWords(block, newYork, { ...team, rotations: [block.rotation, block.rotation] })).toContain(
      ` for ${block.rotation.name}`,
    )
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
