import { absencesDuring, type Draft, dateIn, personIn, type Scene, spanOf } from './finding-scene.ts'
import type { Shift } from './on-call.ts'
import { type Rung, resolvePolicy } from './policy.ts'
import { absenceAt, rungCandidates } from './rung-candidates.ts'
import { findPerson, type Person, type Pipeline, personName, rotationFor } from './team.ts'

const pipelinesOf = ({ team, rotation }: Scene): readonly Pipeline[] =>
  team.pipelines.filter(({ id }) => rotationFor(team, id)?.id === rotation.id)

/** Would the secondary rung of a shift find a backup who is somebody else and there? */
function hasOtherBackup({ primary, backup, ...shift }: Shift): boolean {
  const [on, behind] = [personIn(primary), personIn(backup)]
  if (!behind || on?.id === behind.id) return false
  return absencesDuring(behind, spanOf({ primary, backup, ...shift })).length === 0
}

/**
 * Whoever is on call is also the pipeline's secondary owner, so its secondary rung cannot bring anybody new by itself (S4).
 * A note where the backup steps in, since that is how most small teams are made; a warning where nobody does. Once per pipeline.
 */
export function secondaryOnCall(scene: Scene): readonly Draft[] {
  return pipelinesOf(scene).flatMap((pipeline): Draft[] => {
    const { secondary } = pipeline
    if (secondary === undefined || secondary === pipeline.primary) return []
    const shifts = scene.shifts.filter(({ primary }) => personIn(primary)?.id === secondary)
    const bare = shifts.find((shift) => !hasOtherBackup(shift))
    const shift = bare ?? shifts[0]
    if (!shift) return []
    const name = personName(scene.team, secondary)
    const instead = bare ? 'and there is no other backup then' : 'so the rung goes to the backup'
    return [
      {
        kind: 'same-person',
        severity: bare ? 'warning' : 'note',
        date: dateIn(scene, spanOf(shift).fromMs),
        who: [secondary],
        about: pipeline.id,
        why: `${name} is on call and also secondary owner of ${pipeline.name}, ${instead}.`,
        hint: bare
          ? 'Name a backup for that week, or somebody else as secondary.'
          : 'Nothing to do unless the backup does not know the pipeline.',
        remedies: [{ kind: 'name-owner', pipelineId: pipeline.id, role: 'secondary' }],
      },
    ]
  })
}

/** Those a rung may reach whatever the week: looking at them first spares working out everybody for each shift. */
function alwaysAsked({ team }: Scene, pipeline: Pipeline, who: string): readonly Person[] {
  const ids = who === 'secondary' || who === 'backup' ? [pipeline.secondary, pipeline.lead] : [pipeline.lead, who]
  return ids.flatMap((id) => findPerson(team, id) ?? []).filter(({ phone }) => phone !== undefined)
}

function unreachableAt(scene: Scene, pipeline: Pipeline, rung: Rung, who: string): Draft | undefined {
  const always = alwaysAsked(scene, pipeline, who)
  for (const shift of scene.shifts) {
    const { fromMs } = spanOf(shift)
    const onCall = personIn(shift.primary)
    if (always.some((person) => person.id !== onCall?.id && !absenceAt(person, fromMs))) continue
    const { candidates } = rungCandidates(scene.team, pipeline.id, who, fromMs, onCall ? [onCall.id] : [])
    if (candidates.some(({ person }) => person.phone !== undefined)) continue
    const [first] = candidates
    const lack = first ? 'nobody it would tell has a phone' : 'there is nobody to tell'
    return {
      kind: 'unreachable-rung',
      severity: first ? 'warning' : 'error',
      date: dateIn(scene, fromMs),
      who: candidates.map(({ person }) => person.id),
      about: `${pipeline.id}:${rung.id}`,
      why: `Rung ${rung.id} of ${pipeline.name} reaches nobody: ${lack}.`,
      hint: first ? 'Add a phone to one of them.' : 'Name a backup, a secondary owner or a lead.',
      remedies: first
        ? candidates.map(({ person }) => ({ kind: 'add-phone' as const, person: person.id }))
        : [{ kind: 'name-owner', pipelineId: pipeline.id, role: 'lead' }],
    }
  }
  return undefined
}

/** A rung that would reach nobody with a phone at its time, dated at the first such shift; offline, a phone is all there is (S4). */
export function unreachableRungs(scene: Scene): readonly Draft[] {
  return pipelinesOf(scene).flatMap((pipeline) =>
    resolvePolicy(pipeline.policy).rungs.flatMap((rung): Draft[] => {
      if (rung.action.do === 'ask') return []
      return [unreachableAt(scene, pipeline, rung, rung.action.who) ?? []].flat()
    }),
  )
}
