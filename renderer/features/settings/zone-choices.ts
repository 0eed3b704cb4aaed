import { shortTime } from '../../ui/time-words.ts'

/** A time zone to choose. `words` holds what one may search for: its place, its offset, the time there now. */
export type ZoneChoice = { readonly zone: string; readonly words: string }

function offsetOf(zone: string, nowMs: number): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(nowMs)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT').replace(/^GMT(?:\+00:00)?/, 'UTC')
}

/** What a zone is called here: `America/New York, 08:41 there, UTC-05:00`. */
export const zoneWords = (zone: string, nowMs: number): string =>
  `${zone.replaceAll('_', ' ')}, ${shortTime(nowMs, zone)} there, ${offsetOf(zone, nowMs)}`

/** Places that browsers still list under an older name only, and that people look for under this one. */
const renamed = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
]

const isKnown = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null
  } catch {
    return false
  }
}

/** Every zone that this machine knows, UTC and the one in force among them, with the time there at `nowMs`. */
export function zoneChoices(nowMs: number, inForce: string): readonly ZoneChoice[] {
  const zones = [...new Set(['UTC', inForce, ...renamed, ...Intl.supportedValuesOf('timeZone')])]
  return zones
    .filter(isKnown)
    .toSorted()
    .map((zone) => ({ zone, words: zoneWords(zone, nowMs) }))
}
