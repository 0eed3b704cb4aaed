/**
 * A strict reader of iCalendar for tests, written from RFC 5545 and sharing no code with the product: it throws at the first thing
 * that the RFC does not allow, where the product's own reader is lenient.
 */
export type CheckedProperty = {
  readonly name: string
  readonly params: ReadonlyMap<string, string>
  readonly value: string
}
export type CheckedEvent = ReadonlyMap<string, CheckedProperty>
export type CheckedCalendar = {
  readonly properties: ReadonlyMap<string, CheckedProperty>
  readonly events: readonly CheckedEvent[]
}

const demand = (holds: boolean, rule: string): void => {
  if (!holds) throw new Error(`RFC 5545: ${rule}`)
}

/** 3.1: lines end in CRLF, hold at most 75 octets, and are folded between characters. */
function physicalLines(bytes: Uint8Array): string[] {
  const lines: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0a) demand(bytes[at - 1] === 0x0d, 'a line feed comes after a carriage return')
    if (bytes[at] !== 0x0d) continue
    demand(bytes[at + 1] === 0x0a, 'a carriage return comes before a line feed')
    const octets = bytes.subarray(from, at)
    demand(octets.length <= 75, `a line has at most 75 octets, this has ${octets.length}`)
    lines.push(new TextDecoder('utf-8', { fatal: true }).decode(octets))
    from = at + 2
  }
  demand(from === bytes.length, 'the last line ends in CRLF')
  return lines
}

function logicalLines(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    demand(line !== '', 'there is no empty line')
    const last = joined.length - 1
    if (line.startsWith(' ')) {
      demand(last >= 0, 'a fold continues a line')
      joined[last] += line.slice(1)
    } else joined.push(line)
  }
  return joined
}

function property(line: string): CheckedProperty {
  const found = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"\p{Cc}]*"|[^":;,\p{Cc}]*))*):(.*)$/u.exec(line)
  if (!found) throw new Error(`RFC 5545: not a content line: ${line}`)
  const [, name = '', params = '', value = ''] = found
  const pairs = [...params.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^;]*)/g)].map(
    ([, key = '', given = '']) => [key, given] as const,
  )
  demand(![...value].some((character) => character < ' ' && character !== '\t'), 'no control characters in a value')
  return { name, params: new Map(pairs), value }
}

const once = [
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'DURATION',
  'SUMMARY',
  'DESCRIPTION',
  'TRANSP',
  'STATUS',
  'SEQUENCE',
  'RRULE',
]

/** 3.3.11: in text a backslash, semicolon, comma and line break are escaped, and nothing else is. */
export function checkedText(value: string): string {
  let text = ''
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at] ?? ''
    demand(character !== ';' && character !== ',', `an unescaped ${character} in text: ${value}`)
    if (character === '\\') {
      at += 1
      const escaped = value[at] ?? ''
      demand('\\;,nN'.includes(escaped) && escaped !== '', `an unknown escape in text: ${value}`)
      text += escaped.toLowerCase() === 'n' ? '\n' : escaped
    } else text += character
  }
  return text
}

/** 3.3.4 and 3.3.5: a date, or a UTC date-time, that exists; as epoch ms. */
function checkedTime(given: CheckedProperty): number {
  const isDate = given.params.get('VALUE') === 'DATE'
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(given.value)
  if (!found) throw new Error(`RFC 5545: ${given.name} is no date or UTC time: ${given.value}`)
  demand(isDate === (found[4] === undefined), `${given.name} is a date exactly when it says VALUE=DATE`)
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  demand(
    new Date(ms).toISOString().slice(0, 10).replaceAll('-', '') === given.value.slice(0, 8),
    `${given.value} exists`,
  )
  return ms
}

const required = (properties: ReadonlyMap<string, CheckedProperty>, name: string): CheckedProperty => {
  const found = properties.get(name)
  if (!found) throw new Error(`RFC 5545: ${name} is required`)
  return found
}

function checkEvent(event: CheckedEvent): void {
  const [start, end] = [required(event, 'DTSTART'), required(event, 'DTEND')]
  demand(/^\d{8}T\d{6}Z$/.test(required(event, 'DTSTAMP').value), 'DTSTAMP is in UTC')
  demand(checkedText(required(event, 'UID').value) !== '', 'UID is not empty')
  demand(start.params.get('VALUE') === end.params.get('VALUE'), 'DTSTART and DTEND are of one kind')
  demand(checkedTime(end) > checkedTime(start), 'DTEND comes after DTSTART')
  for (const name of ['SUMMARY', 'DESCRIPTION']) checkedText(event.get(name)?.value ?? '')
}

function take(target: Map<string, CheckedProperty>, found: CheckedProperty): void {
  demand(!(once.includes(found.name) && target.has(found.name)), `${found.name} comes once`)
  target.set(found.name, found)
}

/** The calendar in a text, or an error that names the rule broken; also that METHOD:PUBLISH has what RFC 5546 asks of it. */
export function checkCalendar(text: string): CheckedCalendar {
  const lines = logicalLines(physicalLines(new TextEncoder().encode(text))).map(property)
  demand(lines[0]?.name === 'BEGIN' && lines[0].value === 'VCALENDAR', 'it begins with BEGIN:VCALENDAR')
  demand(lines.at(-1)?.name === 'END' && lines.at(-1)?.value === 'VCALENDAR', 'it ends with END:VCALENDAR')
  const properties = new Map<string, CheckedProperty>()
  const events: Map<string, CheckedProperty>[] = []
  let event: Map<string, CheckedProperty> | null = null
  for (const line of lines.slice(1, -1)) {
    if (line.name === 'BEGIN' || line.name === 'END') {
      demand(
        line.value === 'VEVENT' && (line.name === 'BEGIN') === (event === null),
        'components are VEVENTs side by side',
      )
      if (event) events.push(event)
      event = event ? null : new Map()
    } else {
      demand(event !== null || events.length === 0, 'calendar properties come before components')
      take(event ?? properties, line)
    }
  }
  demand(event === null && events.length > 0, 'there is at least one component, and each is closed')
  demand(
    required(properties, 'VERSION').value === '2.0' && required(properties, 'PRODID').value !== '',
    'VERSION is 2.0',
  )
  for (const each of events) checkEvent(each)
  const uids = events.map((each) => required(each, 'UID').value)
  demand(new Set(uids).size === uids.length, 'UIDs are unique')
  return { properties, events }
}
