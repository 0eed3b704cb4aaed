import { createStore, type StoreApi } from 'zustand/vanilla'

/** How what somebody types in one part stands. */
export type PartWriting = {
  /** What is on screen and not yet known from the log; null shows what the log says. */
  readonly typed: string | null
  /** `left`: an earlier window left it, and the log was not heard yet; `differs`: the log has other words since, so somebody must choose. */
  readonly state: 'calm' | 'left' | 'differs' | 'typing' | 'saving' | 'saved' | 'failed'
  readonly problem: string | null
  /** The words that gave way to the draft or to the log, to bring back. */
  readonly putAway: string | null
}

/** What the writing is given; nothing else reaches outside. */
export type WritingPorts = {
  /** Saves one part; answers with what went wrong, in words, or null once it is durable. */
  readonly save: (section: string, text: string) => Promise<string | null>
  /** Keeps a text across reloads until it is saved, with the words of the log that it was written over; a blank text forgets both. */
  readonly keep: (section: string, text: string, over: string) => void
  /** What is kept; `over` is null where nobody noted it. */
  readonly kept: (section: string) => { readonly text: string; readonly over: string | null }
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
  /** Saves the words of an earlier window although the log has others since. */
  readonly saveLeft: (section: string) => Promise<void>
  /** Gives them up for those of the log; they can be brought back. */
  readonly dropLeft: (section: string) => void
  /** The log now says this: what was typed and saved need not be held any longer, and what was left can be compared. */
  readonly settle: (section: string, prose: string | null) => void
}

/** A pause of this length saves: long enough that a sentence is one fact, short enough to trust. Milliseconds. */
const SAVE_AFTER_MS = 2_500

const calm: PartWriting = { typed: null, state: 'calm', problem: null, putAway: null }

/** The writing of a part, also before anybody typed in it. */
export const partOf = (all: Readonly<Record<string, PartWriting>>, section: string): PartWriting => all[section] ?? calm

const isSame = (typed: string, prose: string | null): boolean =>
  prose === null ? typed.trim() === '' : typed === prose

/** Parts whose words an earlier window left behind begin with them, and are saved once the log was heard to have none since. */
function restored(sections: readonly string[], kept: WritingPorts['kept']): Record<string, PartWriting> {
  const left = sections.map((section) => [section, kept(section).text] as const).filter(([, text]) => text !== '')
  return Object.fromEntries(left.map(([section, text]) => [section, { ...calm, typed: text, state: 'left' as const }]))
}

const isLeft = ({ state }: PartWriting): boolean => state === 'left' || state === 'differs'

/** What the log says of each part, as far as it was heard, and over which of its words somebody writes. */
function createBases(sections: readonly string[], kept: WritingPorts['kept']) {
  const logged = new Map<string, string>()
  const bases = new Map(sections.map((section) => [section, kept(section).over ?? '']))
  return {
    hear: (section: string, prose: string | null) => logged.set(section, prose ?? ''),
    begin: (section: string) => bases.set(section, logged.get(section) ?? ''),
    saved: (section: string, text: string) => bases.set(section, text),
    of: (section: string): string => bases.get(section) ?? '',
  }
}

type Parts = {
  readonly now: (section: string) => PartWriting
  readonly change: (section: string, part: Partial<PartWriting>) => void
}

/** Saves parts: one save at a time for each, until its last words are saved. */
function createSaving({ now, change }: Parts, ports: WritingPorts, onSaved: (section: string, text: string) => void) {
  const timers = new Map<string, () => void>()
  const running = new Map<string, Promise<void>>()

  const saveUntilSame = async (section: string): Promise<void> => {
    for (;;) {
      const { typed } = now(section)
      if (typed === null) return
      change(section, { state: 'saving', problem: null })
      const problem = await ports.save(section, typed)
      if (problem !== null) return change(section, { state: 'failed', problem })
      if (now(section).typed !== typed) continue
      onSaved(section, typed)
      return change(section, { state: 'saved' })
    }
  }

  const flush = (section: string): Promise<void> => {
    timers.get(section)?.()
    timers.delete(section)
    const part = now(section)
    if (part.typed === null || part.state === 'saved' || isLeft(part)) return running.get(section) ?? Promise.resolve()
    const run = running.get(section) ?? saveUntilSame(section).finally(() => running.delete(section))
    running.set(section, run)
    return run
  }

  return {
    flush,
    isRunning: (section: string): boolean => running.has(section),
    /** Begins the pause anew, after which a part is saved; blank words only end it. */
    wait: (section: string): void => {
      timers.get(section)?.()
      if ((now(section).typed ?? '').trim() === '') return
      timers.set(
        section,
        ports.later(() => void flush(section), SAVE_AFTER_MS),
      )
    },
  }
}

/** Makes the writing of one postmortem: one save at a time for each part, the last words win, no keystroke is lost. */
export function createWriting(sections: readonly string[], ports: WritingPorts): Writing {
  const store = createStore<Readonly<Record<string, PartWriting>>>(() => restored(sections, ports.kept))
  const bases = createBases(sections, ports.kept)
  const change = (section: string, part: Partial<PartWriting>): void =>
    store.setState((all) => ({ ...all, [section]: { ...partOf(all, section), ...part } }))
  const now = (section: string): PartWriting => partOf(store.getState(), section)
  const { flush, isRunning, wait } = createSaving({ now, change }, ports, (section, text) => {
    ports.keep(section, '', '')
    bases.saved(section, text)
  })

  const letGo = (section: string, putAway: string | null): void => {
    ports.keep(section, '', '')
    change(section, { typed: null, state: 'calm', putAway })
  }

  /** Words that an earlier window left are saved like any other when the log still has what they were written over. */
  const compareLeft = (section: string, prose: string | null): void => {
    const isUntouched = bases.of(section) === (prose ?? '')
    if (isSame(now(section).typed ?? '', prose)) letGo(section, null)
    else change(section, { state: isUntouched ? 'typing' : 'differs' })
    if (isUntouched) wait(section)
  }

  return {
    ...store,
    flush,
    type: (section, text) => {
      const before = now(section)
      if (before.typed === null) bases.begin(section)
      ports.keep(section, text, bases.of(section))
      if (isLeft(before)) return change(section, { typed: text })
      change(section, { typed: text, state: isRunning(section) ? 'saving' : 'typing', putAway: null })
      wait(section)
    },
    flushAll: async () => {
      await Promise.all(Object.keys(store.getState()).map(flush))
      return Object.values(store.getState()).every((part) => part.typed === null || part.state === 'saved')
    },
    takeDraft: async (section, words) => {
      change(section, { typed: '', state: 'typing', putAway: words })
      await flush(section)
    },
    saveLeft: (section) => {
      change(section, { state: 'typing' })
      return flush(section)
    },
    dropLeft: (section) => letGo(section, now(section).typed),
    settle: (section, prose) => {
      bases.hear(section, prose)
      const part = now(section)
      const { typed, state } = part
      if (isLeft(part)) compareLeft(section, prose)
      else if (state === 'saved' && typed !== null && isSame(typed, prose)) change(section, { typed: null })
    },
  }
}
