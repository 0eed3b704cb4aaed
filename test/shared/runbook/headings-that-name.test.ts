import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]) => runbookOf('# Ring', ...lines).steps.map(({ text }) => text)
const kindOf = (heading: string) => runbookOf('# Ring', `## ${heading}`, 'The ring is full.').parts.at(-1)?.kind

describe('R3.11 a heading that only looks like an order', () => {
  it.each(['Resume Behavior', 'Fix Actions', 'Replay logic', 'Retry strategy', 'Check Description', 'Alert Condition'])(
    'R3.11 "%s" names what is told below it and is no step',
    (heading) => {
      const below = ['- The ring goes on with the oldest day.', '- It writes each day once.']
      expect(textsOf('## Mitigation', '1. Restart the ring.', `## ${heading}`, ...below)).toEqual(['Restart the ring.'])
    },
  )

  it('R3.11 nor is it above the headings of scenarios', () => {
    const { steps, scenarios } = runbookOf(
      '# Ring',
      '## Fix Actions',
      '### If the ring is full',
      'Drain it.',
      '### If the ring is lost',
      'Restore it.',
    )
    expect(steps).toEqual([])
    expect(scenarios.map(({ title }) => title)).toEqual(['If the ring is full', 'If the ring is lost'])
  })

  it('R3.11 "Restart process" orders all the same', () => {
    expect(textsOf('## Diagnosis', '1. Look at the ring.', '## Restart process', 'It takes a minute.')).toContain(
      'Restart process',
    )
  })

  it('R3.11 above another way to do it the heading is the first way', () => {
    expect(
      textsOf('## Diagnosis', '1. Look at the ring.', '### Grow the ring', 'Alternatively, delete what is old.'),
    ).toEqual(['Look at the ring.', 'Grow the ring', 'Alternatively, delete what is old.'])
  })
})

describe('R2.1 what a heading announces', () => {
  it.each([
    ['Alert Condition', 'meaning'],
    ['Check Description', 'meaning'],
    ['Where and why we need rings', 'meaning'],
    ['Immediate Steps', 'debugging'],
    ['Diagnóstico seguro', 'debugging'],
  ])('R2.1 "%s" announces the %s', (heading, kind) => {
    expect(kindOf(heading)).toBe(kind)
  })

  it('R2.1 "Alert" that orders, or only gathers headings, is the diagnosis', () => {
    const end = ['## Troubleshooting', '[more](more.md)']
    expect(textsOf('## Alert', 'Follow the debug procedure of the ring first.', ...end)).toEqual([
      'Follow the debug procedure of the ring first.',
    ])
    const lead = 'The relay tells more of the ring. Access to its shell and issue the following commands:'
    expect(textsOf('## Alert', lead, '', '    relayctl show ring', ...end)).toEqual([
      'Access to its shell and issue the following commands',
    ])
    expect(textsOf('## Alert', '### Grow the ring to make room', '![](grow.png)', ...end)).toEqual([
      'Grow the ring to make room',
    ])
    expect(runbookOf('# Ring', '## Alert', '`RingFull`', '## Fix', 'Drain it.').parts[1]?.kind).toBe('meaning')
    expect(
      textsOf(
        '## Alert',
        'It names the ring.',
        '### A wire?',
        'Check the wire.',
        '### The log',
        'Open the log.',
        ...end,
      ),
    ).toEqual(expect.arrayContaining(['Check the wire.', 'Open the log.']))
  })

  it('R2.1 what is done to prevent it is for later', () => {
    const prevent = ['## Prevent', '- Add a limit to the ring.', '- Check the size of it each week.']
    expect(textsOf('## Mitigate', '1. Drain the ring.', ...prevent)).toEqual(['Drain the ring.'])
  })
})

