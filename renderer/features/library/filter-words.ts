import type { Unfiltered } from '../../../shared/library/unfiltered.ts'
import type { Narrowing } from './search-choices.ts'

const are = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What keeps results out of a filter that asks for something they do not say. */
function silenceOf({ silent }: Unfiltered): readonly string[] {
  return [
    ...(silent.since === 0 ? [] : [are(silent.since, 'has no verified day', 'have no verified day')]),
    ...(silent.pipeline === 0 ? [] : [are(silent.pipeline, 'names no pipeline', 'name no pipeline')]),
    ...(silent.scenario === 0 ? [] : [are(silent.scenario, 'names no failure scenario', 'name no failure scenario')]),
  ]
}

/** "116 without the filter; of these 104 have no verified day." Empty when the filter hides nothing. */
export function hiddenWords(unfiltered: Unfiltered | null, shown: number): string {
  if (unfiltered === null || unfiltered.total <= shown) return ''
  const total = unfiltered.holding === 'every' ? unfiltered.total : are(unfiltered.total, 'best match', 'best matches')
  const silence = silenceOf(unfiltered)
  return `${total} without the filter${silence.length === 0 ? '' : `; of these ${silence.join(', ')}`}.`
}

/** What age means, as long as it is asked for. */
export const ageWords = ({ days }: Narrowing): string =>
  days === 0 ? '' : 'Age goes by the day a document was last verified or an incident began.'
