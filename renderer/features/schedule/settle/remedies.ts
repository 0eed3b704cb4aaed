import { assertNever } from '../../../../shared/kit/assert-never.ts'
import type { Finding, Remedy } from '../../../../shared/schedule/finding.ts'
import { findPipeline, personName, type Team } from '../../../../shared/schedule/team.ts'
import type { Intent } from '../intent.ts'
import { dateWords } from '../words.ts'

/** A remedy as a key to press: what it is called, and what it begins; without `intent` it is advice about the file. */
export type RemedyKey = {
  readonly key: string
  readonly label: string
  readonly keys?: string
  readonly intent: Intent | null
}

function keyFor(team: Team, remedy: Remedy): RemedyKey {
  switch (remedy.kind) {
    case 'swap':
    case 'cover': {
      const { rotationId, role, kind, partner = null } = remedy
      const span = { fromMs: Date.parse(remedy.from), toMs: Date.parse(remedy.to) }
      const intent: Intent = { kind: 'turn', rotationId, role, ...span, mode: kind, partner }
      return kind === 'swap'
        ? { key: kind, label: 'Swap', keys: 's', intent }
        : { key: kind, label: 'Cover', keys: 'c', intent }
    }
    case 'work-holiday': {
      const { person, date } = remedy
      const words = `${personName(team, person)} works on ${dateWords(date)}`
      const intent: Intent = { kind: 'review', title: words, words, changes: [{ kind: 'work-holiday', person, date }] }
      return { key: remedy.kind, label: 'They work then', keys: 'w', intent }
    }
    case 'add-phone': {
      const { person } = remedy
      const label = `Add a phone for ${personName(team, person)}`
      return { key: `${remedy.kind}.${person}`, label, keys: 'p', intent: { kind: 'phone', person } }
    }
    case 'remove-override': {
      const { rotationId, override } = remedy
      const words = `Take out the override of ${dateWords(override.from.slice(0, 10))}`
      const changes = [{ kind: 'remove-override', rotationId, override }] as const
      return {
        key: remedy.kind,
        label: 'Take it out',
        keys: 'x',
        intent: { kind: 'review', title: words, words, changes },
      }
    }
    case 'name-owner': {
      const name = findPipeline(team, remedy.pipelineId)?.name ?? remedy.pipelineId
      return { key: remedy.kind, label: `Name another ${remedy.role} owner of ${name} in team.yaml`, intent: null }
    }
    case 'move-handover':
      return { key: remedy.kind, label: 'Move the handover in team.yaml', intent: null }
    default:
      return assertNever(remedy)
  }
}

/** One key does one thing: the first that asks for it has it. */
const withOwnKeys = (all: readonly RemedyKey[]): readonly RemedyKey[] =>
  all.map(({ keys, ...each }, at) => {
    const isTaken = keys === undefined || all.slice(0, at).some((before) => before.keys === keys)
    return isTaken ? each : { ...each, keys }
  })

/** What can be done about a finding, best first; a turn that should move may also be left open for whoever takes it. */
export function remedyKeys(team: Team, finding: Finding): readonly RemedyKey[] {
  const keys = withOwnKeys(finding.remedies.map((remedy) => keyFor(team, remedy)))
  const cover = keys.find(({ intent }) => intent?.kind === 'turn' && intent.mode === 'swap')?.intent
  if (cover?.kind !== 'turn') return keys
  return [...keys, { key: 'open', label: 'Open shift', keys: 'o', intent: { ...cover, mode: 'open', partner: null } }]
}
