import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { exportCalendar } from '../../../shared/schedule/calendar/export-calendar.ts'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'

const root = join(import.meta.dirname, '../../..')
const events = (text: string) => Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')

const awkward = `
people:
  - {id: pat, name: "Pat O'Brien, jr; 🌙 ${'very '.repeat(30)}long", phone: "+1 555 0100", timezone: America/New_York, country: US}
  - {id: kim, name: Kim, phone: "+1 555 0101", timezone: Asia/Kolkata, country: IN}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks: [{primary: pat, backup: kim}, {primary: kim, backup: pat}]
`

describe('S5 calendars, read by a parser that is not ours', () => {
  it('S5 the year-end goldens have events with ends after their starts', () => {
    const folder = join(root, 'fixtures/schedules')
    const files = readdirSync(folder).filter((name) => name.endsWith('.ics'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const found = events(readFileSync(join(folder, file), 'utf8'))
      expect(found.length).toBeGreaterThan(0)
      for (const event of found) expect(Number(event?.end)).toBeGreaterThan(Number(event?.start))
    }
  })

  it('S5 names with quotes, commas, semicolons, emoji and 150 letters come back whole', () => {
    const { team } = parseTeam({ path: 'team.yaml', text: awkward })
    const from = Date.parse('2026-11-02T15:00:00.000Z')
    const to = Date.parse('2027-01-04T15:00:00.000Z')
    const text = exportCalendar(team, { kind: 'everything' }, from, to, from)
    if (!text.ok) throw new Error(String(text.error))
    const found = events(text.value)
    const name = team.people[0]?.name ?? ''
    expect(name).toContain("O'Brien, jr; 🌙")
    expect(found.some((event) => String(event?.summary).includes(name))).toBe(true)
    const first = found.find((event) => Number(event?.start) === from)
    expect(first).toBeDefined()
    expect(new Set(found.map((event) => event?.uid)).size).toBe(found.length)
  })
})
