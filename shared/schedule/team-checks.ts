import { Temporal } from 'temporal-polyfill'
import { didYouMean } from '../kit/nearest-word.ts'
import type { Problem } from '../kit/problem.ts'
import { modesOverlap } from './holiday-modes.ts'
import { knowsHolidays } from './holidays.ts'
import { firstRungOutOfOrder, type Rung, resolvePolicy } from './policy.ts'
import { findPerson, type Pipeline, rotationFor, type Team } from './team.ts'
import type { TeamFile } from './team-file.ts'
import { weekdayOf } from './wall-clock.ts'
import type { YamlPath } from './yaml-source.ts'

/** Takes one problem at a path of the file as parsed. */
export type ReportAt = (path: YamlPath, problem: Omit<Problem, 'file' | 'line' | 'column'>) => void

/** What the checks look at: the file as parsed, the team made of it, and the ids of people that could not be read. */
export type CheckedFile = { readonly file: TeamFile; readonly team: Team; readonly unreadable: readonly string[] }

type Check = (checked: CheckedFile, report: ReportAt) => void

const rolesToTell = ['secondary', 'backup', 'lead']

const checkDuplicates: Check = ({ file }, report) => {
  const lists = [
    file.people.map(({ id }, index) => ({ id, path: ['people', index, 'id'] })),
    file.pipelines.map(({ id }, index) => ({ id, path: ['pipelines', index, 'id'] })),
    rotationsOf(file).map(({ at, rotation }) => ({ id: rotation.id, path: [...at, 'id'] })),
  ]
  for (const list of lists) {
    const seen = new Set<string>()
    for (const { id, path } of list) {
      if (id === undefined) continue
      const message = `${id} is already the id of another entry, which counts; this one is left out`
      if (seen.has(id)) report(path, { rule: 'team/duplicate-id', severity: 'error', message })
      seen.add(id)
    }
  }
}

type WrittenRotation = { readonly at: YamlPath; readonly rotation: TeamFile['rotations'][number] }

/** The rotations with where they stand: under `rotation`, `rotations`, or both. */
const rotationsOf = (file: TeamFile): readonly WrittenRotation[] => [
  ...(file.rotation ? [{ at: ['rotation'], rotation: file.rotation }] : []),
  ...file.rotations.map((rotation, index) => ({ at: ['rotations', index], rotation })),
]

type Mention = { readonly path: YamlPath; readonly id: string | undefined }

const mentionsIn = <Key extends string>(
  items: readonly { readonly [key in Key]?: string }[],
  place: YamlPath,
  keys: readonly Key[],
): readonly Mention[] =>
  items.flatMap((item, index) => keys.map((key) => ({ path: [...place, index, key], id: item[key] })))

/** Every place where a person's id is written, with the id. */
function mentionsOf(file: TeamFile): readonly Mention[] {
  return [
    ...file.pipelines.flatMap((pipeline, at) => [
      ...(['primary', 'secondary', 'lead'] as const).map((key) => ({
        path: ['pipelines', at, key],
        id: pipeline[key],
      })),
      ...(pipeline.policy?.rungs ?? []).map(({ tell }, rung) => ({
        path: ['pipelines', at, 'policy', 'rungs', rung, 'tell'],
        id: tell !== undefined && rolesToTell.includes(tell) ? undefined : tell,
      })),
    ]),
    ...rotationsOf(file).flatMap(({ at, rotation }) => [
      ...mentionsIn(rotation.weeks, [...at, 'weeks'], ['primary', 'backup']),
      ...rotation.layers.flatMap((layer, index) =>
        mentionsIn(layer.weeks, [...at, 'layers', index, 'weeks'], ['primary', 'backup']),
      ),
      ...mentionsIn(rotation.temporary, [...at, 'temporary'], ['primary', 'backup']),
      ...mentionsIn(rotation.overrides, [...at, 'overrides'], ['person', 'for']),
      ...mentionsIn(rotation.proposals, [...at, 'proposals'], ['person', 'for', 'by']),
    ]),
  ]
}

