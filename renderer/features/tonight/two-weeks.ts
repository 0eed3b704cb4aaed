import { holidayOn } from '../../../shared/schedule/holidays.ts'
import { whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import type { Person, Team } from '../../../shared/schedule/team.ts'
import { dayKey } from '../../ui/time-words.ts'

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

const firstName = (person: Person | null): string => person?.name ?? 'nobody'

/** The next fourteen days in the reader's zone, and the findings that fall into them (S3, S4). */
export function nextTwoWeeks(team: Team, me: Person | null, nowMs: number, zone: string) {
  const rotation = team.rotations[0]
  const findings = scheduleFindings(team, nowMs, nowMs + DAYS * DAY_MS).filter(({ severity }) => severity !== 'note')
  const whyByDate = new Map<string, string[]>()
  for (const { date, why } of findings) whyByDate.set(date, [...(whyByDate.get(date) ?? []), why])
  const cells = Array.from({ length: DAYS }, (_, index): DayCell => {
    const atMs = nowMs + index * DAY_MS
    const key = dayKey(atMs, zone)
    const primary = rotation === undefined ? null : whoIsOnCall(rotation, team, atMs).primary
    const person = primary?.kind === 'person' ? primary.person : null
    const holiday = person === null ? null : (holidayOn(person, atMs)?.name ?? null)
    const trouble = whyByDate.has(key)
    const why = [`${firstName(person)} on call`, holiday, ...(whyByDate.get(key) ?? [])]
    return {
      key,
      day: String(Number(key.slice(8))),
      isMine: person !== null && person.id === me?.id,
      risk: trouble || person === null ? 'trouble' : holiday === null ? 'none' : 'holiday',
      words: `${key}: ${why.filter((each) => each !== null).join('. ')}`,
    }
  })
  const risks = findings.map(
    ({ id, date, why, severity }): RiskLine => ({ id, date, words: why, isError: severity === 'error' }),
  )
  return { cells, risks }
}
