import { variableKey } from '../runbook/variables/variable.ts'
import type { FactDraft, FactRecord, FactType } from './facts/fact-catalog.ts'

type Said = Pick<FactRecord, 'type' | 'data'>

const field =
  (name: string) =>
  ({ data }: Said): string =>
    String(data[name])

/** What a fact settles until the next one about the same is stated; facts that add to the log are not here. */
const settles: { readonly [T in FactType]?: readonly [about: string, which?: (said: Said) => string] } = {
  'severity.changed': ['severity'],
  'incident.retitled': ['title'],
  'impact.stated': ['impact'],
  'publication.stated': ['publication'],
  'update.promised': ['promise'],
  'incident.mitigated': ['lifecycle'],
  'incident.recurred': ['lifecycle'],
  'incident.resolved': ['lifecycle'],
  'incident.reopened': ['lifecycle'],
  'incident.reviewed': ['lifecycle'],
  'incident.closed': ['lifecycle'],
  'role.assumed': ['role', field('role')],
  'role.renounced': ['role', field('role')],
  'scenario.chosen': ['scenario'],
  'step.checked': ['step', field('step')],
  'step.unchecked': ['step', field('step')],
  'step.skipped': ['step', field('step')],
  'value.given': ['value', (said) => variableKey(field('name')(said))],
  'action.changed': ['action', field('action')],
  'entry.amended': ['amendment', field('of')],
  'entry.starred': ['star', field('of')],
  'postmortem.edited': ['section', field('section')],
}

/** What is said to one epoch of the ladder and must not reach the next (E8). */
const ofItsEpoch: ReadonlySet<string> = new Set(['incident.acknowledged', 'question.answered'])
const newEpochs: ReadonlySet<string> = new Set(['incident.recurred', 'incident.reopened'])

/** Facts of steps and scenarios, which are named within the runbook that was open: in another one, the same id is another step (R6). */
export const isOfItsRunbook = (type: string): boolean => type.startsWith('step.') || type === 'scenario.chosen'

function aboutOf(said: Said): string | null {
  const settled = Object.hasOwn(settles, said.type) ? settles[said.type as FactType] : undefined
  if (settled === undefined) return null
  const [about, which] = settled
  return which === undefined ? about : `${about} ${which(said)}`
}

/** Of the lifecycle the fact itself says all: the words with it only explain. */
const saysTheSame = (one: Said, other: Said): boolean =>
  one.type === other.type && (aboutOf(one) === 'lifecycle' || JSON.stringify(one.data) === JSON.stringify(other.data))

/**
 * Whether a record, stated after a fact that is not written yet, says otherwise about the same: laid over it, the older of the two
 * would count (J4.5).
 */
export function overtakes(newer: FactRecord, fact: Pick<FactDraft, 'type' | 'data'>): boolean {
  if (ofItsEpoch.has(fact.type)) return newEpochs.has(newer.type)
  if (newer.type === 'runbook.opened') return isOfItsRunbook(fact.type)
  const said = { type: fact.type, data: { ...fact.data } }
  const about = aboutOf(said)
  return about !== null && about === aboutOf(newer) && !saysTheSame(said, newer)
}
