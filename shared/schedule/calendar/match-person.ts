import { findPerson, type Person, type Team } from '../team.ts'
import type { CalendarEvent } from './read-calendar.ts'

/** What a person answered in the dialog: the id for each title that could not be told; '' means leave it out. */
export type TitleMapping = Readonly<Record<string, string>>

/** A name without case, accents and punctuation, so that O'Brien and O’Brien are one. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.\s-]/gu, '')
    .replace(/[\s-]+/g, ' ')
    .trim()

const namesOf = ({ id, name, email }: Person): readonly string[] =>
  [id, name, ...(email === undefined ? [] : [email, email.split('@')[0] ?? ''])].map(plainName)

/**
 * Whose an event is: by the mapping, by a title that is a name, an id or an address, or by an address among its people.
 * Undefined when nobody or more than one fits: then a person has to say.
 */
export function matchPerson(
  team: Team,
  event: CalendarEvent,
  title: string,
  mapping: TitleMapping,
): Person | undefined {
  const mapped = Object.hasOwn(mapping, title) ? mapping[title] : undefined
  if (mapped !== undefined) return findPerson(team, mapped)
  const wanted = plainName(title)
  const exact = team.people.filter((person) => namesOf(person).includes(wanted))
  if (exact.length === 1) return exact[0]
  const byEmail = team.people.filter(({ email }) => email !== undefined && event.emails.includes(email.toLowerCase()))
  return byEmail.length === 1 ? byEmail[0] : undefined
}

/** The same for titles that say more than a name, such as `Jane Doe - vacation`: then the one full name that the title contains will do. */
export function matchMention(
  team: Team,
  event: CalendarEvent,
  title: string,
  mapping: TitleMapping,
): Person | undefined {
  const person = matchPerson(team, event, title, mapping)
  if (person || Object.hasOwn(mapping, title)) return person
  const wanted = ` ${plainName(title)} `
  const within = team.people.filter(({ name }) => wanted.includes(` ${plainName(name)} `))
  return within.length === 1 ? within[0] : undefined
}
