import {
  absencesDuring,
  type Draft,
  dateIn,
  overlapOf,
  personIn,
  type Scene,
  type Span,
  spanOf,
  wayOut,
} from './finding-scene.ts'
import type { Shift } from './on-call.ts'
import { rangeBounds } from './rotation-slots.ts'
import { type Override, personName, rotationFor } from './team.ts'

/** A turn that nobody has; a missing backup counts only where the rotation uses backups (S4). */
export function gaps(scene: Scene): readonly Draft[] {
  const usesBackups = scene.rotation.weeks.some(({ backup }) => backup !== undefined)
  return scene.duties.flatMap(({ role, holder, fromMs, toMs }): Draft[] => {
    if (holder.kind === 'person') return []
    const { cause, reason } = holder
    if (cause === 'outside-hours') return []
    if (role === 'backup' && (cause === 'no-weeks' || cause === 'not-started' || !usesBackups)) return []
    const kind = cause === 'open-shift' ? 'nobody-after-swap' : 'gap'
    const severity = role === 'primary' ? 'error' : 'warning'
    const lack = role === 'primary' ? 'Nobody is on call' : 'There is no backup'
    const way = wayOut(scene, role, { fromMs, toMs })
    return [{ kind, severity, date: dateIn(scene, fromMs), who: [], about: role, why: `${lack}: ${reason}.`, ...way }]
  })
}

/** Hours without anybody by agreement, once: a warning when a pipeline may page at any hour, since its page would reach nobody (S4). */
export function outsideHours(scene: Scene): readonly Draft[] {
  const { team, rotation, duties } = scene
  const first = duties.find(({ role, holder }) => {
    return role === 'primary' && holder.kind === 'gap' && holder.cause === 'outside-hours'
  })
  if (!first || !rotation.hours) return []
  const restless = team.pipelines.filter(({ id, canWaitUntilMorning }) => {
    return canWaitUntilMorning === null && rotationFor(team, id)?.id === rotation.id
  })
  const names = restless.map(({ name }) => name).join(', ')
  const { from, to } = rotation.hours
  const consequence = names === '' ? 'and no pipeline pages then' : `and ${names} may page then`
  return [
    {
      kind: 'gap',
      severity: names === '' ? 'note' : 'warning',
      date: dateIn(scene, first.fromMs),
      who: [],
      about: 'hours',
      why: `Nobody is on call outside ${from} to ${to}, ${consequence}.`,
      hint:
        names === '' ? 'Nothing to do.' : 'Add a layer for the other hours, or canWaitUntilMorning to the pipelines.',
      remedies: [],
    },
  ]
}

/** Two overrides that name different people for the same turn at the same time (S4). */
export function overlaps(scene: Scene): readonly Draft[] {
  const { timezone } = scene.rotation.handover
  const bounded = scene.rotation.overrides.map((override) => ({ override, span: rangeBounds(override, timezone) }))
  const clash = (one: Override, other: Override) => one.for === other.for && one.person !== other.person
  return bounded.flatMap(({ override, span }, at) =>
    bounded.slice(at + 1).flatMap((later): Draft[] => {
      const both = overlapOf(span, later.span)
      const seen = both && overlapOf(both, scene)
      if (!seen || !clash(override, later.override)) return []
      const takers = [override.person, later.override.person].map((id) =>
        id === undefined ? 'nobody' : personName(scene.team, id),
      )
      const why = `${takers.join(' and ')} are both written as standing in for ${override.for === undefined ? 'the primary' : personName(scene.team, override.for)}; the last one counts.`
      const who = [override.person, later.override.person].flatMap((id) => id ?? [])
      const hint = 'Remove one of the two overrides.'
      const remedies = [{ kind: 'remove-override', rotationId: scene.rotation.id, override } as const]
      const date = dateIn(scene, seen.fromMs)
      return [{ kind: 'overlap', severity: 'warning', date, who, about: `${at}`, why, hint, remedies }]
    }),
  )
}

/** Primary and backup are one person, by the rotation or after a swap (S4). */
export function samePersonTwice(scene: Scene): readonly Draft[] {
  return scene.shifts.flatMap((shift): Draft[] => {
    const { primary, backup } = shift
    if (primary.kind === 'gap' || backup.kind === 'gap' || primary.person.id !== backup.person.id) return []
    const { person } = primary
    const swapped = primary.standsInFor !== undefined || backup.standsInFor !== undefined
    const span = spanOf(shift)
    const after = swapped ? ' after a swap, so nobody stands behind them' : ', so nobody stands behind them'
    return [
      {
        kind: swapped ? 'nobody-after-swap' : 'same-person',
        severity: 'error',
        date: dateIn(scene, span.fromMs),
        who: [person.id],
        about: 'both',
        why: `${person.name} is on call and their own backup${after}.`,
        ...wayOut(scene, 'backup', span),
      },
    ]
  })
}

/** What keeps two present people from being on call together; null when nothing does. */
function uncovered({ primary, backup }: Shift, span: Span): string | null {
  const people = [personIn(primary), personIn(backup)].flatMap((person) => person ?? [])
  const [one, other] = people
  if (!one || !other) return people.length === 0 ? 'nobody is on call' : 'only one person is on call'
  if (one.id === other.id) return `${one.name} is in both roles`
  const gone = people.find((person) => absencesDuring(person, span).length > 0)
  return gone ? `${gone.name} is away` : null
}

/** Days that want two present people and do not have them (S4). */
export function doubleCover(scene: Scene): readonly Draft[] {
  return scene.rotation.doubleCover.flatMap((range) => {
    const wanted = overlapOf(rangeBounds(range, scene.rotation.handover.timezone), scene)
    if (!wanted) return []
    return scene.shifts.flatMap((shift): Draft[] => {
      const span = overlapOf(wanted, spanOf(shift))
      const lack = span && uncovered(shift, span)
      if (!span || lack === null) return []
      const reason = range.reason === undefined ? '' : ` (${range.reason})`
      const why = `Two people are wanted from ${range.from} to ${range.to}${reason}, but ${lack}.`
      const who = [personIn(shift.primary)?.id, personIn(shift.backup)?.id].flatMap((id) => id ?? [])
      const date = dateIn(scene, span.fromMs)
      return [
        {
          kind: 'double-cover',
          severity: 'error',
          date,
          who: [...new Set(who)],
          about: '',
          why,
          ...wayOut(scene, 'backup', span),
        },
      ]
    })
  })
}
