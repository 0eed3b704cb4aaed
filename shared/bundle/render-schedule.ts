import { dateInWords } from '../schedule/wall-clock.ts'
import { escapeMarkup } from './escape-markup.ts'
import type { OfflineCopy, OfflineDuty, OfflineOwnership, OfflineRotation, OfflineSchedule } from './offline-copy.ts'
import { renderScheduleAge } from './render-age.ts'

const severityWords: Readonly<Record<string, string>> = { error: 'To settle', warning: 'Look at', note: 'Good to know' }

const cell = (heading: string, content: string): string => `<td data-heading="${escapeMarkup(heading)}">${content}</td>`

const dutyCell = (role: string, { person, name, why }: OfflineDuty): string =>
  cell(
    role,
    `<span class="${person === null ? 'gap' : 'who'}">${escapeMarkup(name)}</span><small>${escapeMarkup(why)}</small>`,
  )

function renderRotation({ name, timezone, shifts }: OfflineRotation, isOnlyOne: boolean): string {
  const rows = shifts.map(
    ({ startsAt, endsAt, from, to, primary, backup }) =>
      `<tr data-from="${startsAt}" data-to="${endsAt}">${cell('From', `<span class="num">${escapeMarkup(from)}</span>`)}${cell('To', `<span class="num">${escapeMarkup(to)}</span>`)}${dutyCell('On call', primary)}${dutyCell('Backup', backup)}</tr>`,
  )
  const zone = escapeMarkup(timezone.replaceAll('_', ' '))
  return `<h2>${escapeMarkup(isOnlyOne ? 'The next weeks' : name)}</h2><p class="dim">Times of ${zone}.</p><table class="rows"><thead><tr><th scope="col">From</th><th scope="col">To</th><th scope="col">On call</th><th scope="col">Backup</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

function renderOwners(owners: readonly OfflineOwnership[]): string {
  if (owners.length === 0) return ''
  const rows = owners.map(
    ({ name, primary, secondary, lead, sla }) =>
      `<tr>${cell('Pipeline', `<strong>${escapeMarkup(name)}</strong>`)}${cell('Primary', escapeMarkup(primary))}${cell('Secondary', escapeMarkup(secondary ?? 'nobody'))}${cell('Lead', escapeMarkup(lead ?? 'nobody'))}${cell('Due', escapeMarkup(sla ?? 'no deadline'))}</tr>`,
  )
  return `<h2>Who owns what</h2><table class="rows"><thead><tr><th scope="col">Pipeline</th><th scope="col">Primary</th><th scope="col">Secondary</th><th scope="col">Lead</th><th scope="col">Due</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const dated = (date: string, words: string, more: string): string =>
  `<li><span class="num date">${escapeMarkup(dateInWords(date))}</span><span>${escapeMarkup(words)}<small>${escapeMarkup(more)}</small></span></li>`

const noRotation = (isInDoubt: boolean): string =>
  isInDoubt
    ? '<p class="gap">No rotation could be read from team.yaml, so this copy does not know who is on call.</p>'
    : '<p>This team has no rotation, so nobody is on call by plan.</p>'

/** Who is on call over the weeks of the copy, their holidays, what is to be settled, and who owns what. */
export function renderSchedule(
  { rotations, holidays, findings, owners }: OfflineSchedule,
  { madeAt, scheduleEndsAt, teamDoubt }: Pick<OfflineCopy, 'madeAt' | 'scheduleEndsAt' | 'teamDoubt'>,
): string {
  const weeks =
    rotations.length === 0
      ? noRotation(teamDoubt !== null)
      : rotations.map((rotation) => renderRotation(rotation, rotations.length === 1)).join('')
  const feasts =
    holidays.length === 0
      ? ''
      : `<h2>Holidays of those on call</h2><ul class="dated">${holidays.map(({ date, name, who }) => dated(date, name, who.join(', '))).join('')}</ul>`
  const found =
    findings.length === 0
      ? ''
      : `<h2>Findings</h2><ul class="dated">${findings.map(({ date, severity, why }) => dated(date, why, severityWords[severity] ?? severity)).join('')}</ul>`
  return `<section class="view" id="schedule" aria-labelledby="schedule-title"><h1 id="schedule-title">On call</h1>${scheduleEndsAt === null || rotations.length === 0 ? '' : renderScheduleAge(madeAt, scheduleEndsAt)}<section id="now" aria-label="On call now"></section>${weeks}${found}${feasts}${renderOwners(owners)}</section>`
}
