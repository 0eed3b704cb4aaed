import { isMap, isNode, isSeq } from 'yaml'
import type { Problem } from '../../kit/problem.ts'
import { fail, ok, type Result } from '../../kit/result.ts'
import { parseTeam } from '../parse-team.ts'
import { findRotation, type HolidayMode, type Override, type Proposal, type Team } from '../team.ts'
import { asTyped, readYaml, type YamlPath } from '../yaml-source.ts'
import {
  applyChange,
  isForgotten,
  overridesOf,
  type ScheduleChange,
  sameAbsence,
  sameMode,
  sameOverride,
} from './schedule-change.ts'
import { spliceYaml, type YamlEdit } from './yaml-splice.ts'

/** Why an edit was not made: `not-found` when what the change speaks of is gone, `not-editable` when only a person can edit the file safely. */
export type EditRefusal = {
  readonly code: 'not-found' | 'not-editable'
  readonly message: string
}

type Edits = Result<readonly YamlEdit[]>

/** What an item of a list says, key by key, as typed. */
type Written = Readonly<Record<string, unknown>>

/** One file as text with the places of its entries. */
type Source = {
  readonly root: unknown
  readonly listAt: (path: YamlPath) => readonly Written[]
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sourceOf(text: string): Source {
  const { document } = readYaml(text)
  const root = isNode(document.contents) ? asTyped(document, document.contents) : {}
  const listAt = (path: YamlPath): readonly Written[] => {
    const node = document.getIn(path, true)
    return isSeq(node) ? node.items.map((item) => (isMap(item) ? asWritten(asTyped(document, item)) : {})) : []
  }
  return { root, listAt }
}

const asWritten = (value: unknown): Written => (isWritten(value) ? value : {})

/** Where a rotation stands, by its id; one without an id counts by its place, as when it is read. */
function rotationPath({ root, listAt }: Source, id: string): YamlPath | null {
  const single = isWritten(root) && isWritten(root.rotation) ? root.rotation : undefined
  const list = listAt(['rotations'])
  const idAt = (written: Written, at: number) => written.id ?? (at === 0 ? 'rotation' : `rotation-${at + 1}`)
  if (single && idAt(single, 0) === id) return ['rotation']
  const index = list.findIndex((written, at) => idAt(written, at + (single ? 1 : 0)) === id)
  return index === -1 ? null : ['rotations', index]
}

function personPath({ listAt }: Source, id: string): YamlPath | null {
  const index = listAt(['people']).findIndex((written) => written.id === id)
  return index === -1 ? null : ['people', index]
}

const gone = (what: string): Edits => fail(`${what} is not in the file any more.`)

const asOverride = (written: Written): Override & { readonly uid?: string } => ({
  from: '',
  to: '',
  ...Object.fromEntries(Object.entries(written).filter(([, value]) => typeof value === 'string')),
})

/** Removals from the end to the beginning, so that no index moves before its turn. */
const removeAll = (path: YamlPath, indexes: readonly number[]): readonly YamlEdit[] =>
  indexes.toSorted((one, other) => other - one).map((index) => ({ kind: 'remove', path, index }))

const indexesWhere = (list: readonly Written[], fits: (written: Written) => boolean): readonly number[] =>
  list.flatMap((written, index) => (fits(written) ? [index] : []))

const appendAll = (path: YamlPath, items: readonly unknown[]): readonly YamlEdit[] =>
  items.map((item) => ({ kind: 'append', path, item }))

type Answer = Extract<ScheduleChange, { readonly proposalId: string }>

function answerEdits(source: Source, at: YamlPath, proposal: Proposal | undefined, change: Answer): Edits {
  const path = [...at, 'proposals']
  const index = source.listAt(path).findIndex(({ id }) => id === change.proposalId)
  if (index === -1 || !proposal) return gone(`The proposal ${change.proposalId}`)
  if (change.kind === 'decline') {
    const item = [...path, index]
    return ok([
      { kind: 'set', path: item, key: 'state', value: 'declined' },
      { kind: 'set', path: item, key: 'on', value: change.on },
    ])
  }
  const remove: YamlEdit = { kind: 'remove', path, index }
  if (change.kind === 'withdraw') return ok([remove])
  return ok([...appendAll([...at, 'overrides'], overridesOf(proposal, change.on)), remove])
}

type RotationChange = Extract<ScheduleChange, { readonly rotationId: string }>

function rotationEdits(source: Source, team: Team, change: RotationChange): Edits {
  const at = rotationPath(source, change.rotationId)
  if (!at) return gone(`The rotation ${change.rotationId}`)
  const overrides = [...at, 'overrides']
  const temporary = [...at, 'temporary']
  switch (change.kind) {
    case 'stand-in':
      return ok([...appendAll(overrides, change.overrides), ...appendAll(temporary, change.temporary)])
    case 'propose':
      return ok(appendAll([...at, 'proposals'], [change.proposal]))
    case 'accept':
    case 'decline':
    case 'withdraw': {
      const proposals = findRotation(team, change.rotationId)?.proposals ?? []
      const proposal = proposals.find(({ id }) => id === change.proposalId)
      return answerEdits(source, at, proposal, change)
    }
    case 'undo-swap':
      return ok(
        removeAll(
          overrides,
          indexesWhere(source.listAt(overrides), ({ swap }) => swap === change.swapId),
        ),
      )
    case 'remove-override': {
      const index = source.listAt(overrides).findIndex((written) => sameOverride(asOverride(written), change.override))
      return index === -1 ? gone('This override') : ok([{ kind: 'remove', path: overrides, index }])
    }
    case 'import-shifts': {
      const old = indexesWhere(source.listAt(temporary), ({ uid }) => isForgotten(String(uid), change.forget))
      return ok([...removeAll(temporary, old), ...appendAll(temporary, change.shifts)])
    }
  }
}

type PersonalChange = Extract<
  ScheduleChange,
  { readonly kind: 'leave' | 'remove-leave' | 'work-holiday' | 'set-phone' }
>

function personalEdits(source: Source, change: PersonalChange): Edits {
  const at = personPath(source, change.person)
  if (!at) return gone(change.person)
  if (change.kind === 'set-phone') return ok([{ kind: 'set', path: at, key: 'phone', value: change.phone }])
  if (change.kind === 'work-holiday') return ok(appendAll([...at, 'worksOn'], [change.date]))
  const away = [...at, 'away']
  if (change.kind === 'remove-leave') {
    const index = source.listAt(away).findIndex((written) => sameAbsence(asOverride(written), change.absence))
    return index === -1 ? gone('This leave') : ok([{ kind: 'remove', path: away, index }])
  }
  const old = indexesWhere(source.listAt(away), ({ uid }) => isForgotten(String(uid), change.forget))
  return ok([...removeAll(away, old), ...appendAll(away, change.absences)])
}

/** A mode as people write it: severities by their name, and no list of tiers when it means all. */
function writtenMode({ severityFloor, tiers, ...rest }: HolidayMode): Written {
  return {
    ...rest,
    ...(severityFloor !== undefined && { severityFloor: `SEV-${severityFloor}` }),
    ...(tiers.length > 0 && { tiers }),
  }
}

const asMode = ({ from = '', to = '', reason = '' }: Written): HolidayMode => ({
  from: String(from),
  to: String(to),
  reason: String(reason),
  timezone: '',
  tiers: [],
})

/** Only what differs is written anew: remarks, and keys that nobody here knows, stay. */
function changedKeys(path: YamlPath, before: Written, after: Written): readonly YamlEdit[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key): readonly YamlEdit[] => {
    const value = after[key]
    if (alike(before[key], value)) return []
    return value === undefined ? [{ kind: 'unset', path, key }] : [{ kind: 'set', path, key, value }]
  })
}

