import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createSecretDesk, heldSecrets, typedSecrets } from '../../../renderer/state/secret-desk.ts'
import { emptyStoreState, type StoreState } from '../../../renderer/state/store-state.ts'
import { type Client, createClient } from '../../../shared/contract/client.ts'
import type { Reply } from '../../../shared/contract/refusal.ts'

const incident = '20261224-k7qm'
const password = { key: 'password', name: 'password', written: '<password>' }

/** A desk whose host answers as a test says, and what was given to that host. */
function begin(answer: (value: string) => Promise<Reply<{ readonly records: [] }>>) {
  const given: string[] = []
  const send = async (name: string, input: unknown): Promise<Reply<unknown>> => {
    if (name === 'secret.read')
      return { ok: true, value: Object.fromEntries(given.map((value) => ['password', value])) }
    const { value } = input as { readonly value: string }
    const reply = await answer(value)
    if (reply.ok) given.push(value)
    return reply
  }
  const client: Client = createClient({ send, listen: () => () => undefined })
  const store = createStore<StoreState>(() => emptyStoreState)
  const desk = createSecretDesk(store, client, async (_incident, call) => {
    const reply = await call()
    return reply.ok ? { ok: true, value: reply.value.records } : reply
  })
  return { store, desk, given }
}

const saved = async (): Promise<Reply<{ readonly records: [] }>> => ({ ok: true, value: { records: [] } })

describe('R7 a secret in a window', () => {
  it('is typed, given once, and then held', async () => {
    const { store, desk, given } = begin(saved)
    desk.typeSecret(incident, 'password', ' hunter2 ')
    await Promise.all([desk.giveSecrets(incident, [password]), desk.giveSecrets(incident, [password])])
    expect(given).toEqual(['hunter2'])
    expect(typedSecrets(store.getState(), incident)).toEqual({})
    expect(heldSecrets(store.getState(), incident)).toEqual({ password: 'hunter2' })
    expect(heldSecrets(store.getState(), 'another')).toEqual({})
  })

  it('stays typed when it could not be saved, and the window says why', async () => {
    const error = { code: 'notSaved' as const, message: 'The disk is full', hint: 'Make room.' }
    const { store, desk } = begin(async () => ({ ok: false, error }))
    desk.typeSecret(incident, 'password', 'hunter2')
    expect(await desk.giveSecrets(incident, [password])).toBe(false)
    expect(typedSecrets(store.getState(), incident)).toEqual({ password: 'hunter2' })
    expect(store.getState().refusal).toBe('The disk is full. Make room.')
    expect(JSON.stringify(store.getState().unsaved)).toBe('[]')
  })

  it('keeps what is typed on while it is being saved', async () => {
    const { store, desk, given } = begin(async () => {
      desk.typeSecret(incident, 'password', 'hunter22')
      return saved()
    })
    desk.typeSecret(incident, 'password', 'hunter2')
    await desk.giveSecrets(incident, [password])
    expect(given).toEqual(['hunter2'])
    expect(typedSecrets(store.getState(), incident)).toEqual({ password: 'hunter22' })
  })

  it('is given alone when one name is meant, and taken back by an empty one', async () => {
    const { store, desk, given } = begin(saved)
    desk.typeSecret(incident, 'password', 'hunter2')
    desk.typeSecret(incident, 'token', 'abc')
    await desk.giveSecrets(incident, [password])
    expect(given).toEqual(['hunter2'])
    desk.typeSecret(incident, 'password', '')
    await desk.giveSecrets(incident, [password])
    expect(given).toEqual(['hunter2', ''])
    expect(typedSecrets(store.getState(), incident)).toEqual({ token: 'abc' })
  })

  it('of a host that was started anew is read again, and an answer that comes late changes nothing', async () => {
    const { store, desk } = begin(saved)
    desk.typeSecret(incident, 'password', 'hunter2')
    const late = desk.readSecrets(incident)
    await desk.giveSecrets(incident, [password])
    await late
    expect(heldSecrets(store.getState(), incident)).toEqual({ password: 'hunter2' })
  })
})
