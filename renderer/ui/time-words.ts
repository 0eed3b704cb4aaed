const formats = new Map<string, Intl.DateTimeFormat>()

function format(zone: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${key}|${zone}`
  const known = formats.get(id)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone })
  formats.set(id, made)
  return made
}

/** `08:03:10` on the wall of a zone. */
export const timeOfDay = (at: string | number, zone: string): string =>
  format(zone, 'seconds', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  )

/** `08:03` on the wall of a zone. */
export const shortTime = (at: string | number, zone: string): string =>
  format(zone, 'minutes', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))

/** `Thursday 24 December 2026` in a zone. */
export const longDate = (at: string | number, zone: string): string =>
  format(zone, 'date', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(at))
    .replace(',', '')

/** `24 Dec` in a zone. */
export const shortDate = (at: string | number, zone: string): string =>
  format(zone, 'day', { day: 'numeric', month: 'short' }).format(new Date(at))

/** `2026-12-24` in a zone: equal for instants of the same local day. */
export const dayKey = (at: string | number, zone: string): string =>
  format(zone, 'key', { year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(new Date(at))
    .split('/')
    .reverse()
    .join('-')

/** `08:03`, with its day in front when that is not today: `24 Dec 08:03`. */
export const timeWithDay = (at: string, nowMs: number, zone: string): string =>
  dayKey(at, zone) === dayKey(nowMs, zone) ? shortTime(at, zone) : `${shortDate(at, zone)} ${shortTime(at, zone)}`

/** Dates within words, `2026-12-27`, as people say them: `27 Dec`. */
export const withSpokenDates = (words: string): string =>
  words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => shortDate(`${date}T12:00:00Z`, 'UTC'))

/** Until when somebody is away, as team.yaml has it: `27 Dec`; hours are those where they are, `1 Dec 13:00 there`. */
export const awayUntilWords = (to: string): string =>
  withSpokenDates(to.length > 10 ? `${to.replace('T', ' ')} there` : to)

const zoneNames = new Map<string, Intl.DateTimeFormat>()

/** How people there call their time: `EST`, `GMT+1`. */
export function zoneName(at: string | number, zone: string): string {
  const english = zoneNames.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
  zoneNames.set(zone, english)
  return english.formatToParts(new Date(at)).find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** Whether it is night there: 22:00 to 07:00 on their wall. */
export function isNightAt(at: string | number, zone: string): boolean {
  const hour = Number(shortTime(at, zone).slice(0, 2))
  return hour >= 22 || hour < 7
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A running clock: `0:41:12`, from a day on `1d 02:10:05`. Never negative: what is due has come. */
export function clockWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const [days, hours] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24]
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return days > 0 ? `${days}d ${two(hours)}:${rest}` : `${hours}:${rest}`
}

/** A countdown shows the second that is still to come, so that it reads 0:00:00 only when it is due. */
export const countdownWords = (ms: number): string => clockWords(Math.ceil(Math.max(0, ms) / 1_000) * 1_000)

/** A length of time in words: `40 s`, `12 min`, `1 h 18 min`, `2 d 3 h`. */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return hours % 24 === 0 ? `${Math.floor(hours / 24)} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** Bytes as people read them: `412 bytes`, `1.2 MB`. */
export function byteWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
