import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { knownValues } from '../../../../shared/incident/command-values.ts'
import { isSecretName } from '../../../../shared/kit/secret-name.ts'
import { foundValue, type KnownValues } from '../../../../shared/runbook/variables/run-variables.ts'
import { type Variable, variableKey } from '../../../../shared/runbook/variables/variable.ts'
import type { DeskStore } from '../../../state/desk-store.ts'
import { type Unsaved, unsavedLike } from '../../../state/unsaved.ts'

type Values = Readonly<Record<string, string>>
/** States facts; whether they are durable. */
type StateFact = (fact: PersonFact) => Promise<boolean>

/** Where what is being typed is kept until it is a fact. */
export const draftOf = (incident: string): string => `values.${incident}`

/** Reads what was kept; anything unreadable is nothing. */
export function readValues(text: string): Values {
  try {
    const values: unknown = JSON.parse(text)
    if (typeof values !== 'object' || values === null) return {}
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        typeof value === 'string' && !isSecretName(name) ? [[variableKey(name), value]] : [],
      ),
    )
  } catch {
    return {}
  }
}

/** What is being typed under a key; nothing when nobody types there. `constructor` is an ordinary name. */
export const typedUnder = (values: Values, key: string): string | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

/** What is known for the commands of an incident, with what is being typed above what was given. */
export function knownWhileTyping(state: Parameters<typeof knownValues>[0], typed: Values): KnownValues {
  const { given, labelled } = knownValues(state)
  return { given: { ...given, ...typed }, labelled }
}

/** The last giving of values in a window: leaving a field and using its value come at once, and neither may give it twice. */
const lastGiven = new WeakMap<DeskStore, Promise<void>>()

/** The values that somebody is typing in this window: changed letter by letter, given when a field is left or its command used. */
export type TypedValues = {
  readonly read: () => Values
  readonly type: (key: string, value: string) => void
  readonly forget: (key: string) => void
  /** Makes what was typed facts. What is typed meanwhile stays as it is, and is given when its field is left. */
  readonly give: (variables: readonly Variable[]) => Promise<void>
  /** Writes down what the alert says for these, once it is used: what ran is then known later, whatever other alerts come. */
  readonly keepUsed: (variables: readonly Variable[]) => Promise<void>
}

/** Every change begins at what is kept now, never at what was on screen when something else began. */
export function createTypedValues(store: DeskStore, incident: string, stateFact: StateFact): TypedValues {
  const key = draftOf(incident)
  const read = (): Values => readValues(store.getState().drafts[key] ?? store.keptDraft(key))
  const write = (values: Values): void =>
    store.setDraft(key, Object.keys(values).length === 0 ? '' : JSON.stringify(values))
  const forget = (gone: string): void =>
    write(Object.fromEntries(Object.entries(read()).filter(([each]) => each !== gone)))
  const state = () => store.getState().open?.state

  const giveOne = async ({ key: variable, name, written }: Variable): Promise<void> => {
    const typed = typedUnder(read(), variable)
    if (typed === undefined) return
    const known = state()?.values ?? {}
    const before = Object.hasOwn(known, variable) ? (known[variable] ?? '') : ''
    if (
      typed.trim() !== before &&
      !(await stateFact({ type: 'value.given', data: { name, value: typed.trim(), written } }))
    )
      return
    if (typedUnder(read(), variable) === typed) forget(variable)
  }
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = (lastGiven.get(store) ?? Promise.resolve()).then(work)
    lastGiven.set(store, turn)
    return turn
  }
  return {
    read,
    forget,
    type: (changed, value) => write({ ...read(), [changed]: value }),
    give: (variables) =>
      inTurn(async () => {
        const isSecret = ({ name }: Variable): boolean => isSecretName(name)
        for (const variable of variables.filter((each) => !isSecret(each))) await giveOne(variable)
        await store.giveSecrets(incident, variables.filter(isSecret))
      }),
    keepUsed: (variables) =>
      inTurn(async () => {
        for (const variable of variables) {
          const now = state()
          const { value, from } =
            now === undefined ? { value: '', from: 'nowhere' } : foundValue(variable, knownValues(now))
          const { name, written } = variable
          if (from === 'alert') await stateFact({ type: 'value.given', data: { name, value, written, from } })
        }
      }),
  }
}

/** States a fact once: the same one that could not be saved before is tried again instead of standing there twice. */
export async function statedOnce(
  store: DeskStore,
  incident: string,
  fact: PersonFact,
  state: () => Promise<boolean>,
): Promise<boolean> {
  const likeIt = (): Unsaved | undefined => {
    const { unsaved, desk } = store.getState()
    return unsavedLike(unsaved, incident, fact, desk?.preferences.me)
  }
  const waiting = likeIt()
  if (waiting === undefined) return state()
  await store.retryUnsaved(waiting.key)
  return likeIt() === undefined
}
