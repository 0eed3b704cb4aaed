import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lanesOf } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { rowsOf } from '../../../../renderer/features/schedule/views/shift-table.tsx'
import { twelveWeeks } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { spanInWords } from '../../../../renderer/features/schedule/words.ts'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'

const text = readFileSync(join(import.meta.dirname, '../../../../fixtures/workspace/team.yaml'), 'utf8')
const { team } = parseTeam({ path: 'team.yaml', text })
const newYork = 'America/New_York'
const nowMs = Date.parse('2026-11-24T14:00:00.000Z')
const weeks = twelveWeeks(nowMs, 0, newYork)

it('S1.4 turns at the edges of the picture and of the list are shown, and changed, whole', () => {
  const blocks = lanesOf(team, team.rotations, weeks, [], nowMs).flatMap((lane) => lane.blocks)
  for (const turns of [blocks.filter(({ role }) => role === 'primary'), rowsOf(team.rotations, team, weeks)]) {
    const inOrder = turns.toSorted((one, other) => one.fromMs - other.fromMs)
    expect([inOrder[0], inOrder.at(-1)].map((turn) => turn && spanInWords(turn, newYork))).toEqual([
      'Mon 16 Nov 10:00 to Mon 23 Nov 10:00',
      'Mon 8 Feb 10:00 to Mon 15 Feb 10:00',
    ])
  }
})
