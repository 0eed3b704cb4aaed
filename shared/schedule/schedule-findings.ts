import { doubleCover, gaps, overlaps, samePersonTwice } from './coverage-findings.ts'
import { dutiesBetween } from './duties.ts'
import type { Finding } from './finding.ts'
import type { Draft, Scene } from './finding-scene.ts'
import { shiftsBetween } from './on-call.ts'
import { absences, holidays, ownedTwice, withoutPhone } from './people-findings.ts'
import type { Team } from './team.ts'

const severityRank = { error: 0, warning: 1, note: 2 } as const

const checks = [gaps, overlaps, holidays, absences, samePersonTwice, withoutPhone, doubleCover] as const

function withId({ about, ...finding }: Draft, rotationId: string): Finding {
  const id = [rotationId, finding.kind, finding.date, about, ...finding.who].filter((part) => part !== '').join(':')
  return { id, ...finding }
}

/**
 * Everything to settle in the schedule from one instant to another (epoch ms, end excluded), soonest first (S4).
 * To check a proposed swap, ask for a team with the override added and compare the ids with those of today.
 */
export function scheduleFindings(team: Team, fromMs: number, toMs: number): readonly Finding[] {
  const found = team.rotations.flatMap((rotation) => {
    const shifts = shiftsBetween(rotation, team, fromMs, toMs)
    const scene: Scene = { team, rotation, shifts, duties: dutiesBetween(rotation, team, fromMs, toMs), fromMs, toMs }
    return checks.flatMap((check) => check(scene)).map((draft) => withId(draft, rotation.id))
  })
  const all = [...found, ...ownedTwice(team, fromMs).map((draft) => withId(draft, 'pipelines'))]
  const unique = [...new Map(all.map((finding) => [finding.id, finding])).values()]
  return unique.sort(
    (one, other) => one.date.localeCompare(other.date) || severityRank[one.severity] - severityRank[other.severity],
  )
}