const checkMentions: Check = ({ file, team, unreadable }, report) => {
  const ids = team.people.map(({ id }) => id)
  for (const { path, id } of mentionsOf(file)) {
    if (id === undefined || ids.includes(id)) continue
    const isWritten = unreadable.includes(id)
    const message = isWritten ? `${id} is in people, but could not be read` : `${id} is nobody in people`
    const hint = isWritten ? { hint: 'Mend that person first.' } : didYouMean(id, ids)
    report(path, { rule: 'team/unknown-person', severity: 'error', message, ...hint })
  }
}

const checkPeople: Check = ({ file }, report) => {
  for (const [at, { name, country, region }] of file.people.entries()) {
    if (country === undefined || knowsHolidays(country, region)) continue
    const key = knowsHolidays(country, undefined) ? 'region' : 'country'
    const message = `no public holidays are known for ${key === 'region' ? `${country} ${region}` : country}, so those of ${name} cannot be seen`
    report(['people', at, key], { rule: 'team/unknown-region', severity: 'warning', message })
  }
}

const checkRotationNames: Check = ({ file, team }, report) => {
  const ids = team.rotations.map(({ id }) => id)
  for (const [at, { rotation }] of file.pipelines.entries()) {
    if (rotation === undefined || ids.includes(rotation)) continue
    const message = `${rotation} is not a rotation; the first one answers instead`
    report(['pipelines', at, 'rotation'], {
      rule: 'team/unknown-rotation',
      severity: 'error',
      message,
      ...didYouMean(rotation, ids),
    })
  }
}

/** The ids a rung may come to tell: the one it names, then whoever the schedule would name after them (E5). */
function reachOf(rung: Rung, pipeline: Pipeline, team: Team): readonly string[] {
  if (rung.action.do === 'ask') return [pipeline.primary]
  const weeks = rotationFor(team, pipeline.id)?.weeks ?? []
  const backups = weeks.flatMap(({ backup }) => backup ?? [])
  const lead = pipeline.lead === undefined ? [] : [pipeline.lead]
  const { who } = rung.action
  if (who === 'lead') return [...lead, ...backups]
  if (who === 'backup') return [...backups, ...lead]
  if (who === 'secondary')
    return [pipeline.secondary ?? '', ...backups, ...weeks.flatMap(({ primary }) => primary ?? []), ...lead]
  return [who, ...backups, ...lead]
}

const outOfReach = (rung: Rung, pipeline: Pipeline, team: Team): string | null => {
  if (rung.action.do === 'ask') return null
  const { who } = rung.action
  if (who === 'lead' && pipeline.lead === undefined) return 'the lead, and the pipeline names none'
  if (who === 'secondary' && pipeline.secondary === undefined) return 'the secondary owner, and the pipeline names none'
  return reachOf(rung, pipeline, team).some((id) => findPerson(team, id)) ? null : `${who}, and that is nobody`
}

const checkStarts: Check = ({ file }, report) => {
  for (const { at, rotation } of rotationsOf(file)) {
    const layers = rotation.layers.map(({ start, handover = rotation.handover }, index) => ({
      ...{ start, handover, place: [...at, 'layers', index] },
      outcome: 'this layer names nobody until',
    }))
    const all = [{ ...rotation, place: at, outcome: 'nobody is on call until' }, ...layers]
    for (const { start, handover, place, outcome } of all) {
      if (weekdayOf(Temporal.PlainDate.from(start)) === handover.day) continue
      const message = `${start} is no ${handover.day}, so ${outcome} the first handover after it`
      const hint = `Start on a ${handover.day}.`
      report([...place, 'start'], { rule: 'team/start', severity: 'warning', message, hint })
    }
  }
}

const checkWeeks: Check = ({ file }, report) => {
  for (const { at, rotation } of rotationsOf(file)) {
    for (const [index, week] of rotation.weeks.entries()) {
      if (week.primary !== undefined) continue
      const message = `week ${index + 1} names no primary, so nobody is on call in it`
      report([...at, 'weeks', index], { rule: 'team/empty-week', severity: 'error', message })
    }
  }
}

