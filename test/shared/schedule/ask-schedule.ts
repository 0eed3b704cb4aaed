import { type OnCallEntry, whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { at, onlyRotation } from './sample-team.ts'

/** Zones with and without summer time, on both halves of the globe, with offsets of whole, half and quarter hours. */
export const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Auckland',
] as const

/** Who is on call in the team's only rotation at an instant, epoch ms. */
export const ask = (team: Team, instantMs: number) => whoIsOnCall(onlyRotation(team), team, instantMs)

/** An answer in one word: the person's id, or the cause of the gap. */
export const brief = (entry: OnCallEntry) => (entry.kind === 'person' ? entry.person.id : entry.cause)

/** Primary and backup at an ISO instant, in one word each. */
export const both = (team: Team, iso: string) => {
  const { primary, backup } = ask(team, at(iso))
  return [brief(primary), brief(backup)]
}
