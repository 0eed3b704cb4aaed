import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import type { PersonRef, Severity } from '../../../../shared/incident/primitives.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { saidTime } from '../../../state/said-time.ts'
import { readCall } from './read-call.ts'
import { type SlashName, slashCommands } from './slash-commands.ts'

/** What the composer must know to understand what was typed. */
export type EntryScene = {
  readonly nowMs: number
  readonly zone: string
  readonly severity: Severity
  readonly people: readonly PersonRef[]
  /** The entry that `/star` means, by id; null when there is none. */
  readonly lastEntry: string | null
  readonly newActionId: () => string
  readonly notificationFor: (person: string) => string | null
}

/** What was typed, understood: a fact to record, text to keep as evidence, or a wish to pick a file. */
export type Entry =
  | { readonly kind: 'fact'; readonly fact: PersonFact }
  | { readonly kind: 'evidence'; readonly text: string; readonly occurredAt: string | undefined }
  | { readonly kind: 'pickFile' }

type Parsed = Result<Entry>

const fact = (given: PersonFact): Parsed => ok({ kind: 'fact', fact: given })

const isSlashName = (name: string): name is SlashName => slashCommands.some((command) => command.name === name)

function onDataset(
  type: 'dataset.affected' | 'dataset.quarantined' | 'backfill.planned' | 'backfill.verified',
  rest: string,
): Parsed {
  const [, dataset, detail = ''] = /^(\S+)\s*([\s\S]*)$/.exec(rest) ?? []
  if (dataset === undefined) return fail('Name the dataset, then say what: mart.profit_daily no rows for yesterday')
  if (detail === '') return fail(`Say in a few words what about ${dataset}.`)
  return fact({ type, data: { dataset, detail } })
}

function onSeverity(rest: string, scene: EntryScene): Parsed {
  const [, digit, reason = ''] = /^(?:sev-?)?([1-5])\b[\s,:]*([\s\S]*)$/i.exec(rest) ?? []
  if (digit === undefined) return fail('Give a severity from 1 to 5: /sev 2 investors see it')
  const to = Number(digit) as Severity
  if (to === scene.severity) return fail(`It is SEV-${to} already.`)
  return fact({ type: 'severity.changed', data: { from: scene.severity, to, ...(reason && { reason }) } })
}

function onCall(rest: string, scene: EntryScene): Parsed {
  const call = readCall(rest, scene.people)
  if (!call.ok) return call
  const { person, outcome, note } = call.value
  const notification = scene.notificationFor(person.id)
  const data = { person, notification, channel: 'phone', outcome } as const
  return fact({ type: 'call.made', data: { ...data, ...(note && { note }) } })
}

function onPublished(rest: string): Parsed {
  const [, published, detail = ''] = /^(yes|no|unknown)(?:\s*[,;:.\n][\s,;:.]*([\s\S]*))?$/i.exec(rest) ?? []
  if (published === undefined) {
    return fail('Has bad data been published? /published yes, no or unknown, then a comma before any more words')
  }
  const answer = published.toLowerCase() as 'yes' | 'no' | 'unknown'
  return fact({ type: 'publication.stated', data: { published: answer, ...(detail && { detail }) } })
}

function onAt(rest: string, scene: EntryScene): Parsed {
  const [, time = '', text = ''] = /^((?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}:\d{2}(?::\d{2})?)\s*([\s\S]*)$/.exec(rest) ?? []
  const occurredAt = saidTime(time, scene.zone, scene.nowMs)
  if (occurredAt === null) return fail('Give a time that has passed, then what happened: /at 08:15 restarted the job')
  if (text.trim() === '') return fail('Say what happened then.')
  const entry = parseEntry(text, scene)
  if (!entry.ok || entry.value.kind === 'pickFile') return entry
  if (entry.value.kind === 'evidence') return ok({ ...entry.value, occurredAt })
  return fact({ ...entry.value.fact, occurredAt })
}

function onCommand(name: SlashName, rest: string, scene: EntryScene): Parsed {
  switch (name) {
    case 'note':
      return rest === '' ? fail('Write the note after /note.') : fact({ type: 'note.added', data: { text: rest } })
    case 'evidence':
      return ok(rest === '' ? { kind: 'pickFile' } : { kind: 'evidence', text: rest, occurredAt: undefined })
    case 'decision':
      return rest === '' ? fail('Say what was decided.') : fact({ type: 'decision.made', data: { text: rest } })
    case 'hypothesis':
      return rest === '' ? fail('Say what you suspect.') : fact({ type: 'hypothesis.raised', data: { text: rest } })
    case 'ruled-out':
      return rest === '' ? fail('Say what it is not.') : fact({ type: 'hypothesis.ruledOut', data: { text: rest } })
    case 'status':
      return rest === '' ? fail('Write the update.') : fact({ type: 'status.updated', data: { text: rest } })
    case 'sev':
      return onSeverity(rest, scene)
    case 'call':
      return onCall(rest, scene)
    case 'at':
      return onAt(rest, scene)
    case 'star':
      return scene.lastEntry === null
        ? fail('There is no entry to star yet.')
        : fact({ type: 'entry.starred', data: { of: scene.lastEntry, starred: true } })
    case 'published':
      return onPublished(rest)
    case 'affected':
      return onDataset('dataset.affected', rest)
    case 'quarantined':
      return onDataset('dataset.quarantined', rest)
    case 'backfill':
      return onDataset('backfill.planned', rest)
    case 'verified':
      return onDataset('backfill.verified', rest)
    case 'action': {
      if (rest === '') return fail('Say what is to be done afterwards.')
      const data = { action: scene.newActionId(), what: rest, type: null, owner: null, due: null }
      return fact({ type: 'action.added', data })
    }
  }
}

/** Understands a line of the composer. The failure is one sentence that says how to write it. */
export function parseEntry(typed: string, scene: EntryScene): Parsed {
  const text = typed.trim()
  if (text === '') return fail('Write something first.')
  const [, name, rest = ''] = /^\/([a-z-]+)(?:\s+([\s\S]*))?$/i.exec(text) ?? []
  if (name === undefined) return fact({ type: 'note.added', data: { text } })
  const command = name.toLowerCase()
  if (!isSlashName(command)) return fail(`There is no command /${command}. Type / alone to see them.`)
  return onCommand(command, rest.trim(), scene)
}