const checkPolicies: Check = ({ file, team }, report) => {
  for (const [at, written] of file.pipelines.entries()) {
    const pipeline = team.pipelines.find(({ id }) => id === written.id)
    if (!pipeline) continue
    const place = ['pipelines', at, 'policy']
    const policy = resolvePolicy(pipeline.policy)
    const unordered = firstRungOutOfOrder(policy.rungs)
    if (unordered !== -1) {
      const message = 'this rung does not come after the one before it; delays count from one origin'
      const hint = 'Give each rung a longer delay than the one before.'
      report([...place, 'rungs', unordered, 'after'], { rule: 'team/rung-order', severity: 'error', message, hint })
    }
    if (policy.clock === 'sla' && !pipeline.sla) {
      const message = `the rungs of ${pipeline.name} count from its SLA, and it has none, so they are never reached`
      const hint = 'Add an sla, or use clock: detection.'
      report([...place, 'clock'], { rule: 'team/unreachable-rung', severity: 'error', message, hint })
    }
    for (const [index, rung] of policy.rungs.entries()) {
      const nobody = outOfReach(rung, pipeline, team)
      if (nobody === null) continue
      const message = `rung ${rung.id} of ${pipeline.name} tells ${nobody}`
      report([...place, 'rungs', index], { rule: 'team/unreachable-rung', severity: 'warning', message })
    }
  }
}

const checkPhones: Check = ({ file, team }, report) => {
  const reachedBy = new Map<string, string>()
  for (const pipeline of team.pipelines) {
    for (const rung of resolvePolicy(pipeline.policy).rungs) {
      for (const id of reachOf(rung, pipeline, team)) {
        if (!reachedBy.has(id)) reachedBy.set(id, `rung ${rung.id} of ${pipeline.name}`)
      }
    }
  }
  for (const [at, person] of file.people.entries()) {
    const reached = reachedBy.get(person.id)
    if (person.phone !== undefined || reached === undefined) continue
    const message = `${person.name} has no phone, and ${reached} can come to them; offline there would be no number to call`
    report(['people', at], { rule: 'team/no-phone', severity: 'warning', message, hint: 'Add phone: "+1..." to them.' })
  }
}

const checkPresence: Check = ({ team, unreadable }, report) => {
  if (team.people.length + unreadable.length > 0) return
  const hint = 'Add people: with an id, a name and a timezone each.'
  report(['people'], {
    rule: 'team/empty',
    severity: 'warning',
    message: 'this file names nobody, so nobody can be told',
    hint,
  })
}

const checkHolidayModes: Check = ({ team: { holidayModes } }, report) => {
  const say = (at: number, message: string, hint: string): void =>
    report(['holidayModes', at], { rule: 'team/holiday-mode', severity: 'warning', message, hint })
  for (const [at, mode] of holidayModes.entries()) {
    const clash = holidayModes.slice(0, at).find((each) => modesOverlap(each, mode))
    if (clash !== undefined) {
      const message = `"${mode.reason}" overlaps "${clash.reason}", so on common days only what both relax is relaxed`
      say(at, message, 'Give them different days, or different tiers.')
    }
    if (mode.stretch === undefined && mode.severityFloor === undefined && mode.thresholds === undefined) {
      say(at, `"${mode.reason}" relaxes nothing`, 'Add stretch: 2, or severityFloor: SEV-2.')
    }
  }
}

const checks: readonly Check[] = [
  checkHolidayModes,
  checkPresence,
  checkDuplicates,
  checkMentions,
  checkPeople,
  checkRotationNames,
  checkStarts,
  checkWeeks,
  checkPolicies,
  checkPhones,
]

/** Checks what only the whole file can show: ids that exist, rungs in order and in reach, phones (W1, E2, R8). */
export function checkTeam(checked: CheckedFile, report: ReportAt): void {
  for (const check of checks) check(checked, report)
}
