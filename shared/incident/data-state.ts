import type { ActionType } from './facts/data-facts.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
import type { PersonRef } from './primitives.ts'

/** An action item as it stands after its changes (P3). */
export type ActionItem = {
  readonly action: string
  readonly what: string
  readonly type: ActionType | null
  readonly owner: PersonRef | null
  readonly due: string | null
  readonly status: 'open' | 'done' | 'dropped'
}

/** What is known of the data and of the words about it: the gate, datasets touched, action items, prose by section. */
export type DataState = {
  readonly publication: 'yes' | 'no' | 'unknown' | null
  readonly affected: readonly string[]
  readonly quarantined: readonly string[]
  readonly backfills: readonly { readonly dataset: string; readonly verified: boolean }[]
  readonly actions: readonly ActionItem[]
  readonly prose: Readonly<Record<string, string>>
  /** When the next status update was promised, if one is. */
  readonly updatePromisedFor: string | null
  /** When an update was promised for that never came; null once word was given or promised anew (E14). */
  readonly updateMissedFor: string | null
}

/** Before any fact about data. */
export const noDataState: DataState = {
  publication: null,
  affected: [],
  quarantined: [],
  backfills: [],
  actions: [],
  prose: {},
  updatePromisedFor: null,
  updateMissedFor: null,
}

const withOnce = (list: readonly string[], entry: string): readonly string[] =>
  list.includes(entry) ? list : [...list, entry]

function changeAction(actions: readonly ActionItem[], fact: FactOf<'action.changed'>): readonly ActionItem[] {
  const { action, ...given } = fact.data
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return actions.map((each) => (each.action === action ? { ...each, ...change } : each))
}

/** An incident that is resolved owes nobody a word any more, also when it is reopened (E14). */
export const withoutPromise = (state: DataState): DataState =>
  state.updatePromisedFor === null && state.updateMissedFor === null
    ? state
    : { ...state, updatePromisedFor: null, updateMissedFor: null }

/** What is known after one more fact. */
export function rememberData(state: DataState, fact: Fact): DataState {
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
    case 'postmortem.edited':
      return { ...state, prose: { ...state.prose, [fact.data.section]: fact.data.text } }
    case 'update.promised':
      return { ...state, updatePromisedFor: fact.data.dueAt, updateMissedFor: null }
    case 'update.missed':
      return { ...state, updatePromisedFor: null, updateMissedFor: fact.data.dueAt }
    case 'status.updated':
      return withoutPromise(state)
    default:
      return state
  }
}
