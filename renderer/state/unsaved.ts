import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal } from '../../shared/contract/refusal.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'

/** Facts that somebody stated and that are not on the disk yet: shown as NOT SAVED until they are, or are thrown away by name. */
export type Unsaved = {
  readonly key: string
  readonly incident: string
  readonly facts: readonly PersonFact[]
  readonly statedAt: string
  readonly message: string
  readonly hint: string | null
  readonly isRetrying: boolean
}

const forbidding: ReadonlySet<Refusal['code']> = new Set(['notAllowed', 'conflict', 'badInput', 'readOnly', 'tooLarge'])

/** The machine or the form forbade it: the caller shows why and still has the text, so nothing needs keeping. */
export const isForbidden = (error: Refusal): boolean => forbidding.has(error.code)

/** The unsaved fact of an incident that says just this, so that stating it again saves that one and makes no second. */
export const unsavedLike = (list: readonly Unsaved[], incident: string, fact: PersonFact): Unsaved | undefined =>
  list.find((each) => each.incident === incident && JSON.stringify(each.facts) === JSON.stringify([fact]))

const isSame = (fact: PersonFact, record: FactRecord): boolean =>
  fact.type === record.type && JSON.stringify(fact.data) === JSON.stringify(record.data)

/** Whether the log already holds these facts: the answer got lost, not the save, so a retry would double them. */
export function isAlreadySaved(unsaved: Unsaved, records: Iterable<FactRecord>): boolean {
  const since = [...records].filter((record) => record.at >= unsaved.statedAt)
  return unsaved.facts.every((fact) => since.some((record) => isSame(fact, record)))
}

/** What is sent when it is tried again: it happened when it was stated, however much later it is saved. */
export const statedThen = ({ facts, statedAt }: Unsaved): readonly PersonFact[] =>
  facts.map((fact) => ({ ...fact, occurredAt: fact.occurredAt ?? statedAt }))
