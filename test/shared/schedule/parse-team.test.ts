import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../shared/kit/problem.ts'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { findPerson } from '../../../shared/schedule/team.ts'
import { onlyPipeline, sampleText, teamFrom } from './sample-team.ts'

const parse = (text: string) => parseTeam({ path: 'team.yaml', text })
const brief = ({ line, rule, severity }: Problem) => `${line} ${severity} ${rule}`
const briefs = (text: string) => parse(text).problems.map(brief)
const person = (fields: string) => `people:\n  - {id: eng-a, name: A, timezone: Europe/Berlin, ${fields}}\n`

describe('W1 reading team.yaml', () => {
  it('W1 never throws, whatever the text', () => {
    const yamlish = fc.stringMatching(/^[\s\w:{}[\]&*!|>'"#%@,?-]{0,200}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string(), yamlish), (text) => {
        const { team, problems } = parse(text)
        expect(team.people.length === 0 ? problems.length : 1).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  it('W1 never throws when any line of a good file is lost or doubled', () => {
    const lines = sampleText.split('\n')
    for (const [index, line] of lines.entries()) {
      expect(() => parse(lines.toSpliced(index, 1).join('\n'))).not.toThrow()
      expect(() => parse(lines.toSpliced(index, 0, line).join('\n'))).not.toThrow()
    }
  })

  it('W1 finds nothing wrong with a good file', () => {
    expect(parse(sampleText).problems).toEqual([])
  })

  it('W1.1 broken YAML gives an empty team and the line', () => {
    const { team, problems } = parse('people:\n  - {id: eng-a\n')
    expect(team.people).toEqual([])
    expect(problems.map(brief)).toEqual(['3 error team/yaml'])
  })

  it('W1.1 says when the file is no map, is empty, or is nested without end', () => {
    expect(briefs('- one\n')).toContain('1 error team/invalid')
    expect(briefs('')).toEqual(['1 warning team/empty'])
    expect(briefs('['.repeat(30_000))[0]).toContain('team/yaml')
  })

  it.each([
    ['an optional date range', person('away: [{from: 2026-12-27, to: 2026-12-23}]'), '2 error team/dates', true],
    ['an impossible date', person('away: [{from: 2026-02-30, to: 2026-03-01}]'), '2 error team/invalid', true],
    ['an empty optional text', person('email: ""'), '2 error team/invalid', true],
    ['a wrong zone', 'people:\n  - {id: eng-a, name: A, timezone: Europe/Berln}\n', '2 error team/timezone', false],
    ['a fixed offset', 'people:\n  - {id: eng-a, name: A, timezone: "+05:30"}\n', '2 error team/timezone', false],
    ['no name', 'people:\n  - {id: eng-a, timezone: Europe/Berlin}\n', '2 error team/missing-key', false],
    ['a list for a person', 'people:\n  - [eng-a]\n', '2 error team/invalid', false],
  ])('W1.2 %s', (_what, text, expected, kept) => {
    const { team, problems } = parse(`${text}  - {id: eng-z, name: Z, timezone: UTC}\n`)
    expect(problems.map(brief)).toContain(expected)
    expect(team.people.map(({ id }) => id)).toEqual(kept ? ['eng-a', 'eng-z'] : ['eng-z'])
  })

  it('W1.2 a wrong zone suggests the nearest and says what it costs', () => {
    const { problems } = parse('people:\n  - {id: eng-a, name: A, timezone: America/NewYork}\n')
    expect(problems[0]).toMatchObject({ hint: 'Did you mean America/New_York?' })
    expect(problems[0]?.message).toContain('people[1] is left out')
  })

  it('W1.2 lines stay right after an entry is left out', () => {
    const text = sampleText.replace('name: Engineer A, ', '').replace('backup: eng-b', 'backup: eng-bb')
    const line = sampleText.split('\n').findIndex((row) => row.includes('backup: eng-b}')) + 1
    expect(briefs(text)).toContain('2 error team/missing-key')
    expect(briefs(text)).toContain(`${line} error team/unknown-person`)
  })

  it('W1.2 lines stay right after an item further up in the same list is left out', () => {
    const text = sampleText.replace('phone: "+1 555 0102"', 'away: [nonsense, {from: 2026-12-27, to: 2026-12-01}]')
    const found = parse(
      `${text}  overrides:\n    - nonsense\n    - {from: 2026-12-01, to: 2026-12-02, person: eng-x}\n`,
    )
    expect(found.problems.map(brief)).toEqual([
      '3 error team/invalid',
      '3 error team/dates',
      '3 warning team/no-phone',
      '24 error team/invalid',
      '25 error team/unknown-person',
    ])
    expect(found.problems.map(({ message }) => message.split(' ')[0])).toContain('people[2].away[2]')
  })

  it.each(['{backup: eng-c}', '[eng-a]', 'null', '{primary: "no id", backup: eng-c}'])(
    'W1.2 the week %s is a gap and shifts nobody',
    (week) => {
      const { team, problems } = parse(sampleText.replace('{primary: eng-b, backup: eng-d}', week))
      expect(problems.map(brief)).toContain('20 error team/empty-week')
      expect(team.rotations[0]?.weeks.map(({ primary }) => primary)).toEqual(['eng-a', undefined, 'eng-c', 'eng-d'])
    },
  )

  it('W1.2 a week may be just a name', () => {
    const team = teamFrom(sampleText.replace('{primary: eng-b, backup: eng-d}', 'eng-b'))
    expect(team.rotations[0]?.weeks[1]).toEqual({ primary: 'eng-b' })
  })

  it('W1.3 scalars are read as typed', () => {
    const team = teamFrom('people:\n  - {id: 007, name: 12, phone: +15550100, timezone: UTC}\n')
    expect(team.people[0]).toEqual({ id: '007', name: '12', phone: '+15550100', timezone: 'UTC', away: [] })
  })

  it('W1.4 unknown people come with the nearest id', () => {
    const found = parse(sampleText.replace('secondary: eng-a', 'secondary: enga')).problems
    expect(found.find(({ rule }) => rule === 'team/unknown-person')).toMatchObject({
      line: 11,
      column: 5,
      severity: 'error',
      hint: 'Did you mean eng-a?',
    })
  })

  it('W1.4 a person who could not be read is not called unknown', () => {
    const found = parse(sampleText.replace('timezone: Europe/Berlin', 'timezone: Berlin')).problems
    const [mention] = found.filter(({ rule }) => rule === 'team/unknown-person')
    expect(mention).toMatchObject({
      message: 'eng-b is in people, but could not be read',
      hint: 'Mend that person first.',
    })
  })

  it('W1.4 of two entries with one id the first counts', () => {
    const text = 'people:\n  - {id: eng-a, name: A, timezone: UTC}\n  - {id: eng-a, name: B, timezone: UTC}\n'
    expect(briefs(text)).toEqual(['3 error team/duplicate-id'])
    expect(findPerson(parse(text).team, 'eng-a')?.name).toBe('A')
  })

  it('W1.4 a region without known holidays, a start off the handover day and a rotation nobody wrote are said', () => {
    expect(briefs(sampleText.replace('region: NY', 'region: QQ'))).toEqual(['2 warning team/unknown-region'])
    expect(briefs(sampleText.replace('2026-11-02', '2026-11-03'))).toEqual(['16 warning team/start'])
    const layers = '  layers: [{start: 2026-11-02, weeks: [eng-d]}, {start: 2026-11-03, weeks: [eng-d]}]\n'
    expect(briefs(sampleText + layers)).toEqual(['23 warning team/start'])
    expect(briefs(sampleText.replace('tier: investor', 'rotation: nights'))).toEqual(['13 error team/unknown-rotation'])
  })

  it('W1.5 aliases of aliases end', () => {
    const bomb = Array.from(
      { length: 9 },
      (_, level) => `a${level}: &a${level} [${`*a${level - 1}, `.repeat(level && 9)}x]`,
    )
    const text = `${bomb.join('\n')}\npeople: *a8\nchannels: {boom: *a8}\n`
    expect(parse(text).problems.map(({ rule }) => rule)).toContain('team/alias')
    expect(briefs('people: &a [*a]\n')).toContain('1 error team/invalid')
    expect(briefs('people: *nobody\n')).toContain('1 error team/alias')
  })

  it('W1.5 says no more than people will read, and still says when nothing could be read', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => `key${index}: 1\n`).join('')
    expect(parse(lines).problems.length).toBeLessThanOrEqual(300)
    const secrets = Array.from({ length: 400 }, () => `# ${'xoxb'}-1234567890-abcdefghij\n`).join('')
    const aliases = `a: &a 1\npeople: [${'*a, '.repeat(600)}]\n`
    expect(parse(`${secrets}${aliases}`).problems[0]?.rule).toBe('team/yaml')
  })

  it('W1.5 a very long text is not read', () => {
    expect(parse(`#${'x'.repeat(300_001)}`).problems[0]?.rule).toBe('team/yaml')
  })

  it('W1.6 one rotation or several end in one list', () => {
    const several = sampleText.replace('rotation:\n', 'rotations:\n -\n')
    expect(teamFrom(several).rotations).toEqual(teamFrom(sampleText).rotations)
    expect(teamFrom(sampleText).rotations[0]).toMatchObject({ id: 'rotation', name: 'rotation' })
  })

  it.each([
    ['true', { from: '09:00', to: '18:00', timezone: 'America/New_York', days: 'weekdays' }],
    ['false', null],
    [
      '{from: "07:30", timezone: UTC, days: [Sunday]}',
      { from: '07:30', to: '18:00', timezone: 'UTC', days: ['sunday'] },
    ],
  ])('W1.6 canWaitUntilMorning: %s', (written, expected) => {
    const text = sampleText.replace('tier: investor', `canWaitUntilMorning: ${written}`)
    expect(onlyPipeline(teamFrom(text)).canWaitUntilMorning).toEqual(expected)
  })

  it("W1.6 paging hours take the rotation's zone where there is no SLA", () => {
    const text = sampleText.replace(/ {4}sla: .*\n/, '    canWaitUntilMorning: true\n')
    expect(onlyPipeline(teamFrom(text)).canWaitUntilMorning?.timezone).toBe('America/New_York')
  })

  it("W1.6 channels keep YAML's own types", () => {
    const text = `${sampleText}channels: {mail: {host: mail.example.com, port: 587, tls: true, secret: smtp-password}}\n`
    expect(teamFrom(text).channels).toEqual({
      mail: { host: 'mail.example.com', port: 587, tls: true, secret: 'smtp-password' },
    })
  })
})

describe('W2 unknown keys', () => {
  it.each([
    ['at the top', `${sampleText}chanels: {}\n`, 'Did you mean channels?'],
    ['in a person', sampleText.replace('phone: "+1 555 0101"', 'phnoe: x'), 'Did you mean phone?'],
    ['in a pipeline', sampleText.replace('tier: investor', 'teir: investor'), 'Did you mean tier?'],
    ['in an SLA', sampleText.replace('days: daily', 'dayz: daily'), 'Did you mean days?'],
    ['in a week', sampleText.replace('backup: eng-c', 'bakcup: eng-c'), 'Did you mean backup?'],
  ])('W2 %s', (_place, text, hint) => {
    const [warning] = parse(text).problems.filter(({ rule }) => rule === 'team/unknown-key')
    expect(warning).toMatchObject({ severity: 'warning', hint })
    expect(parse(text).team.people).toHaveLength(5)
  })

  it('W2 says nothing when nothing is near', () => {
    const [warning] = parse(`${sampleText}weather: {}\n`).problems
    expect(warning).toMatchObject({ rule: 'team/unknown-key', line: 23 })
    expect(warning).not.toHaveProperty('hint')
  })
})

const slack = 'hooks.slack.com/services'
const secrets: readonly (readonly [what: string, line: string, secret: string])[] = [
  ['a Slack webhook', `slack: {url: "https://${slack}/T0AAAA/B0BBBB/cccccccc"}`, 'cccccccc'],
  ['an address with a token', 'hook: {url: "https://example.com/in?token=abcdef123456"}', 'abcdef123456'],
  ['an address with a password', 'hook: {url: "https://bot:swordfish@example.com/"}', 'swordfish'],
  ['a password', 'mail: {password: swordfish}', 'swordfish'],
  ['an AWS key', `aws: ${'AKIA'}IOSFODNN7EXAMPLE`, 'IOSFODNN7EXAMPLE'],
  ['a GitHub token', `git: ${'ghp'}_abcdefghij0123456789abcdefghij012345`, 'abcdefghij0123456789'],
  ['a Slack token', `bot: ${'xoxb'}-1234567890-abcdefghij`, 'abcdefghij'],
  ['a routing key', 'pagerduty: {routingKey: 0123456789abcdef0123456789abcdef}', '0123456789abcdef'],
  ['a routing key under any name', 'pagerduty: {service: 0123456789abcdef0123456789abcdef}', '0123456789abcdef'],
  ['a token by its key', 'hook: {token: Zm9vYmFyMTIzNDU2Nzg5}', 'Zm9vYmFyMTIzNDU2Nzg5'],
  ['a PEM', `key: "${'-----BEGIN'} RSA PRIVATE KEY-----"`, 'RSA PRIVATE'],
  ['a secret as a key', `{${'xoxb'}-1234567890-abcdefghij: 1}`, 'abcdefghij'],
]

describe('W3 secrets', () => {
  it.each(secrets)('W3 %s is refused and shown nowhere', (_what, line, secret) => {
    const { team, problems } = parse(`${sampleText}channels:\n  ${line}\n`)
    expect(problems.filter(({ rule }) => rule === 'team/secret').map(brief)).toEqual(['24 error team/secret'])
    expect(JSON.stringify(problems)).not.toContain(secret)
    expect(JSON.stringify(team)).not.toContain(secret)
  })

  it('W3 counts in comments, in wrong fields and in broken files', () => {
    const token = `${'xoxb'}-1234567890-abcdefghij`
    expect(briefs(`# ${token}\n${sampleText}`)).toEqual(['1 error team/secret'])
    expect(briefs(`people: [\n# ${token}\n`)).toContain('2 error team/secret')
    expect(JSON.stringify(parse(person(`away: ${token}`)))).not.toContain('abcdefghij')
    expect(JSON.stringify(parse(`people: *${token}\n`))).not.toContain('abcdefghij')
  })

  it.each(['smtp-password', 'pagerduty-routing-key-2', 'slack webhook', ''])(
    'W3.1 the name %s is no secret',
    (name) => {
      const text = `${sampleText}channels: {one: {secret: "${name}", token: "${name}"}}\n`
      expect(parse(text).problems).toEqual([])
    },
  )

  it('W3.2 hostile text is scanned without delay', () => {
    const hostile = ['a', 'eyJ', 'a:', 'x://', '&key=', 'Bearer ', '-----BEGIN ', 'password'].map(
      (part) => `#${part.repeat(290_000 / part.length)}`,
    )
    for (const text of hostile) expect(parse(text).team.people).toEqual([])
  })
})
