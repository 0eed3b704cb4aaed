import type { HostEvent } from '../../shared/contract/host-event.ts'

/** What every open window is told. */
export type HostNews = {
  readonly publish: (event: HostEvent) => void
  /** The returned function stops it. */
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** Makes a source of news that nobody hears yet. */
export function createHostNews(): HostNews {
  const listeners = new Set<(event: HostEvent) => void>()
  return {
    publish: (event) => {
      for (const hear of listeners) hear(event)
    },
    listen: (hear) => {
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
  }
}
