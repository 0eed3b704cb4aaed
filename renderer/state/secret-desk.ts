import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { refusalWords } from '../../shared/contract/refusal-words.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { StoreState } from './store-state.ts'

type Save = (
  incident: string,
  call: () => Promise<Reply<{ readonly records: readonly FactRecord[] }>>,
) => Promise<Reply<readonly FactRecord[]>>

/** A variable that stands for a secret: its key, its name, and how the runbook writes it. */
export type SecretVariable = { readonly key: string; readonly name: string; readonly written: string }

/** What a window does with values that are secret: nothing of it is ever kept outside of its memory. */
export type SecretDesk = {
  /** Asks which secret values the host holds for an incident. */
  readonly readSecrets: (incident: string) => Promise<void>
  /** What is being typed for a secret; null puts it away. */
  readonly typeSecret: (incident: string, key: string, value: string | null) => void
  /** Gives what was typed and not given yet; what could not be saved stays typed. False when something was not. */
  readonly giveSecrets: (incident: string, secrets: readonly SecretVariable[]) => Promise<boolean>
}

const none: Readonly<Record<string, string>> = {}

/** What somebody typed for the secrets of an incident, by key. */
export const typedSecrets = ({ secretDrafts }: StoreState, incident: string): Readonly<Record<string, string>> =>
  secretDrafts[incident] ?? none

/** The secret values that the host holds for an incident, by key. */
export const heldSecrets = ({ secrets }: StoreState, incident: string): Readonly<Record<string, string>> =>
  secrets?.incident === incident ? secrets.values : none

/** Makes the part of a store that deals with secrets. */
export function createSecretDesk(
  { getState, setState }: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  client: Client,
  save: Save,
): SecretDesk {
  const change = (incident: string, next: (typed: Readonly<Record<string, string>>) => Record<string, string>): void =>
    setState((state) => ({ secretDrafts: { ...state.secretDrafts, [incident]: next(typedSecrets(state, incident)) } }))

  let asked = 0
  const readSecrets = async (incident: string): Promise<void> => {
    asked += 1
    const turn = asked
    const reply = await client.call('secret.read', { incident })
    if (reply.ok && turn === asked) setState({ secrets: { incident, values: reply.value } })
  }
  const typeSecret: SecretDesk['typeSecret'] = (incident, key, value) =>
    change(incident, ({ [key]: _, ...others }) => (value === null ? others : { ...others, [key]: value }))

  const giveOne = async (incident: string, { key, name, written }: SecretVariable): Promise<boolean> => {
    const typed = typedSecrets(getState(), incident)[key]
    if (typed === undefined) return true
    const value = typed.trim()
    const isNews = value !== (heldSecrets(getState(), incident)[key] ?? '')
    const reply = isNews
      ? await save(incident, () => client.call('secret.give', { incident, name, value, written }))
      : null
    if (reply?.ok === false) {
      setState({ refusal: refusalWords(reply.error) })
      return false
    }
    if (isNews) {
      asked += 1
      setState((state) => ({
        refusal: null,
        secrets: { incident, values: { ...heldSecrets(state, incident), [key]: value } },
      }))
    }
    // What was typed on while it was being saved is still to be given.
    if (typedSecrets(getState(), incident)[key] === typed) typeSecret(incident, key, null)
    return true
  }

  let last: Promise<unknown> = Promise.resolve()
  return {
    readSecrets,
    typeSecret,
    // One after another: leaving a field and using its value come at once, and neither may give it twice.
    giveSecrets: (incident, secrets) => {
      const turn = last.then(async () => {
        let isGiven = true
        for (const secret of secrets) isGiven = (await giveOne(incident, secret)) && isGiven
        return isGiven
      })
      last = turn
      return turn
    },
  }
}
