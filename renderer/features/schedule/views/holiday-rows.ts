import type { Person } from '../../../../shared/schedule/team.ts'
import type { Block, Lane, Mark } from '../picture/lanes.ts'
import { sharedPart } from '../window-of-weeks.ts'

/** How a person stands to a holiday: on call on it, backup, away, free on it, or it is no holiday where they are. */
export type Standing = 'onCall' | 'backup' | 'away' | 'off' | 'working'

/** A date that is a holiday for somebody with turns, and how everybody stands to it. */
export type HolidayRow = {
  readonly date: string
  readonly names: readonly string[]
  readonly isMajor: boolean
  readonly people: readonly { readonly person: Person; readonly hasHoliday: boolean; readonly standing: Standing }[]
}

const dateOf = (mark: Mark): string => mark.words.slice(-10)
const nameOf = (mark: Mark): string => mark.words.slice(0, -12)

function standingOf(lane: Lane, mark: Mark | undefined, day: Mark): Standing {
  const during = mark ?? day
  const has = (role: Block['role']): boolean =>
    lane.blocks.some((block) => block.role === role && sharedPart(block, during) !== null)
  if (has('primary')) return 'onCall'
  if (has('backup')) return 'backup'
  if (lane.marks.some((each) => each.kind === 'leave' && sharedPart(each, during) !== null)) return 'away'
  return mark === undefined ? 'working' : 'off'
}

/** The holidays of everybody with turns by date: who has it, and who works on it. */
export function holidayRows(lanes: readonly Lane[], isMajorOnly: boolean): readonly HolidayRow[] {
  const dates = new Map<string, { marks: Mark[]; byPerson: Map<string, Mark> }>()
  for (const { person, marks } of lanes) {
    if (person === null) continue
    for (const mark of marks) {
      if (mark.kind === 'leave') continue
      const entry = dates.get(dateOf(mark)) ?? { marks: [], byPerson: new Map<string, Mark>() }
      entry.marks.push(mark)
      entry.byPerson.set(person.id, mark)
      dates.set(dateOf(mark), entry)
    }
  }
  return [...dates]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .flatMap(([date, { marks, byPerson }]): HolidayRow[] => {
      const isMajor = marks.some(({ kind }) => kind === 'majorHoliday')
      const [day] = marks
      if (day === undefined || (isMajorOnly && !isMajor)) return []
      const people = lanes.flatMap((lane) => {
        if (lane.person === null) return []
        const mark = byPerson.get(lane.person.id)
        return [{ person: lane.person, hasHoliday: mark !== undefined, standing: standingOf(lane, mark, day) }]
      })
      return [{ date, names: [...new Set(marks.map(nameOf))], isMajor, people }]
    })
}
