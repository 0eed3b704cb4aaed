import { holidayOn } from '../../../shared/schedule/holidays.ts'
import { type OnCallEntry, whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import type { Person, Rotation, Team } from '../../../shared/schedule/team.ts'
import { dateAt, timeAt, wallTimeOfDay } from '../../../shared/schedule/wall-clock.ts'
import { dayNumberAt } from '../../../shared/schedule/zone-clock.ts'

const DAY_MS = 86_400_000
const DAYS = 14

/** One day of the strip: whose it is, and what speaks against it. */
export type DayCell = {
  readonly key: string
  readonly day: string
  readonly isMine: boolean
  readonly risk: 'none' | 'holiday' | 'trouble'
  readonly words: string
}

/** A thing to settle before the night comes, as one line. */
export type RiskLine = { readonly id: string; readonly date: string; readonly words: string; readonly isError: boolean }

type Duty = { readonly rotation: Rotation; readonly primary: OnCallEntry; readonly person: Person | null }

/** Who has each rotation at an instant (epoch ms). */
const dutiesAt = (team: Team, atMs: number): readonly Duty[] =>
  team.rotations.map((rotation) => {
    const { primary } = whoIsOnCall(rotation, team, atMs)
    return { rotation, primary, person: primary.kind === 'person' ? primary.person : null }
  })

const dutyWords = ({ rotation, person }: Duty, isOne: boolean): string =>
  `${isOne ? '' : `${rotation.name}: `}${person?.name ?? 'nobody'} on call`

/** Nobody has it, and not because it was agreed so. */
const isGap = ({ primary }: Duty): boolean => primary.kind === 'gap' && primary.cause !== 'outside-hours'

/** The next fourteen days in the reader's zone, and the findings that fall into them (S3, S4). */
export function nextTwoWeeks(team: Team, me: Person | null, nowMs: number, zone: string) {
  const findings = scheduleFindings(team, nowMs, nowMs + DAYS * DAY_MS).filter(({ severity }) => severity !== 'note')
  const whyByDate = new Map<string, string[]>()
  for (const { date, why } of findings) whyByDate.set(date, [...(whyByDate.get(date) ?? []), why])
  const today = dayNumberAt(nowMs, zone)
  const cells = Array.from({ length: DAYS }, (_, index): DayCell => {
    const atMs = index === 0 ? nowMs : wallTimeOfDay(today + index, timeAt(nowMs, zone), zone)
    const key = dateAt(atMs, zone)
    const duties = dutiesAt(team, atMs)
    const holidays = duties.flatMap(({ person }) => (person === null ? [] : (holidayOn(person, atMs)?.name ?? [])))
    const trouble = whyByDate.has(key) || duties.some(isGap)
    const why = [
      ...duties.map((duty) => dutyWords(duty, duties.length === 1)),
      ...new Set(holidays),
      ...(whyByDate.get(key) ?? []),
    ]
    return {
      key,
      day: String(Number(key.slice(8))),
      isMine: duties.some(({ person }) => person !== null && person.id === me?.id),
      risk: trouble ? 'trouble' : holidays.length === 0 ? 'none' : 'holiday',
      words: `${key}: ${why.join('. ')}`,
    }
  })
  const risks = findings.map(
    ({ id, date, why, severity }): RiskLine => ({ id, date, words: why, isError: severity === 'error' }),
  )
  return { cells, risks }
}
