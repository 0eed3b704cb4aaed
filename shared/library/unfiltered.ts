import type { Filtered, SearchFilter } from './search-filter.ts'
import type { Holding } from './some-words.ts'

/** What the words of a query find without the filter. */
export type Unfiltered = {
  readonly total: number
  readonly holding: Holding
  /** How many of these say nothing of what the filter asks for: no pipeline, no scenario, no date. 0 where it does not ask. */
  readonly silent: { readonly pipeline: number; readonly scenario: number; readonly since: number }
}

/** Counts what was found before a filter is asked. */
export function unfilteredOf(found: readonly Filtered[], filter: SearchFilter, holding: Holding): Unfiltered {
  const count = (isAsked: boolean, isSilent: (entry: Filtered) => boolean): number =>
    isAsked ? found.filter(isSilent).length : 0
  return {
    total: found.length,
    holding,
    silent: {
      pipeline: count(filter.pipeline !== undefined, ({ pipeline }) => pipeline === null),
      scenario: count(filter.scenario !== undefined, ({ scenarios }) => scenarios.length === 0),
      since: count(filter.since !== undefined, ({ at }) => at === null),
    },
  }
}
