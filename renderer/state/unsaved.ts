import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal } from '../../shared/contract/refusal.ts'
import type { Stated } from '../../shared/contract/stated.ts'

/** Facts that somebody stated and that are not on the disk yet: shown as NOT SAVED until they are, or are thrown away by name. */
export type Unsaved = {
  /** Goes with them however often they are sent, so that they are written once (J4.4). */
  readonly key: string
  readonly incident: string
  readonly facts: readonly PersonFact[]
  readonly statedAt: string
  /** Who stated them; left out where that was not known yet. */
  readonly by?: string | null
  readonly message: string
  readonly hint: string | null
  readonly isRetrying: boolean
  /** Something newer says otherwise (J4.5): somebody has to decide, and nothing is tried by itself. */
  readonly isOvertaken?: boolean
}

const forbidding: ReadonlySet<Refusal['code']> = new Set(['notAllowed', 'conflict', 'badInput', 'readOnly', 'tooLarge'])

/** The machine or the form forbade it: the caller shows why and still has the text, so nothing needs keeping. */
export const isForbidden = (error: Refusal): boolean => forbidding.has(error.code)

/**
 * The unsaved fact of an incident that says just this, so that stating it again saves that one and makes no second. What somebody else
 * (`me` is who sits here) could not save is theirs.
 */
export const unsavedLike = (
  list: readonly Unsaved[],
  incident: string,
  fact: PersonFact,
  me: string | null | undefined,
): Unsaved | undefined =>
  list.find(
    (each) =>
      each.incident === incident &&
      (each.by === undefined || each.by === me) &&
      JSON.stringify(each.facts) === JSON.stringify([fact]),
  )

/** How they were stated, which stays so however much later they are saved. */
export const statedOf = ({ key, statedAt, by }: Unsaved): Stated => ({
  key,
  at: statedAt,
  ...(by !== undefined && { by }),
})
