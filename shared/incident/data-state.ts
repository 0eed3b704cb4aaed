import type { ActionType } from './facts/data-facts.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
import type { PersonRef } from './primitives.ts'
import { type Retraction, retractIn, retractionIn, type Said, standing } from './retraction.ts'

/** An action item as it stands after its changes (P3). */
export type ActionItem = {
  readonly action: string
  readonly what: string
  readonly type: ActionType | null
  readonly owner: PersonRef | null
  readonly due: string | null
  readonly status: 'open' | 'done' | 'dropped'
}

/** A fact that says something of the data, or what was promised of it. */
type DataFact = FactOf<
  | 'publication.stated'
  | 'dataset.affected'
  | 'dataset.quarantined'
  | 'backfill.planned'
  | 'backfill.verified'
  | 'action.added'
  | 'action.changed'
  | 'update.promised'
  | 'update.missed'
  | 'status.updated'
  | 'incident.resolved'
>

/** What is known of the data: the gate, datasets touched, action items, promised updates. */
export type DataState = {
  readonly publication: 'yes' | 'no' | 'unknown' | null
  readonly affected: readonly string[]
  readonly quarantined: readonly string[]
  readonly backfills: readonly { readonly dataset: string; readonly verified: boolean }[]
  readonly actions: readonly ActionItem[]
  /** When the next status update was promised, if one is. */
  readonly updatePromisedFor: string | null
  /** When an update was promised for that never came; null once word was given or promised anew (E14). */
  readonly updateMissedFor: string | null
  /** What all of this was made from, so that it can be made again without an entry that was retracted. */
  readonly said: readonly Said<DataFact>[]
}

/** Before any fact about data. */
export const noDataState: DataState = {
  publication: null,
  affected: [],
  quarantined: [],
  backfills: [],
  actions: [],
  updatePromisedFor: null,
  updateMissedFor: null,
  said: [],
}

const withOnce = (list: readonly string[], entry: string): readonly string[] =>
  list.includes(entry) ? list : [...list, entry]

function changeAction(actions: readonly ActionItem[], fact: FactOf<'action.changed'>): readonly ActionItem[] {
  const { action, ...given } = fact.data
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return actions.map((each) => (each.action === action ? { ...each, ...change } : each))
}

const withoutPromise = (state: DataState): DataState => ({ ...state, updatePromisedFor: null, updateMissedFor: null })

function changed(state: DataState, fact: DataFact): DataState {
  switch (fact.type) {
    case 'publication.stated':
      return { ...state, publication: fact.data.published }
    case 'dataset.affected':
      return { ...state, affected: withOnce(state.affected, fact.data.dataset) }
    case 'dataset.quarantined':
      return { ...state, quarantined: withOnce(state.quarantined, fact.data.dataset) }
    case 'backfill.planned':
      return { ...state, backfills: [...state.backfills, { dataset: fact.data.dataset, verified: false }] }
    case 'backfill.verified': {
      const others = state.backfills.filter((each) => each.dataset !== fact.data.dataset)
      return { ...state, backfills: [...others, { dataset: fact.data.dataset, verified: true }] }
    }
    case 'action.added':
      if (state.actions.some((each) => each.action === fact.data.action)) return state
      return { ...state, actions: [...state.actions, { ...fact.data, status: 'open' }] }
    case 'action.changed':
      return { ...state, actions: changeAction(state.actions, fact) }
    case 'update.promised':
      return { ...state, updatePromisedFor: fact.data.dueAt, updateMissedFor: null }
    case 'update.missed':
      // Of a promise that does not stand nothing can be missed.
      return state.updatePromisedFor === fact.data.dueAt
        ? { ...state, updatePromisedFor: null, updateMissedFor: fact.data.dueAt }
        : state
    case 'status.updated':
    case 'incident.resolved':
      return withoutPromise(state)
  }
}

function isDataFact(fact: Fact): fact is DataFact {
  switch (fact.type) {
    case 'publication.stated':
    case 'dataset.affected':
    case 'dataset.quarantined':
    case 'backfill.planned':
    case 'backfill.verified':
    case 'action.added':
    case 'action.changed':
    case 'update.promised':
    case 'update.missed':
    case 'status.updated':
    case 'incident.resolved':
      return true
    default:
      return false
  }
}

/** What the clock found stays: a retraction of it strikes its words only. What resolved the incident is for the machine to say. */
const canBeRetracted = ({ type }: DataFact): boolean => type !== 'update.missed' && type !== 'incident.resolved'

function retracted(state: DataState, retraction: Retraction): DataState {
  const about = state.said.find(({ id }) => id === retraction.of)
  if (about === undefined || !canBeRetracted(about)) return state
  const said = retractIn(state.said, retraction)
  return { ...standing(said).reduce(changed, noDataState), said }
}

/** What is known after one more fact. */
export function rememberData(state: DataState, fact: Fact): DataState {
  const retraction = retractionIn(fact)
  if (retraction !== null) return retracted(state, retraction)
  return isDataFact(fact) ? { ...changed(state, fact), said: [...state.said, { ...fact, isRetracted: false }] } : state
}

/**
 * What is known once the machine says by which facts the lifecycle changed, this one perhaps among them: an incident that is
 * resolved owes nobody a word any more, also when it is reopened (E14). A resolution that it did not take counts for nothing.
 */
export function rememberResolutions(
  state: DataState,
  fact: Fact,
  turns: readonly { readonly id: string; readonly to: string }[],
): DataState {
  const taken = new Set(turns.map(({ id }) => id))
  const all = fact.type === 'incident.resolved' ? [...state.said, { ...fact, isRetracted: false }] : state.said
  const said = all.map((each) =>
    each.type === 'incident.resolved' ? { ...each, isRetracted: !taken.has(each.id) } : each,
  )
  return { ...standing(said).reduce(changed, noDataState), said }
}
