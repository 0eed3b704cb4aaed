import { createStore, type StoreApi } from 'zustand/vanilla'

/** How what somebody types in one part stands. */
export type PartWriting = {
  /** What is on screen and not yet known from the log; null shows what the log says. */
  readonly typed: string | null
  readonly state: 'calm' | 'typing' | 'saving' | 'saved' | 'failed'
  readonly problem: string | null
  /** The words that "Use the draft again" put away, to bring back. */
  readonly putAway: string | null
}

/** What the writing is given; nothing else reaches outside. */
export type WritingPorts = {
  /** Saves one part; answers with what went wrong, in words, or null once it is durable. */
  readonly save: (section: string, text: string) => Promise<string | null>
  /** Keeps a text across reloads until it is saved; blank forgets it. */
  readonly keep: (section: string, text: string) => void
  readonly kept: (section: string) => string
  readonly later: (run: () => void, ms: number) => () => void
}

/** Every part's typed text, and what can be done with it. */
export type Writing = StoreApi<Readonly<Record<string, PartWriting>>> & {
  readonly type: (section: string, text: string) => void
  /** Saves a part at once. Blank words give the draft back, so that nobody exports an empty part by accident. */
  readonly flush: (section: string) => Promise<void>
  /** Saves whatever is not saved; says whether all of it is. */
  readonly flushAll: () => Promise<boolean>
  readonly takeDraft: (section: string, words: string) => Promise<void>
  /** The log now says this: what was typed and saved need not be held any longer. */
  readonly settle: (section: string, prose: string | null) => void
}

/** A pause of this length saves: long enough that a sentence is one fact, short enough to trust. Milliseconds. */
const SAVE_AFTER_MS = 2_500

const calm: PartWriting = { typed: null, state: 'calm', problem: null, putAway: null }

/** The writing of a part, also before anybody typed in it. */
export const partOf = (all: Readonly<Record<string, PartWriting>>, section: string): PartWriting => all[section] ?? calm

const isSame = (typed: string, prose: string | null): boolean =>
  prose === null ? typed.trim() === '' : typed === prose

/** Parts whose words an earlier window left behind begin as typed, and are saved like any other. */
function restored(sections: readonly string[], kept: WritingPorts['kept']): Record<string, PartWriting> {
  const left = sections.map((section) => [section, kept(section)] as const).filter(([, text]) => text !== '')
  return Object.fromEntries(
    left.map(([section, text]) => [section, { ...calm, typed: text, state: 'typing' as const }]),
  )
}

/** Makes the writing of one postmortem: one save at a time for each part, the last words win, no keystroke is lost. */
export function createWriting(sections: readonly string[], ports: WritingPorts): Writing {
  const store = createStore<Readonly<Record<string, PartWriting>>>(() => restored(sections, ports.kept))
  const timers = new Map<string, () => void>()
  const running = new Map<string, Promise<void>>()
  const change = (section: string, part: Partial<PartWriting>): void =>
    store.setState((all) => ({ ...all, [section]: { ...partOf(all, section), ...part } }))
  const now = (section: string): PartWriting => partOf(store.getState(), section)

  const saveUntilSame = async (section: string): Promise<void> => {
    for (;;) {
      const { typed } = now(section)
      if (typed === null) return
      change(section, { state: 'saving', problem: null })
      const problem = await ports.save(section, typed)
      if (problem !== null) return change(section, { state: 'failed', problem })
      if (now(section).typed !== typed) continue
      ports.keep(section, '')
      return change(section, { state: 'saved' })
    }
  }

  const flush = (section: string): Promise<void> => {
    timers.get(section)?.()
    timers.delete(section)
    const { typed, state } = now(section)
    if (typed === null || state === 'saved') return running.get(section) ?? Promise.resolve()
    const run = running.get(section) ?? saveUntilSame(section).finally(() => running.delete(section))
    running.set(section, run)
    return run
  }

  const waitThenFlush = (section: string): void => {
    timers.get(section)?.()
    timers.set(
      section,
      ports.later(() => void flush(section), SAVE_AFTER_MS),
    )
  }
  for (const section of Object.keys(store.getState())) waitThenFlush(section)

  return {
    ...store,
    flush,
    type: (section, text) => {
      ports.keep(section, text)
      change(section, { typed: text, state: running.has(section) ? 'saving' : 'typing', putAway: null })
      timers.get(section)?.()
      if (text.trim() !== '') waitThenFlush(section)
    },
    flushAll: async () => {
      await Promise.all(Object.keys(store.getState()).map(flush))
      return Object.values(store.getState()).every((part) => part.typed === null || part.state === 'saved')
    },
    takeDraft: async (section, words) => {
      change(section, { typed: '', state: 'typing', putAway: words })
      await flush(section)
    },
    settle: (section, prose) => {
      const { typed, state } = now(section)
      if (state === 'saved' && typed !== null && isSame(typed, prose)) change(section, { typed: null })
    },
  }
}
