import { descriptionIn, summaryIn } from '../../alerts/alert-words.ts'
import { labelWords, orderedLabels } from '../../alerts/told-labels.ts'
import { alertName } from '../../incident/attached-alerts.ts'
import type { FactData } from '../../incident/facts/fact-catalog.ts'
import { entriesOf, type IncidentLog } from '../read-log.ts'
import { bullet, item } from './draft.ts'

const MOST_ALERTS = 10
const MOST_LABELS = 8
const MOST_OF_DESCRIPTION = 500

type Attached = FactData<'alert.attached'>

/** One alert each, as it was attached last: one that fired again says what it said then. */
function lastOfEach(log: IncidentLog): readonly Attached[] {
  const byAlert = new Map<string, Attached>()
  for (const { fact } of entriesOf(log, 'alert.attached')) {
    byAlert.set(`${fact.data.source}/${fact.data.fingerprint}`, fact.data)
  }
  return [...byAlert.values()]
}

const sentence = (words: string): string => (/[.!?:…]$/.test(words) ? words : `${words}.`)

function alertWords(alert: Attached): string {
  const name = alertName(alert)
  const summary = summaryIn(alert.annotations)
  const description = descriptionIn(alert.annotations)
  const labels = orderedLabels(alert)
  const more = labels.length - MOST_LABELS
  const told = [
    ...labels.slice(0, MOST_LABELS).map(labelWords),
    ...(more > 0 ? [`${more} more ${more === 1 ? 'label' : 'labels'}`] : []),
  ]
  const cut = description.length <= MOST_OF_DESCRIPTION ? description : `${description.slice(0, MOST_OF_DESCRIPTION)}…`
  return [name, summary === name ? '' : summary, cut, told.length === 0 ? '' : `Labels: ${told.join(', ')}`]
    .filter((words) => words !== '')
    .map((words, _, all) => (all.length === 1 ? words : sentence(words)))
    .join(' ')
}

/** The alerts of an incident with what they said, for who was not there. Addresses stay in the journal: they are long, and often let in whoever has them. */
export function alertLines(log: IncidentLog): readonly string[] {
  const alerts = lastOfEach(log)
  const more = alerts.length - MOST_ALERTS
  return [
    ...alerts.slice(0, MOST_ALERTS).map((alert) => bullet('Alert', alertWords(alert))),
    ...(more > 0 ? [item(`and ${more} more ${more === 1 ? 'alert' : 'alerts'}`)] : []),
  ]
}
