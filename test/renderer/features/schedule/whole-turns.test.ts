import { expect, it } from 'vitest'
import { lanesOf } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { rowsOf } from '../../../../renderer/features/schedule/views/shift-table.tsx'
import { spanInWords } from '../../../../renderer/features/schedule/words.ts'
import { demoTeam as team } from '../../../support/demo-team.ts'
import { newYork, nowMs, weeks } from './demo-board.ts'

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
