import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CalendarScope, exportCalendar } from '../../shared/schedule/calendar/export-calendar.ts'
import { type OnCallEntry, shiftsBetween, whoIsOnCall } from '../../shared/schedule/on-call.ts'
import type { Person, Team } from '../../shared/schedule/team.ts'
import { loadTeam } from '../host/workspace-team.ts'
import { problemInWords } from './check-formats.ts'
import { placeToWrite, writeInPlace } from './place-to-write.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import { type ExitCode, harmless, type Terminal, UsageError } from './terminal.ts'

export type OncallOptions = PlaceOptions & {
  readonly at?: string
  readonly who?: string
  readonly ics?: boolean | string
  readonly until?: string
}

const WEEK_MS = 7 * 86_400_000
/** What `--who` looks through, and what `--ics` holds, when no end is given. */
const WEEKS_AHEAD = { who: 12, ics: 52 } as const

const minute = (at: string): string => `${at.slice(0, 16).replace('T', ' ')}Z`

function inWords(role: string, entry: OnCallEntry): string {
  if (entry.kind === 'gap') return `${role}: nobody (${entry.reason})`
  const phone = entry.person.phone ?? 'no phone'
  return `${role}: ${entry.person.name}, ${phone}, until ${entry.shift.endsAt.slice(0, 16)}Z. ${entry.why}`
}

function instantOf(at: string | undefined, otherwiseMs: number, option: string): number {
  const atMs = at === undefined ? otherwiseMs : Date.parse(at)
  if (Number.isNaN(atMs)) {
    throw new UsageError(`"${at}" is no time. Give an ISO 8601 instant, for example --${option} 2026-12-25T03:00:00Z`)
  }
  return atMs
}

/** The person meant by an id, a name or an address, in any case. */
function personOf(team: Team, named: string): Person {
  const wanted = named.toLowerCase()
  const found = team.people.filter(({ id, name, email }) =>
    [id, name, email ?? ''].some((each) => each.toLowerCase() === wanted),
  )
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const what = found.length === 0 ? 'Nobody' : 'More than one person'
  throw new UsageError(
    `${what} in team.yaml is called "${named}". Give an id: ${team.people.map(({ id }) => id).join(', ')}`,
  )
}

type Turn = {
  readonly rotation: string
  readonly role: string
  readonly from: string
  readonly to: string
  readonly why: string
}

function turnsOf(team: Team, person: Person, fromMs: number, toMs: number): readonly Turn[] {
  const turns = team.rotations.flatMap((rotation) =>
    shiftsBetween(rotation, team, fromMs, toMs).flatMap(({ primary, backup }) =>
      [primary, backup].flatMap((entry): Turn[] =>
        entry.kind === 'person' && entry.person.id === person.id
          ? [
              {
                rotation: rotation.name,
                role: entry.role === 'primary' ? 'on call' : 'backup',
                from: entry.shift.startsAt,
                to: entry.shift.endsAt,
                why: entry.why,
              },
            ]
          : [],
      ),
    ),
  )
  const unique = new Map(turns.map((turn) => [`${turn.rotation} ${turn.role} ${turn.from}`, turn]))
  return [...unique.values()].toSorted((one, other) => one.from.localeCompare(other.from))
}

function sayTurns(
  team: Team,
  person: Person,
  fromMs: number,
  toMs: number,
  isJson: boolean,
  terminal: Terminal,
): ExitCode {
  const turns = turnsOf(team, person, fromMs, toMs)
  if (isJson) terminal.out(JSON.stringify({ person: person.id, until: new Date(toMs).toISOString(), turns }, null, 2))
  else if (turns.length === 0) terminal.out(`${person.name} has no turn until ${minute(new Date(toMs).toISOString())}.`)
  else for (const { role, from, to, why } of turns) terminal.out(`${minute(from)} to ${minute(to)}  ${role}. ${why}`)
  return 0
}

function writeCalendar(
  team: Team,
  options: OncallOptions,
  span: { readonly fromMs: number; readonly toMs: number },
  nowMs: number,
  terminal: Terminal,
): ExitCode {
  const scope: CalendarScope =
    options.who === undefined ? { kind: 'everything' } : { kind: 'person', personId: personOf(team, options.who).id }
  const calendar = exportCalendar(team, scope, span.fromMs, span.toMs, nowMs)
  if (!calendar.ok) throw new UsageError(calendar.error)
  if (typeof options.ics === 'string') {
    const file = placeToWrite(options.ics, '--ics')
    writeInPlace(file, calendar.value, '--ics')
    terminal.error(`Written to ${file}`)
  } else terminal.out(calendar.value.replace(/\n$/, ''))
  return 0
}

/** The team, and how the command ends where nothing else is wrong: with an error in it an answer may be wrong, as when a swap could not be read. */
function teamIn(folder: string, { error }: Pick<Terminal, 'error'>): { readonly team: Team; readonly code: ExitCode } {
  if (!existsSync(join(folder, 'team.yaml'))) {
    throw new UsageError(
      `There is no team.yaml in ${folder}, so nobody is known. Give the folder that has one with --workspace DIR.`,
    )
  }
  const { team, problems } = loadTeam(folder, null)
  const errors = problems.filter(({ severity }) => severity === 'error')
  for (const problem of errors) error(problemInWords(problem, problem.file))
  if (errors.length > 0) error('team.yaml has errors, so this may be wrong. nightdesk check shows all that is wrong.')
  return { team, code: errors.length > 0 ? 1 : 0 }
}

function sayWhoIsOnCall(team: Team, atMs: number, isJson: boolean, terminal: Terminal): ExitCode {
  const answers = team.rotations.map((rotation) => ({ rotation: rotation.name, ...whoIsOnCall(rotation, team, atMs) }))
  if (isJson) terminal.out(JSON.stringify({ at: new Date(atMs).toISOString(), rotations: answers }, null, 2))
  else {
    for (const { rotation, primary, backup } of answers) {
      if (answers.length > 1) terminal.out(rotation)
      terminal.out(inWords('on call', primary))
      terminal.out(inWords('backup', backup))
    }
  }
  return answers.some(({ primary }) => primary.kind === 'gap') ? 1 : 0
}

/**
 * `nightdesk oncall [--at ISO]`: who is on call in each rotation. `--who PERSON` lists their turns, `--ics [FILE]` writes a calendar, of everything or of that
 * person, both `--until ISO`. 1 when somebody is missing, or when team.yaml has errors, which are told first.
 */
export function runOncall(options: OncallOptions, raw: Terminal, nowMs: number): ExitCode {
  const terminal = harmless(raw)
  const atMs = instantOf(options.at, nowMs, 'at')
  const { team, code } = teamIn(workspaceOf(options, terminal), terminal)
  if (team.rotations.length === 0) throw new UsageError('This workspace has no rotation. Add one to team.yaml.')
  const wantsCalendar = options.ics !== undefined && options.ics !== false
  const untilMs = instantOf(options.until, atMs + WEEKS_AHEAD[wantsCalendar ? 'ics' : 'who'] * WEEK_MS, 'until')
  if (untilMs <= atMs) throw new UsageError('--until is before the time that it counts from.')
  if (wantsCalendar) return writeCalendar(team, options, { fromMs: atMs, toMs: untilMs }, nowMs, raw) || code
  const isJson = options.json === true
  if (options.who !== undefined) {
    return sayTurns(team, personOf(team, options.who), atMs, untilMs, isJson, terminal) || code
  }
  if (options.until !== undefined) throw new UsageError('--until goes with --who or --ics.')
  return sayWhoIsOnCall(team, atMs, isJson, terminal) || code
}
