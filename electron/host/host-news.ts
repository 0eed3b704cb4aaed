import type { HostEvent } from '../../shared/contract/host-event.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'

/** What every open window is told. */
export type HostNews = {
  readonly publish: (event: HostEvent) => void
  /** The returned function stops it. */
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/**
 * Makes a source of news that nobody hears yet. A listener that fails keeps nothing from the others, and nothing from the one who is
 * answered: what is told has happened already.
 */
export function createHostNews(log: (line: string) => void): HostNews {
  const listeners = new Set<(event: HostEvent) => void>()
  return {
    publish: (event) => {
      for (const hear of listeners) {
        try {
          hear(event)
        } catch (error) {
          log(`A window was not told (${event.type}): ${reasonOf(error)}`)
        }
      }
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}