describe('R2.3 headings of what somebody does', () => {
  const remedy = (heading: string) => [`### ${heading}`, 'It may be in a bad state.', '```', 'relayctl restart', '```']
  const titlesOf = (...headings: string[]) =>
    runbookOf('# Rings', '## Actions', ...headings.flatMap(remedy)).scenarios.map(({ title }) => title)

  it('R2.3 are no scenarios, and those of what goes on are', () => {
    expect(titlesOf('Restarting the relay', 'Opening "rings"', 'Restarting the ring on a node')).toEqual([])
    expect(titlesOf('Restarting relays', 'Failing rings')).toEqual(['Restarting relays', 'Failing rings'])
  })
})

describe('R2.3 a rank in front of a heading', () => {
  const failure = (heading: string) => [
    `## ${heading}`,
    '### Symptoms',
    '- It is late',
    '### Response',
    '1. Open it',
    '',
  ]

  it('R2.3 is of a failure where its remedy stands below, and of levels where none does', () => {
    const failures = [...failure('P1: Relay gone'), ...failure('P2 - Many readers')]
    expect(runbookOf('# Rings', ...failures).scenarios.map(({ title }) => title)).toEqual([
      'P1: Relay gone',
      'P2 - Many readers',
    ])
    const levels = ['## P1: critical', '- Answer at once', '## P2: high', '- Answer within an hour']
    expect(runbookOf('# Rings', ...levels).scenarios).toEqual([])
  })

  it('R2.3 the number of what was decided is no number of a failure', () => {
    const decided = ['## Decisions', '### ADR-2-1: Restoring is part of the runbook', '- **Decision:** It is.']
    const { scenarios } = runbookOf('# Rings', ...failure('Relay gone'), ...failure('Ring lost'), ...decided)
    expect(scenarios.map(({ title }) => title)).toEqual(['Relay gone', 'Ring lost'])
  })
})

describe('R2.3 a lone "Alert Name: ..." above nothing but its severity', () => {
  it('R2.3 is a label and no scenario', () => {
    const { scenarios } = runbookOf(
      '# Ring full',
      '## Alert name: RingFull',
      '### Severity',
      '- Critical above 90 %',
      '## Mitigation',
      '1. Drain the ring.',
    )
    expect(scenarios).toEqual([])
  })
})

describe('R1 the first of several titles', () => {
  const titleOf = (...lines: string[]) => parseRunbook({ path: 'runbooks/trouble.md', text: lines.join('\n') }).title

  it('R1 "Troubleshooting rings" is the title though it announces a part, and keeps its steps', () => {
    const lines = ['# Troubleshooting rings', 'First run `ringctl validate --all`.', '# The relay', 'Text.']
    expect(titleOf(...lines)).toBe('Troubleshooting rings')
    expect(runbookOf(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([
      'ringctl validate --all',
    ])
    expect(titleOf('# Diagnosis', 'Look.', '# Mitigation', 'Drain it.')).toBe('trouble')
  })
})

describe('R3.10 a page of nothing but causes', () => {
  const CAUSE = ['## Cause', 'The ring is full.', '', 'To mend it:', '', '1. Drain the ring', '2. Restart the relay']
  const told = (...lines: string[]) => runbookOf('# Late', ...lines).steps.map(({ text }) => text)

  it('R3.10 has its steps from numbers that order there', () => {
    expect(told(...CAUSE)).toEqual(['Drain the ring', 'Restart the relay'])
    expect(told('## Cause', '1. The ring is full', '2. The relay is late')).toEqual([])
  })

  it('R3.10 has none of them beside a remedy', () => {
    expect(told(...CAUSE, '', '## Fix', '', '1. Open the ring')).toEqual(['Open the ring'])
  })
})

describe('R3.10 a page of nothing but an example', () => {
  const example = ['To see more of it, you can use:', '```bash', 'ringctl describe ring-b', '```']

  it('R3.10 gives its steps, which would be lost else', () => {
    const { steps } = runbookOf('---', 'title: Rings', '---', '## Example', ...example, '## Structure', 'It is flat.')
    expect(steps.map(({ commands }) => commands.map(({ text }) => text))).toEqual([['ringctl describe ring-b']])
  })

  it('R3.10 but not how to bring the trouble about', () => {
    expect(textsOf('## How to reproduce', ...example)).toEqual([])
  })
})
