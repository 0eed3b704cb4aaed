import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { type CalendarScope, exportCalendar } from '../../shared/schedule/calendar/export-calendar.ts'
import type { HostContext } from './host-context.ts'
import { putFile } from './put-file.ts'
import { refuse } from './refuse.ts'

const DAY_MS = 86_400_000
/** The week before, so that an open turn is whole in it, and a year ahead. */
const BEFORE_MS = 7 * DAY_MS
const AHEAD_MS = 366 * DAY_MS

const nameOf = (scope: CalendarScope): string => {
  const of = scope.kind === 'person' ? scope.personId : scope.kind === 'rotation' ? scope.rotationId : 'everything'
  return `on-call-${of.replace(/[^\p{L}\p{N}-]+/gu, '-')}.ics`
}

/** Writes an iCalendar file under `<data>/exports/calendar/`, whole or not at all, and gives its text for a download (S5). */
export function exportCalendarFile(context: HostContext, scope: CalendarScope): Reply<CallOutput<'calendar.export'>> {
  const nowMs = context.clock.nowMs()
  const text = exportCalendar(context.workspace.team(), scope, nowMs - BEFORE_MS, nowMs + AHEAD_MS, nowMs)
  if (!text.ok) return refuse('notFound', text.error, 'Nothing was written. Look at the schedule in team.yaml.')
  const name = nameOf(scope)
  const folder = join(context.dataFolder, 'exports', 'calendar')
  const file = join(folder, name)
  try {
    mkdirSync(folder, { recursive: true })
    putFile(file, text.value)
  } catch (error) {
    const reason = reasonOf(error)
    return refuse(
      'notSaved',
      `The calendar was not written: ${reason}`,
      'Make room or check the folder, then try again.',
    )
  }
  return { ok: true, value: { file, name, text: text.value } }
}
