import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'

const workspace = join(import.meta.dirname, '../../fixtures/workspace')

const oncall = (...words: string[]) => runCli('oncall', '--workspace', workspace, ...words)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-oncall-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('oncall --who', () => {
  it('lists the turns of a person by id, by name and by address, in order, swaps included', async () => {
    const byId = await oncall('--who', 'eng-c')
    expect(byId.code).toBe(0)
    expect((await oncall('--who', 'ENGINEER C')).out).toBe(byId.out)
    expect((await oncall('--who', 'c@example.com')).out).toBe(byId.out)
    const lines = byId.out.trim().split('\n')
    expect(lines).toEqual(lines.toSorted())
    expect(byId.out).toContain('2026-11-26 05:00Z to 2026-11-29 05:00Z  on call. Engineer C')
    expect(byId.out).toContain('Thanksgiving')
    expect(byId.out).toMatch(/ {2}backup\. /)
  })

  it('looks as far as --until, and says so when there is nothing', async () => {
    const { out, code } = await oncall('--who', 'investor-relations', '--until', '2026-12-01T00:00:00Z')
    expect(out).toBe('Investor Relations has no turn until 2026-12-01 00:00Z.\n')
    expect(code).toBe(0)
    const turns = JSON.parse((await oncall('--who', 'eng-b', '--until', '2026-12-10T00:00:00Z', '--json')).out).turns
    expect(turns.map(({ role }: { role: string }) => role)).toEqual(['backup', 'on call'])
  })

  it.each([
    [['--who', 'eng-z'], 'Nobody in team.yaml is called "eng-z"'],
    [['--until', '2027-01-01T00:00:00Z'], '--until goes with'],
    [['--who', 'eng-a', '--until', 'soon'], 'is no time'],
    [['--who', 'eng-a', '--until', '2020-01-01T00:00:00Z'], 'before the time'],
    [['--who', 'eng-z', '--ics'], 'Nobody in team.yaml'],
  ])('%j ends with 2 and says why', async (words, said) => {
    const { code, error } = await oncall(...words)
    expect(error).toContain(said)
    expect(code).toBe(2)
  })
})

describe('oncall --ics', () => {
  it('S5 writes a calendar of a person to the terminal, whole lines ending in CRLF', async () => {
    const { out, code } = await oncall('--who', 'eng-d', '--ics', '--until', '2027-01-31T00:00:00Z')
    expect(code).toBe(0)
    expect(out.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true)
    expect(out.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(out).toContain('DTSTART:20261221T150000Z\r\nDTEND:20261228T150000Z\r\nSUMMARY:On call')
  })

  it('S5 writes everything into a file', async () => {
    const file = join(folder, 'on-call.ics')
    const { out, error, code } = await oncall('--ics', file)
    expect([code, out]).toEqual([0, ''])
    expect(error).toContain(file)
    const text = readFileSync(file, 'utf8')
    for (const name of ['Engineer A', 'Engineer B', 'Engineer C', 'Engineer D'])
      expect(text).toContain(`${name} on call`)
  })
})
