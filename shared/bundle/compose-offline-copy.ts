import type { LibraryDocument } from '../contract/answers.ts'
import type { Problem } from '../kit/problem.ts'
import { fail, ok, type Result } from '../kit/result.ts'
import type { Contact, Team } from '../schedule/team.ts'
import { toIso } from '../schedule/wall-clock.ts'
import { cleanTeamNames } from './clean-team-names.ts'
import { lackOfTeam, noTeamFile, standingOfTeam, type TeamStanding } from './doubt-of-team.ts'
import { findTeamSecrets } from './find-bundle-secrets.ts'
import { contactsLeftOut } from './leave-out-contacts.ts'
import {
  LONGEST_AGE_DAYS,
  type OfflineChoice,
  type OfflineCopy,
  type OfflinePerson,
  type OfflineSchedule,
  type OfflineShare,
} from './offline-copy.ts'
import { offlineDocument } from './offline-documents.ts'
import { offlineSchedule, onCallIds, type ScheduleWords } from './offline-schedule.ts'
import { offlineShelves } from './offline-shelves.ts'
import {
  absentDocuments,
  type ChosenDocuments,
  chooseDocuments,
  type OfflineSource,
  readerOf,
} from './offline-source.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const MINUTE_MS = 60_000
const UNKNOWN_LEFT = ' Ways to reach people who could not be read may still stand in the texts.'

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

/** Takes contacts out of texts, or leaves them as they are, and counts by file. */
function contactCleaner(team: Team, keep: boolean) {
  const leaveOut = contactsLeftOut(team)
  const counts = new Map<string, number>()
  const clean = (file: string, text: string): string => {
    if (keep) return text
    const cleaned = leaveOut(text)
    if (cleaned.count > 0) counts.set(file, (counts.get(file) ?? 0) + cleaned.count)
    return cleaned.text
  }
  return { clean, takenOut: () => [...counts].map(([file, count]) => ({ file, count })) }
}

function shareOf(wanted: LibraryDocument['kind'], chosen: ChosenDocuments, source: OfflineSource): OfflineShare {
  const count = (documents: readonly LibraryDocument[]): number =>
    documents.filter(({ kind }) => kind === wanted).length
  return { count: count(chosen.documents), of: count(source.documents) }
}

/** What was asked for of what team.yaml gives. */
const wantedOfTeam = ({ parts, contacts }: OfflineChoice): readonly ('schedule' | 'contacts')[] =>
  (['schedule', 'contacts'] as const).filter((part) => parts.includes(part) && (part === 'schedule' || contacts))

/** What keeps the copy from being made. */
function obstaclesTo(
  choice: OfflineChoice,
  problems: readonly Problem[],
  { isMissing, errors }: TeamStanding,
  { secrets }: ChosenDocuments,
): readonly Problem[] {
  const wantsDocuments = choice.parts.includes('runbooks') || choice.parts.includes('reference')
  return [
    ...(isMissing && !wantsDocuments ? [noTeamFile] : []),
    ...(choice.despiteErrors ? [] : errors),
    ...(choice.maskSecrets ? [] : findTeamSecrets(problems)),
    ...secrets,
  ]
}

/**
 * Makes the offline copy of a workspace at an instant (epoch ms, cut to the minute), or names what keeps it from being made: secrets
 * (B7) and errors of team.yaml (B10), each with its place. Pure: the same workspace, choice and minute give the same copy.
 */
export function composeOfflineCopy(
  source: OfflineSource,
  choice: OfflineChoice,
  nowMs: number,
): Result<OfflineCopy, readonly Problem[]> {
  const { problems } = source
  const madeAtMs = Math.floor(nowMs / MINUTE_MS) * MINUTE_MS
  const endsAtMs = madeAtMs + choice.weeks * WEEK_MS
  const read = readerOf(source)
  const standing = standingOfTeam(problems, source.teamAsOf ?? null)
  const chosen = chooseDocuments(source, choice, read)
  const obstacles = obstaclesTo(choice, problems, standing, chosen)
  if (obstacles.length > 0) return fail(obstacles)
  const { clean, takenOut } = contactCleaner(source.team, choice.contacts)
  const cleanTeam = (text: string): string => clean('team.yaml', text)
  const team = cleanTeamNames(source.team, cleanTeam)
  const anchors = new Map(chosen.documents.map(({ path }, index) => [path, `d${index + 1}`]))
  const today = toIso(madeAtMs).slice(0, 10)
  const documents = chosen.documents.map(({ kind, path, text }) =>
    offlineDocument(kind, read({ path, text: clean(path, text) }), team, today, anchors),
  )
  const wanted = wantedOfTeam(choice)
  const hasSchedule = wanted.includes('schedule') && !standing.isMissing
  const hasPeople = wanted.includes('contacts') && !standing.isMissing
  // Where nobody is asked for, and no number is to be found in the texts, it does not matter that nobody is named.
  const isInDoubt = standing.doubt !== null && (!standing.isEmpty || wanted.length > 0 || !choice.contacts)
  const words: ScheduleWords = {
    clean: (text) => (hasSchedule ? cleanTeam(text) : text),
    gap: standing.errors.length > 0 ? 'Not known' : 'Nobody',
  }
  const schedule = hasSchedule || hasPeople ? offlineSchedule(team, madeAtMs, endsAtMs, words) : null
  return ok({
    madeAt: toIso(madeAtMs),
    staleAt: toIso(madeAtMs + LONGEST_AGE_DAYS * DAY_MS),
    scheduleEndsAt: hasSchedule && team.rotations.length > 0 ? toIso(endsAtMs) : null,
    documents,
    shelves: offlineShelves(documents, team.pipelines),
    schedule: hasSchedule ? schedule : null,
    people: hasPeople && schedule !== null ? peopleOf(team, schedule) : null,
    teamDoubt: isInDoubt ? `${standing.doubt}${choice.contacts ? '' : UNKNOWN_LEFT}` : null,
    teamLack: lackOfTeam(wanted, standing, team.rotations.length > 0),
    runbooks: shareOf('runbook', chosen, source),
    reference: shareOf('reference', chosen, source),
    absent: absentDocuments(source, choice),
    contactsTakenOut: takenOut(),
    linesMasked: chosen.linesMasked,
  })
}
