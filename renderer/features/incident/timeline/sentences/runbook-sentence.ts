import type { Fact } from '../../../../../shared/incident/facts/fact-catalog.ts'
import { assertNever } from '../../../../../shared/kit/assert-never.ts'
import { SECRET_MASK } from '../../../../../shared/kit/hide-values.ts'
import { isSecretName } from '../../../../../shared/kit/secret-name.ts'
import type { Sentence } from './sentence.ts'

export type RunbookFact = Extract<
  Fact,
  {
    type: `runbook.${string}` | `scenario.${string}` | `step.${string}` | 'value.given' | 'secret.given'
  }
>

const withNote = (note: string | undefined): { detail?: string } => (note === undefined ? {} : { detail: note })

/** A value for a command. A secret is not shown, also where a log from before `secret.given` holds it. */
function valueSentence(fact: Extract<Fact, { type: 'value.given' | 'secret.given' }>): Sentence {
  const written = fact.data.written ?? `<${fact.data.name}>`
  if (fact.type === 'secret.given') {
    return { mark: 'command', lead: written, text: 'was given', detail: 'Kept in memory only, never in the log.' }
  }
  const { name, value, from } = fact.data
  if (value === '') return { mark: 'command', lead: `${written} has no value any more`, text: '' }
  if (!isSecretName(name)) {
    return {
      mark: 'command',
      lead: `${written} is`,
      text: value,
      ...(from === 'alert' && { detail: 'from the alert' }),
    }
  }
  const detail = 'An earlier version wrote this secret into the log in the clear. Change it where it is used.'
  return { mark: 'command', lead: `${written} is`, text: SECRET_MASK, detail }
}

/** What was done with the runbook. */
export function runbookSentence(fact: RunbookFact): Sentence {
  switch (fact.type) {
    case 'runbook.opened': {
      const { title, path, movedFrom, sha256, matchedBy } = fact.data
      const place = movedFrom === undefined ? path : `${path} (before ${movedFrom})`
      return {
        mark: 'book',
        lead: 'Runbook:',
        text: title,
        detail: `${place}, pinned ${sha256.slice(0, 6)}, ${matchedBy}`,
      }
    }
    case 'scenario.chosen':
      return { mark: 'book', lead: 'Scenario:', text: fact.data.title }
    case 'step.checked':
      return { mark: 'done', tone: 'resolved', lead: 'Done:', text: fact.data.text, ...withNote(fact.data.note) }
    case 'step.unchecked':
      return { mark: 'book', lead: 'Open again:', text: fact.data.text }
    case 'step.skipped':
      return { mark: 'skipped', lead: 'Skipped:', text: fact.data.text, detail: fact.data.reason }
    case 'step.noted':
      return { mark: 'note', lead: 'On the step:', text: fact.data.note, detail: fact.data.text }
    case 'step.extended':
      return {
        mark: 'book',
        lead: `${fact.data.minutes} more minutes for:`,
        text: fact.data.text,
        ...withNote(fact.data.reason),
      }
    case 'step.stuck':
      return {
        mark: 'question',
        tone: 'secondary',
        lead: 'Stuck at:',
        text: fact.data.text,
        ...withNote(fact.data.note),
      }
    case 'secret.given':
    case 'value.given':
      return valueSentence(fact)
    default:
      return assertNever(fact)
  }
}