function modeEdits(
  { listAt }: Source,
  team: Team,
  change: Extract<ScheduleChange, { readonly mode: HolidayMode }>,
): Edits {
  const path = ['holidayModes']
  if (change.kind === 'holiday-mode') return ok(appendAll(path, [writtenMode(change.mode)]))
  const known = change.kind === 'edit-holiday-mode' ? change.before : change.mode
  const index = listAt(path).findIndex((written) => sameMode(asMode(written), known))
  if (index === -1) return gone('This holiday mode')
  if (change.kind === 'remove-holiday-mode') return ok([{ kind: 'remove', path, index }])
  const before = team.holidayModes.find((each) => sameMode(each, known)) ?? known
  return ok(changedKeys([...path, index], writtenMode(before), writtenMode(change.mode)))
}

function editsOf(source: Source, team: Team, change: ScheduleChange): Edits {
  if ('rotationId' in change) return rotationEdits(source, team, change)
  if ('mode' in change) return modeEdits(source, team, change)
  return personalEdits(source, change)
}

/** Are two values alike, whatever the order of their keys? */
function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => alike(Reflect.get(one, key), Reflect.get(other, key)))
}

const errorsIn = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity === 'error').length

const notEditable = (message: string): Result<string, EditRefusal> => fail({ code: 'not-editable', message })

/**
 * The text of team.yaml with a change made in it, not yet written (S6.3). Every other character stays as it is. The result is read
 * again and must say exactly what `applyChange` says, with no new error, else it is refused.
 */
export function editTeamYaml(text: string, change: ScheduleChange): Result<string, EditRefusal> {
  const { team, problems } = parseTeam({ path: 'team.yaml', text })
  if (problems.some(({ rule }) => rule === 'team/yaml')) return notEditable('team.yaml cannot be read. Mend it first.')
  const wanted = applyChange(team, change)
  if (!wanted.ok) return fail({ code: 'not-found', message: wanted.error })
  const edits = editsOf(sourceOf(text), team, change)
  if (!edits.ok) return fail({ code: 'not-found', message: edits.error })
  let edited = text
  for (const edit of edits.value) {
    const next = spliceYaml(edited, edit)
    if (!next.ok) return notEditable(`${next.error} Edit team.yaml by hand.`)
    edited = next.value
  }
  const after = parseTeam({ path: 'team.yaml', text: edited })
  if (!alike(after.team, wanted.value) || errorsIn(after.problems) > errorsIn(problems)) {
    return notEditable('The edit would not say what it should. Nothing was written. Edit team.yaml by hand.')
  }
  return ok(edited)
}
