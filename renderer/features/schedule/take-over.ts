import type { Result } from '../../../shared/kit/result.ts'
import { fail, ok } from '../../../shared/kit/result.ts'
import { whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { takeOverNow } from '../../../shared/schedule/swaps/stand-in.ts'
import { type Person, type Rotation, rotationFor, type Team } from '../../../shared/schedule/team.ts'
import type { Intent } from './intent.ts'

/** The rotations whose turn somebody could take now, the open ones first: those in which they are not on call themselves. */
export function rotationsToTake(
  team: Team,
  me: Person | null,
  rotations: readonly Rotation[],
  nowMs: number,
): readonly Rotation[] {
  if (me === null) return []
  const now = rotations.map((rotation) => ({ rotation, entry: whoIsOnCall(rotation, team, nowMs).primary }))
  const open = now.filter(({ entry }) => entry.kind === 'gap' && entry.cause !== 'outside-hours')
  const others = now.filter(({ entry }) => entry.kind === 'person' && entry.person.id !== me.id)
  return [...open, ...others].map(({ rotation }) => rotation)
}

/** The pipelines that a rotation answers for, by name: what one takes with its shift. */
export const pipelinesOf = (team: Team, rotation: Rotation): readonly string[] =>
  team.pipelines.filter(({ id }) => rotationFor(team, id)?.id === rotation.id).map(({ name }) => name)

/** "Take this shift now": the person at this desk is on call from this minute to the end of the turn. */
export function takeOverIntent(team: Team, me: Person, rotation: Rotation, nowMs: number): Result<Intent> {
  const { primary } = whoIsOnCall(rotation, team, nowMs)
  const reason = primary.kind === 'person' ? `taken over from ${primary.person.name}` : 'taken, nobody had it'
  const change = takeOverNow(team, { rotationId: rotation.id, role: 'primary', person: me.id, nowMs, reason })
  if (!change.ok) return fail(change.error)
  const whose = primary.kind === 'person' ? `${primary.person.name}'s` : 'the open'
  const many = team.rotations.length > 1 ? ` in ${rotation.name}` : ''
  const words = `${me.name} takes ${whose} shift${many} now`
  return ok({ kind: 'review', title: 'Take this shift now', words, changes: [change.value] })
}
