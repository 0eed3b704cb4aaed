import type { Unfiltered } from '../../../shared/library/unfiltered.ts'
import type { Narrowing } from './search-choices.ts'

/** What keeps results out of a filter that asks for something they do not say. */
function silenceOf({ silent, total }: Unfiltered): readonly string[] {
  const say = (count: number, one: string, many: string, what: string): readonly string[] => {
    if (count === 0) return []
    return count === total ? [`none ${one} a ${what}`] : [`${count} ${count === 1 ? one : many} no ${what}`]
  }
  return [
    ...say(silent.since, 'has', 'have', 'verified day'),
    ...say(silent.pipeline, 'names', 'name', 'pipeline'),
    ...say(silent.scenario, 'names', 'name', 'failure scenario'),
  ]
}

/** "116 without the filter; of these, 104 have no verified day." Empty when the filter hides nothing. */
export function hiddenWords(unfiltered: Unfiltered | null, shown: number): string {
  if (unfiltered === null || unfiltered.total <= shown) return ''
  const total = unfiltered.holding === 'every' ? unfiltered.total : `${unfiltered.total} best matches`
  const silence = silenceOf(unfiltered)
  return `${total} without the filter${silence.length === 0 ? '' : `; of these, ${silence.join(', ')}`}.`
}

/** What age means, as long as it is asked for. */
export const ageWords = ({ days }: Narrowing): string =>
  days === 0 ? '' : 'Age goes by the day a document was last verified or an incident began.'
