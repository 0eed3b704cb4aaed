import type { LibraryDocument } from '../contract/answers.ts'
import type { Problem } from '../kit/problem.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import { parseRunbook } from '../runbook/parse-runbook.ts'
import type { Runbook } from '../runbook/runbook.ts'
import type { Contact, Team } from '../schedule/team.ts'
import { toIso } from '../schedule/wall-clock.ts'
import { findBundleSecrets } from './find-bundle-secrets.ts'
import { contactsLeftOut } from './leave-out-contacts.ts'
import type { OfflineChoice, OfflineCopy, OfflinePerson, OfflineSchedule } from './offline-copy.ts'
import { offlineDocument } from './offline-documents.ts'
import { offlineSchedule, onCallIds } from './offline-schedule.ts'

/** What a copy is made from: a workspace as it was read. */
export type OfflineSource = {
  readonly team: Team
  readonly problems: readonly Problem[]
  readonly runbooks: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
}

const WEEK_MS = 7 * 86_400_000
const MINUTE_MS = 60_000

type Reachable = Pick<Contact, 'name' | 'id' | 'email' | 'phone' | 'slack' | 'timezone' | 'note'>

const offlinePerson = ({ id, name, timezone, phone, email, slack, note }: Reachable): OfflinePerson => ({
  id: id ?? '',
  name,
  timezone: timezone ?? null,
  phone: phone ?? null,
  email: email ?? null,
  slack: slack ?? null,
  note: note ?? null,
})

/** Those who are on call in these weeks come first: they are whom the reader wants at 3 am. */
function peopleOf(team: Team, schedule: OfflineSchedule): OfflinePerson[] {
  const first = onCallIds(schedule, team)
  const people = team.people.toSorted((one, other) => Number(first.has(other.id)) - Number(first.has(one.id)))
  return [...people, ...team.contacts].map(offlinePerson)
}

function wantedDocuments({ documents }: OfflineSource, choice: OfflineChoice): readonly LibraryDocument[] {
  const kinds = { runbook: choice.parts.includes('runbooks'), reference: choice.parts.includes('reference') }
  return documents.filter(({ kind }) => kinds[kind])
}

/**
 * Makes the offline copy of a workspace at an instant (epoch ms, cut to the minute), or names the places of the secrets that
 * keep it from being made. Pure: the same workspace, choice and minute give the same copy.
 */
export function composeOfflineCopy(
  source: OfflineSource,
  choice: OfflineChoice,
  nowMs: number,
): Result<OfflineCopy, readonly Problem[]> {
  const madeAtMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const staleAtMs = madeAtMs + choice.weeks * WEEK_MS
  const read = new Map(source.runbooks.map((runbook) => [runbook.path, runbook]))
  const runbookOf = ({ path, text }: { readonly path: string; readonly text: string }): Runbook => {
    const known = read.get(path)
    if (known !== undefined && known.text === text) return known
    const parsed = parseRunbook({ path, text })
    read.set(path, parsed)
    return parsed
  }
  const wanted = wantedDocuments(source, choice)
  const secrets = findBundleSecrets(wanted, runbookOf, source.problems)
  if (secrets.length > 0) return fail(secrets)
  const clean = choice.contacts ? (text: string): string => text : contactsLeftOut(source.team)
  const anchors = new Map(wanted.map(({ path }, index) => [path, `d${index + 1}`]))
  const today = toIso(madeAtMs).slice(0, 10)
  const schedule = choice.parts.includes('schedule') ? offlineSchedule(source.team, madeAtMs, staleAtMs, clean) : null
  const documents = wanted.map((document) => {
    const runbook = runbookOf({ path: document.path, text: clean(document.text) })
    return offlineDocument({ ...document, tags: document.tags.map(clean) }, runbook, source.team, today, anchors)
  })
  const people = choice.contacts && schedule !== null ? peopleOf(source.team, schedule) : null
  return ok({ madeAt: toIso(madeAtMs), staleAt: toIso(staleAtMs), documents, schedule, people })
}
