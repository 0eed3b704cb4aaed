import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import type { CallInput } from '../../shared/contract/contract.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { refusalWords } from '../../shared/contract/refusal-words.ts'
import type { Stated } from '../../shared/contract/stated.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { Connection } from '../bridge/desk-wire.ts'
import { createDeskNews } from './desk-news.ts'
import { nowOf } from './host-clock.ts'
import { createIncidentReader, type IncidentReader } from './incident-reader.ts'
import type { KeptText } from './kept-text.ts'
import { createSecretDesk, type SecretDesk } from './secret-desk.ts'
import type { Saved } from './stating.ts'
import { emptyStoreState, type StoreState } from './store-state.ts'
import type { Batch } from './unsaved.ts'
import { createUnsavedDesk, type UnsavedDesk } from './unsaved-desk.ts'

/** What the store is given; nothing else reaches outside. */
export type DeskPorts = {
  readonly client: Client
  readonly watch: (hear: (connection: Connection) => void) => () => void
  /** The window's own clock, epoch ms. */
  readonly nowMs: () => number
  readonly kept: KeptText
  /** For how long (ms) an answer is waited for before what was stated is shown as not saved. */
  readonly patienceMs?: number
}

/** A disk that is busy takes a second or two; after that somebody should know. */
const PATIENCE_MS = 4_000

/** The store with what can be done to it. */
export type DeskStore = StoreApi<StoreState> & {
  readonly client: Client
  readonly start: () => () => void
  readonly openIncident: IncidentReader['open']
  readonly readAround: IncidentReader['readAround']
  readonly readWhole: IncidentReader['readWhole']
  readonly record: UnsavedDesk['state']
  readonly attach: UnsavedDesk['attach']
  readonly openRunbook: (input: CallInput<'runbook.open'>) => Promise<Saved>
  readonly typeSecret: SecretDesk['typeSecret']
  readonly giveSecrets: SecretDesk['giveSecrets']
  readonly retryUnsaved: UnsavedDesk['retry']
  readonly restateUnsaved: UnsavedDesk['restate']
  readonly throwAwayUnsaved: UnsavedDesk['throwAway']
  readonly discardUnsaved: UnsavedDesk['discard']
  readonly setDraft: (key: string, text: string) => void
  /** What an earlier window left under this key, or nothing. */
  readonly keptDraft: (key: string) => string
  /** Says whether they are kept; a refusal is shown. */
  readonly changePreferences: (change: CallInput<'preferences.change'>) => Promise<boolean>
  /** Waits until what was changed last is kept or refused: what is stated next carries the name that was chosen. */
  readonly preferencesKept: () => Promise<unknown>
  readonly announce: (text: string, urgent?: boolean) => void
  /** Shows why something was not done, and says it; null takes it away. */
  readonly showRefusal: (text: string | null) => void
  /** Somebody has read that this console took over. */
  readonly dismissTakeOver: () => void
  /** The host's time now, epoch ms. */
  readonly now: () => number
}

type Saving = (
  incident: string,
  call: () => Promise<Reply<{ readonly records: readonly FactRecord[] }>>,
) => Promise<Saved>

/** Runs a save: counted while it is under way, its records taken in at once when it is done. */
function createSaving({ setState }: StoreApi<StoreState>, reader: IncidentReader): Saving {
  return async (incident, call) => {
    setState(({ pendingSaves }) => ({ pendingSaves: pendingSaves + 1 }))
    const reply = await call()
    setState(({ pendingSaves, saveFailure }) => ({
      pendingSaves: pendingSaves - 1,
      saveFailure: reply.ok ? null : saveFailure,
    }))
    if (!reply.ok) return reply
    reader.take(incident, reply.value.records)
    return { ok: true, value: reply.value.records }
  }
}

type Writing = Pick<
  DeskStore,
  'setDraft' | 'keptDraft' | 'changePreferences' | 'preferencesKept' | 'announce' | 'showRefusal' | 'dismissTakeOver'
>

