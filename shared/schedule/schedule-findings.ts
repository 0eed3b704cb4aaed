import { doubleCover, gaps, outsideHours, overlaps, samePersonTwice } from './coverage-findings.ts'
import { type Duty, dutiesBetween } from './duties.ts'
import type { Finding } from './finding.ts'
import type { Draft, Scene, Span } from './finding-scene.ts'
import { dstHandovers } from './handover-findings.ts'
import { secondaryOnCall, unreachableRungs } from './ladder-findings.ts'
import { shiftsBetween } from './on-call.ts'
import { absences, holidays, ownedTwice, withoutPhone } from './people-findings.ts'
import type { Team } from './team.ts'

const severityRank = { error: 0, warning: 1, note: 2 } as const

const checks = [
  gaps,
  outsideHours,
  overlaps,
  holidays,
  absences,
  samePersonTwice,
  secondaryOnCall,
  withoutPhone,
  unreachableRungs,
  doubleCover,
  dstHandovers,
] as const

function withId({ about, ...finding }: Draft, place: string): Finding {
  const id = [place, finding.kind, finding.date, about, ...finding.who].filter((part) => part !== '').join(':')
  return { id, ...finding }
}

function busyTimes(duties: readonly Duty[]): ReadonlyMap<string, readonly Span[]> {
  const busy = new Map<string, Span[]>()
  for (const { holder, fromMs, toMs } of duties) {
    if (holder.kind === 'gap') continue
    const turns = busy.get(holder.person.id)
    if (turns) turns.push({ fromMs, toMs })
    else busy.set(holder.person.id, [{ fromMs, toMs }])
  }
  return busy
}

/**
 * Everything to settle in the schedule from one instant to another (epoch ms, end excluded), soonest first (S4).
 * To check a proposed swap, ask for a team with the override added and compare the ids with those of today.
 */
export function scheduleFindings(team: Team, fromMs: number, toMs: number): readonly Finding[] {
  const sets = team.rotations.map((rotation) => ({ rotation, duties: dutiesBetween(rotation, team, fromMs, toMs) }))
  const busy = busyTimes(sets.flatMap(({ duties }) => duties))
  const found = sets.flatMap(({ rotation, duties }) => {
    const shifts = shiftsBetween(rotation, team, fromMs, toMs)
    const scene: Scene = { team, rotation, shifts, duties, busy, fromMs, toMs }
    return checks
      .flatMap((check) => check(scene))
      .map((draft): Finding => ({ ...withId(draft, rotation.id), rotationId: rotation.id }))
  })
  const all = [...found, ...ownedTwice(team, fromMs).map((draft) => withId(draft, 'pipelines'))]
  const unique = [...new Map(all.map((finding) => [finding.id, finding])).values()]
  return unique.sort(
    (one, other) => one.date.localeCompare(other.date) || severityRank[one.severity] - severityRank[other.severity],
  )
}
