import { escapeMarkup } from './escape-markup.ts'
import { dayInWords } from './instant-in-words.ts'
import type { AbsentDocument, OfflineCopy, OfflineShare, TakenOut } from './offline-copy.ts'

/** More rows than these are folded away: what is in the copy stands above them. */
const UNFOLDED = 8

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

const shareInWords = ({ count, of }: OfflineShare): string =>
  of === 0
    ? 'none in the workspace'
    : count === 0
      ? `not in it, ${of} in the workspace`
      : count < of
        ? `${count} of ${of}`
        : `all ${of}`

const sum = (taken: readonly TakenOut[]): number => taken.reduce((all, { count }) => all + count, 0)

function takenInWords({ people, contactsTakenOut }: OfflineCopy): string {
  if (people?.length === 0) return 'nobody'
  if (people !== null) return counted(people.length, 'person').replace('persons', 'people')
  const places = sum(contactsTakenOut)
  return places === 0 ? 'not in it' : `not in it, and taken out of the texts in ${counted(places, 'place')}`
}

function reachInWords({ schedule, scheduleEndsAt, teamDoubt }: OfflineCopy): string {
  if (schedule === null) return 'not in it'
  if (scheduleEndsAt !== null) return `to ${dayInWords(scheduleEndsAt)}`
  return teamDoubt === null ? 'no rotation, so nobody is on call by plan' : 'not known'
}

function renderAbsent(absent: readonly AbsentDocument[]): string {
  if (absent.length === 0) return ''
  const rows = absent.map(({ path, why, documents }) => {
    const many = documents === 1 ? '' : `${documents} documents. `
    return `<li><span class="mono">${escapeMarkup(path)}</span><small>${many}${escapeMarkup(why)}</small></li>`
  })
  const all = absent.reduce((count, { documents }) => count + documents, 0)
  return `<details class="fold quiet absent"${absent.length > UNFOLDED ? '' : ' open'}><summary>${counted(all, 'document')} left out or unread</summary><ul>${rows.join('')}</ul></details>`
}

/** What of the workspace is in this copy and what is not, so that nobody looks for it in vain (B1). */
export function renderHoldings(copy: OfflineCopy): string {
  const { runbooks, reference, absent, linesMasked } = copy
  const lines = sum(linesMasked)
  const facts: readonly (readonly [string, string])[] = [
    ['Runbooks', shareInWords(runbooks)],
    ['Reference', shareInWords(reference)],
    ['Schedule', reachInWords(copy)],
    ['Contacts', takenInWords(copy)],
    ...(lines === 0
      ? []
      : [['Secrets', `${counted(lines, 'line')} left out of ${counted(linesMasked.length, 'document')}`] as const]),
  ]
  const rows = facts.map(([name, words]) => `<div><dt>${name}</dt><dd>${words}</dd></div>`)
  return `<section class="shelf holdings"><h2>What is in this copy</h2><dl>${rows.join('')}</dl>${renderAbsent(absent)}</section>`
}