/** What changes the window and not the log. */
function createWriting({ getState, setState }: StoreApi<StoreState>, { client, kept }: DeskPorts): Writing {
  let lastChange: Promise<unknown> = Promise.resolve()
  const changePreferences = async (change: CallInput<'preferences.change'>): Promise<boolean> => {
    const reply = await client.call('preferences.change', change)
    const { desk } = getState()
    if (!reply.ok) setState({ refusal: refusalWords(reply.error) })
    else if (desk !== null) setState({ desk: { ...desk, preferences: reply.value } })
    return reply.ok
  }
  return {
    keptDraft: (key) => kept.read(`draft.${key}`) ?? '',
    setDraft: (key, text) => {
      kept.write(`draft.${key}`, text)
      setState(({ drafts }) => ({ drafts: { ...drafts, [key]: text } }))
    },
    // One after another: an answer that comes late must not undo on screen what was chosen since.
    changePreferences: (change) => {
      const thisChange = lastChange.then(() => changePreferences(change))
      lastChange = thisChange
      return thisChange
    },
    preferencesKept: () => lastChange,
    showRefusal: (refusal) => setState({ refusal }),
    dismissTakeOver: () => setState({ tookOverFrom: null }),
    announce: (text, urgent = false) =>
      setState(({ announcement }) => ({ announcement: { id: (announcement?.id ?? 0) + 1, text, urgent } })),
  }
}

/** Makes the one store of a window. */
export function createDeskStore(ports: DeskPorts): DeskStore {
  const { client, kept, nowMs, patienceMs = PATIENCE_MS } = ports
  const store = createStore<StoreState>(() => emptyStoreState)
  const now = (): number => nowOf(store.getState().clock, nowMs())
  const reader = createIncidentReader(store, client)
  const saving = createSaving(store, reader)
  const { readSecrets, typeSecret, giveSecrets } = createSecretDesk(store, client, saving)
  const news = createDeskNews(store, client, { ...reader, readSecrets }, nowMs)
  const send = ({ incident, facts, evidence }: Batch, stated: Stated): Promise<Saved> =>
    saving(incident, () =>
      evidence === undefined
        ? client.call('facts.record', { incident, facts: [...facts], stated })
        : client.call('evidence.attach', { ...evidence, incident, stated }),
    )
  const withdraw = async (incident: string, stated: Stated): Promise<Saved> => {
    const reply = await client.call('facts.withdraw', { incident, stated })
    return reply.ok ? { ok: true, value: reply.value.records } : reply
  }
  const unsaved = createUnsavedDesk(store, { kept, send, withdraw, now, patienceMs })
  const hear = (event: HostEvent): void => {
    news.hear(event)
    if (event.type === 'facts') unsaved.heed(event.records)
  }

  const onConnection = (connection: Connection): void => {
    if (connection === store.getState().connection) return
    const isBack = connection === 'connected' && store.getState().lostSinceMs !== null
    store.setState(({ libraryVersion }) => ({
      connection,
      lostSinceMs: connection === 'lost' ? now() : null,
      // A console that is back may have other files, and what was asked while it was away had no answer.
      libraryVersion: libraryVersion + (isBack ? 1 : 0),
    }))
  }

  return {
    ...store,
    ...createWriting(store, ports),
    client,
    now,
    openIncident: async (incident) => {
      await Promise.all([reader.open(incident), readSecrets(incident)])
    },
    readAround: reader.readAround,
    readWhole: reader.readWhole,
    typeSecret,
    giveSecrets,
    retryUnsaved: unsaved.retry,
    restateUnsaved: unsaved.restate,
    throwAwayUnsaved: unsaved.throwAway,
    discardUnsaved: unsaved.discard,
    start: () => {
      const stops = [unsaved.start(), client.listen(hear), ports.watch(onConnection)]
      void news.readDesk()
      return () => {
        for (const stop of stops) stop()
      }
    },
    record: unsaved.state,
    attach: unsaved.attach,
    openRunbook: (input) => saving(input.incident, () => client.call('runbook.open', input)),
  }
}
