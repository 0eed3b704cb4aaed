import { lanesOf } from '../../../../renderer/features/schedule/picture/lanes.ts'
import { findingsAhead } from '../../../../renderer/features/schedule/settle/findings-ahead.ts'
import { twelveWeeks } from '../../../../renderer/features/schedule/window-of-weeks.ts'
import { demoTeam } from '../../../support/demo-team.ts'

export const newYork = 'America/New_York'
export const nowMs = Date.parse('2026-11-24T14:00:00.000Z')

/** The twelve weeks that the Schedule opens with, and the picture of the demo team in them. */
export const weeks = twelveWeeks(nowMs, 0, newYork)
export const lanes = lanesOf(demoTeam, demoTeam.rotations, weeks, findingsAhead(demoTeam, nowMs), nowMs)
export const blocks = lanes.flatMap((lane) => lane.blocks)
