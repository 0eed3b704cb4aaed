import type { CallInput } from '../../shared/contract/contract.ts'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import type { Refusal } from '../../shared/contract/refusal.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import { isOfItsRunbook } from '../../shared/incident/overtaken.ts'
import { statedWords } from '../../shared/postmortem/stated-words.ts'

/** A file or a pasted text on its way to the disk, as it is sent. */
export type Evidence = Omit<CallInput<'evidence.attach'>, 'incident' | 'stated'>

/** What is sent in one go: facts, or one piece of evidence. */
export type Batch = {
  readonly incident: string
  readonly facts: readonly PersonFact[]
  /** Instead of facts. */
  readonly evidence?: Evidence
}

/** What somebody stated and is not on the disk yet: shown as NOT SAVED until it is, or is thrown away by name. */
export type Unsaved = Batch & {
  /** Goes with them however often they are sent, so that they are written once (J4.4). */
  readonly key: string
  readonly statedAt: string
  /** Who stated them; left out where that was not known yet. */
  readonly by?: string | null
  readonly message: string
  readonly hint: string | null
  readonly isRetrying: boolean
  /** Something newer says otherwise (J4.5): somebody has to decide, and nothing is tried by itself. */
  readonly isOvertaken?: boolean
  /** Too large for the storage that windows share, or it took nothing: gone with this window. */
  readonly isOnlyHere?: boolean
  /** Somebody threw it away, and the console has not said yet that it was not written (J4.6). */
  readonly isThrownAway?: boolean
  /** It was thrown away and stands in the log all the same: the ids of what can be retracted of it. */
  readonly written?: readonly string[]
}

/** Whether it is about the steps of a runbook. */
export const isOfRunbook = ({ facts }: Batch): boolean => facts.some(({ type }) => isOfItsRunbook(type))

/**
 * What somebody states anew that something newer said otherwise about (J4.5). What is about steps becomes a note with its own time: the runbook that
 * is open now may be another one, in which the same id is another step.
 */
export const restated = ({ facts, statedAt }: Unsaved): readonly PersonFact[] =>
  facts.map((fact) => {
    if (!isOfItsRunbook(fact.type)) return fact
    const text = `${statedWords(fact)} (did not reach the checklist)`
    return { type: 'note.added', data: { text }, occurredAt: fact.occurredAt ?? statedAt }
  })

const forbidding: ReadonlySet<Refusal['code']> = new Set(['notAllowed', 'conflict', 'badInput', 'readOnly', 'tooLarge'])

/** The machine or the form forbade it: the caller shows why and still has the text, so nothing needs keeping. */
export const isForbidden = (error: Refusal): boolean => forbidding.has(error.code)

/** Whether it is still meant to be saved. */
export const isWaiting = ({ isThrownAway = false }: Unsaved): boolean => !isThrownAway

/** Whether it is tried by itself: nobody has to decide anything first. */
export const triesAgain = ({ isOvertaken = false, written }: Unsaved): boolean => !isOvertaken && written === undefined

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
      each.isThrownAway !== true &&
      (each.by === undefined || each.by === me) &&
      JSON.stringify(each.facts) === JSON.stringify([fact]),
  )

/** How they were stated, which stays so however much later they are saved. */
export const statedOf = ({ key, statedAt, by }: Unsaved): Stated => ({
  key,
  at: statedAt,
  ...(by !== undefined && { by }),
})
