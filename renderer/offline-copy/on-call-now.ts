import { dayInWords } from '../../shared/bundle/instant-in-words.ts'
import type { OfflineDuty, OfflineRotation } from '../../shared/bundle/offline-copy.ts'
import type { PageData } from '../../shared/bundle/page-data.ts'
import { stalenessAt } from '../../shared/bundle/staleness.ts'
import { telephoneLink } from '../../shared/bundle/telephone-link.ts'
import { element, elements } from './element.ts'
import { lookAgain } from './look-again.ts'

const MINUTE_MS = 60_000

function timeIn(timezone: string, nowMs: number): string | null {
  try {
    const shape = { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    return new Intl.DateTimeFormat('en-GB', shape).format(nowMs)
  } catch {
    return null
  }
}

function dutyLine(role: string, { person, name, why }: OfflineDuty, data: PageData, nowMs: number): HTMLElement {
  const { phone, timezone } = data.people[person ?? ''] ?? { phone: null, timezone: null }
  const time = timezone === null ? null : timeIn(timezone, nowMs)
  const dial = phone === null ? null : telephoneLink(phone)
  const who = element(
    'div',
    { class: 'on-duty' },
    element('span', { class: 'caption' }, role),
    element('strong', {}, name),
  )
  if (person === null) who.append(element('small', {}, why))
  if (time !== null) who.append(element('small', { class: 'num' }, `${time} for them`))
  const line = element('div', { class: person === null ? 'duty gap' : 'duty' }, who)
  if (phone !== null && dial !== null) {
    line.append(element('a', { class: 'call num', href: dial, 'aria-label': `Call ${name}, ${phone}` }, phone))
  }
  return line
}

/** Why the copy cannot say who answers; null where it can. */
function whyUnknown(data: PageData, nowMs: number, isCovered: boolean): string | null {
  const { state, isScheduleOver } = stalenessAt(data, nowMs)
  if (state === 'clockBehind') return "This device's clock stands before the copy was made."
  if (isScheduleOver && data.scheduleEndsAt !== null)
    return `The schedule in this copy ended on ${dayInWords(data.scheduleEndsAt)}.`
  return isCovered ? null : 'The schedule in this copy does not reach to the present day.'
}

const holds = (nowMs: number, startsAt: string, endsAt: string): boolean =>
  nowMs >= Date.parse(startsAt) && nowMs < Date.parse(endsAt)

function card(rotation: OfflineRotation, data: PageData, nowMs: number, isOnlyOne: boolean): HTMLElement {
  const shift = rotation.shifts.find(({ startsAt, endsAt }) => holds(nowMs, startsAt, endsAt))
  const why = whyUnknown(data, nowMs, shift !== undefined)
  const title = isOnlyOne ? 'On call now' : `On call now, ${rotation.name}`
  if (shift === undefined || why !== null) {
    return element(
      'div',
      { class: 'now' },
      element('span', { class: 'caption' }, title),
      element('strong', { class: 'gap' }, 'Not known'),
      element('small', {}, why ?? ''),
    )
  }
  return element(
    'div',
    { class: 'now' },
    dutyLine(title, shift.primary, data, nowMs),
    dutyLine('Backup', shift.backup, data, nowMs),
    element('small', { class: 'num until' }, `Until ${shift.to} (${rotation.timezone.replaceAll('_', ' ')})`),
    element('small', { class: 'until' }, `As planned on ${dayInWords(data.madeAt)}. Swaps made since are not in it.`),
  )
}

function show(data: PageData, places: readonly HTMLElement[]): void {
  const nowMs = Date.now()
  for (const place of places) {
    const isOnlyOne = data.rotations.length === 1
    const links = () => elements('a', place)
    const on = links().findIndex((link) => link.matches(':focus'))
    place.replaceChildren(...data.rotations.map((rotation) => card(rotation, data, nowMs, isOnlyOne)))
    if (on !== -1) links()[on]?.focus({ preventScroll: true })
  }
  const isClockRight = stalenessAt(data, nowMs).state !== 'clockBehind'
  for (const row of elements('#schedule tr[data-from]')) {
    const { from = '', to = '' } = row.dataset
    row.classList.toggle('present', isClockRight && holds(nowMs, from, to))
    row.classList.toggle('past', nowMs >= Date.parse(to))
  }
  for (const zone of elements('#contacts [data-zone]')) {
    const time = timeIn(zone.dataset.zone ?? '', nowMs)
    const name = (zone.dataset.zone ?? '').replaceAll('_', ' ')
    zone.replaceChildren(...(time === null ? [] : [element('span', { class: 'live' }, `${time} for them, `)]), name)
  }
}

/** Who answers now, with a number to touch, above the shelves and above the schedule; it moves on with the clock. */
export function showOnCallNow(data: PageData): void {
  if (data.rotations.length === 0) return
  const shelves = document.getElementById('shelves')
  const aboveShelves = element('div', { class: 'at-hand' })
  shelves?.prepend(aboveShelves)
  const places = [aboveShelves, ...elements('#now')]
  show(data, places)
  lookAgain(MINUTE_MS, () => show(data, places))
}
