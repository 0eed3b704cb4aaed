import Holidays from 'date-holidays'
import { Temporal } from 'temporal-polyfill'
import type { Person } from './team.ts'
import { dateAt } from './wall-clock.ts'

/** A public holiday in a person's region; `substitute` marks the working day that stands in for one at the weekend. */
export type PublicHoliday = {
  readonly date: string
  readonly name: string
  readonly substitute: boolean
  /** It stands in team.yaml for this person, since no calendar knows it. */
  readonly own?: true
}

type YearOfHolidays = ReadonlyMap<string, PublicHoliday>

const calendars = new Map<string, Holidays>()
const years = new Map<string, YearOfHolidays>()
const dayMs = 24 * 3_600_000

/** Regions may be written alone (`ENG`) or as ISO 3166-2 (`GB-ENG`). */
const bareRegion = (country: string, region: string): string =>
  region.startsWith(`${country}-`) ? region.slice(country.length + 1) : region

function calendarFor(country: string, region: string | undefined): Holidays {
  const key = `${country}/${region ?? ''}`
  const known = calendars.get(key)
  if (known) return known
  const options = { languages: 'en', types: ['public' as const] }
  const calendar = region === undefined ? new Holidays(country, options) : new Holidays(country, region, options)
  calendars.set(key, calendar)
  return calendar
}

const begun = new Map<string, readonly PublicHoliday[]>()

/** Every day of the holidays that begin in a calendar year, those in the year after included; half-day starts count as the day they fall on. */
function daysBegunIn(country: string, region: string | undefined, year: number): readonly PublicHoliday[] {
  const key = `${country}/${region ?? ''}/${year}`
  const known = begun.get(key)
  if (known) return known
  const all = calendarFor(country, region)
    .getHolidays(year)
    .flatMap(({ date, start, end, name, substitute }) => {
      const first = Temporal.PlainDate.from(date.slice(0, 10))
      const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
      return Array.from({ length: days }, (_, day): PublicHoliday => {
        return { date: first.add({ days: day }).toString(), name, substitute: substitute === true }
      })
    })
  begun.set(key, all)
  return all
}

/** Every public holiday of a calendar year by date, with what is left of one that began in the year before. */
function publicHolidaysOfYear(person: Person, year: number): YearOfHolidays {
  const { country } = person
  if (country === undefined) return new Map()
  const region = person.region === undefined ? undefined : bareRegion(country, person.region)
  const key = `${country}/${region ?? ''}/${year}`
  const known = years.get(key)
  if (known) return known
  const found = new Map<string, PublicHoliday>()
  for (const holiday of [year, year - 1].flatMap((each) => daysBegunIn(country, region, each))) {
    if (holiday.date.startsWith(`${year}-`) && !found.has(holiday.date)) found.set(holiday.date, holiday)
  }
  years.set(key, found)
  return found
}

const withOwn = new WeakMap<Person, Map<number, YearOfHolidays>>()

/** A person's holidays of a calendar year by date: the public ones, and over them their own. */
function holidaysOfYear(person: Person, year: number): YearOfHolidays {
  const own = person.holidays ?? []
  if (own.length === 0) return publicHolidaysOfYear(person, year)
  const known = withOwn.get(person) ?? new Map<number, YearOfHolidays>()
  withOwn.set(person, known)
  const merged = known.get(year) ?? new Map(publicHolidaysOfYear(person, year))
  if (!known.has(year)) {
    const ofYear = own.filter(({ date }) => date.startsWith(`${year}-`))
    known.set(
      year,
      new Map([
        ...merged,
        ...ofYear.map(({ date, name }) => [date, { date, name, substitute: false, own: true }] as const),
      ]),
    )
  }
  return known.get(year) ?? merged
}

const knownPlaces = new Map<string, boolean>()

function isListed(country: string, region: string | undefined): boolean {
  const catalogue = calendarFor('', undefined)
  if (!Object.hasOwn(catalogue.getCountries(), country)) return false
  return region === undefined || Object.hasOwn(catalogue.getStates(country) ?? {}, region)
}

/** Does date-holidays know this country, and this region of it? Offline; an unknown one has no holidays and no warning of its own (S3). */
export function knowsHolidays(country: string, region: string | undefined): boolean {
  const code = region === undefined ? undefined : bareRegion(country, region)
  const key = `${country}/${code ?? ''}`
  const known = knownPlaces.get(key) ?? isListed(country, code)
  knownPlaces.set(key, known)
  return known
}

/** The public holidays of a person's country and region from one date to another, both included, in order; none without a country (S3). */
export function holidaysFor(person: Person, fromDate: string, toDate: string): readonly PublicHoliday[] {
  const first = Number(fromDate.slice(0, 4))
  const last = Number(toDate.slice(0, 4))
  const all: PublicHoliday[] = []
  for (let year = first; year <= last; year += 1) all.push(...holidaysOfYear(person, year).values())
  return all
    .filter(({ date }) => date >= fromDate && date <= toDate)
    .sort((one, other) => one.date.localeCompare(other.date))
}

/** The public holiday a person has at an instant (epoch ms), by the date it is where they are. */
export function holidayOn(person: Person, instantMs: number): PublicHoliday | undefined {
  const date = dateAt(instantMs, person.timezone)
  return holidaysOfYear(person, Number(date.slice(0, 4))).get(date)
}

/** The holiday a person has on a date of theirs, `2026-12-25`. */
export const holidayOnDate = (person: Person, date: string): PublicHoliday | undefined =>
  holidaysOfYear(person, Number(date.slice(0, 4))).get(date)

const churches = '(?:Orthodox |Coptic |Catholic )?'

/** The feasts for which families meet and offices close, by the English names of date-holidays; substitute days are not among them. */
const majorNames = [
  new RegExp(`^${churches}(?:Christmas Eve|Christmas(?: Day)?|Boxing Day|Good Friday|Easter(?: Sunday| Monday)?)$`),
  /^(?:2nd Day of |Second )?Christmas/i,
  /^(?:New Year(?:'s (?:Day|Eve|Holiday)| Holiday)?)$/,
  /(?:Chinese|Lunar|Korean|Vietnamese|Tamil) New Year|Spring Festival|Songkran|Nowruz|Mid-Autumn|Korean Thanksgiving/,
  /^Thanksgiving(?: Day)?$/,
  /\b(?:Eid|Id)[- ](?:al|ul|el)[- ]?|Fitr|Adha/i,
  /Diwali|Deepavali/i,
  /Rosh Hashanah|Yom Kippur|Passover|Pesach/i,
  /^Midsummer(?: Eve| Day)?$/,
] as const

/** Is this a major holiday: one of the great feasts, one of the person's own, or one that the team named? These are swapped in advance (S3.1). */
export function isMajorHoliday(holiday: PublicHoliday, alsoMajor: readonly string[]): boolean {
  if (holiday.own) return true
  const name = holiday.name.toLowerCase()
  if (alsoMajor.some((part) => name.includes(part.toLowerCase()))) return true
  return !holiday.substitute && majorNames.some((shape) => shape.test(holiday.name))
}
