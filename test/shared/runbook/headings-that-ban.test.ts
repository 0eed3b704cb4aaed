import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const BAD = 'kubectl delete pvc ring-0'
const GOOD = 'systemctl restart relay'
const fence = (code: string) => ['', '```sh', code, '```', '']
const CASES = [
  '## Queue is full',
  '',
  '1. Drain it: `relayctl drain`',
  '',
  '## Worker hangs',
  '',
  `1. Restart it: \`${GOOD}\``,
  '',
]

describe('R2.3 a heading that forbids, or is a word of danger, is no scenario', () => {
  it.each([
    'Forbidden',
    'DO NOT RUN',
    'NEVER EVER',
    'Not allowed',
    'DANGER',
    'Danger!',
    'Deprecated',
    'Gefahr',
    'Was man nicht tun sollte',
    'À ne pas faire',
    'Lo que no se debe hacer',
    '禁止事項',
    'Чего не делать',
  ])('R2.3 "%s"', (heading) => {
    const { scenarios } = runbookOf('# T', ...CASES, `## ${heading}`, ...fence(BAD))
    expect(scenarios.map(({ title }) => title)).toEqual(['Queue is full', 'Worker hangs'])
  })

  it('R2.3 what is forbidden is read beside each', () => {
    const { scenarios, steps } = runbookOf('# T', ...CASES, '## DANGER', '', 'Do not touch the primary.', ...fence(BAD))
    expect(steps).toEqual([])
    for (const { steps: own } of scenarios) {
      expect(own.map(({ before, after }) => before + after).join('\n')).toContain(BAD)
      expect(own.flatMap(({ commands }) => commands.map(({ text }) => text))).not.toContain(BAD)
    }
  })

  it('R2.3 but a failure below one is', () => {
    const { scenarios } = runbookOf('# T', '## Do not panic', `1. Restart: \`${GOOD}\``, '', ...CASES)
    expect(scenarios.map(({ title }) => title)).toEqual(['Do not panic', 'Queue is full', 'Worker hangs'])
  })
})

describe('R3.3 what stands below a heading that keeps from it', () => {
  const offered = (...lines: string[]) =>
    runbookOf('# T', '## Mitigation', `1. Restart: \`${GOOD}\``, '', ...lines).steps.flatMap(({ commands }) =>
      commands.map(({ text }) => text),
    )

  it.each([
    '## DANGER',
    '## Danger!',
    '## Deprecated',
    '### Bad',
    '**Bad:**',
    '## Things we tried that made it worse',
    '## What made it worse',
    '## Things that look tempting but are wrong',
    '## Fixes that seem to help but make it worse',
    'Please resist the temptation to run this:',
    'We used to run the next command. It is kept here for history only:',
  ])('R3.3 "%s"', (heading) => expect(offered(heading, ...fence(BAD))).toEqual([GOOD]))

  it.each(['## DANGER', '## Deprecated', '## DANGER ZONE'])(
    'R3.3 what words lead to below "%s" is to be done',
    (heading) => {
      expect(offered(heading, '', 'Purge it only when the lead agreed:', ...fence(BAD))).toEqual([GOOD, BAD])
    },
  )
})

describe('R3.3 a heading or a bold line that forbids a manner', () => {
  it.each([
    'Never do this alone',
    'Do not do this without a second person',
    'Do not do this twice',
    'Never run this at night',
    'Do not run this during peak hours',
    'Never do this unattended',
    'Do not do this lightly',
    'Never do this on your own',
  ])('R3.3 "%s" keeps from nothing below it', (words) => {
    const offered = (...lines: string[]) =>
      runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
    expect(offered(`### ${words}`, '', '1. Call a colleague.', `2. \`${GOOD}\``)).toEqual([GOOD])
    expect(offered(`### ${words}`, ...fence(GOOD))).toEqual([GOOD])
    expect(offered(`**${words}:**`, ...fence(GOOD))).toEqual([GOOD])
    expect(offered(`!!! danger "${words}"`, ...fence(GOOD).map((line) => `    ${line}`))).toEqual([GOOD])
  })

  it.each(['Never do this at all', 'Do not do this manually', 'Never run this script', 'Do not do this in production'])(
    'R3.3 "%s" does',
    (words) => {
      const { steps } = runbookOf('# T', '## Mitigation', `1. \`${GOOD}\``, '', `### ${words}`, '', `1. \`${BAD}\``)
      expect(steps.flatMap(({ commands }) => commands.map(({ text }) => text))).toEqual([GOOD])
    },
  )
})

describe('R3.3 a bold line behind one that forbids', () => {
  const DO = 'relayctl open'
  const both = (bans: string, asks: string, ...above: string[]) =>
    runbookOf('# T', '## Steps', ...above, bans, ...fence(BAD), asks, ...fence(DO)).steps.flatMap(({ commands }) =>
      commands.map(({ text }) => text),
    )

  it.each([
    ["**Don't:**", '**Do:**'],
    ["**Don't**", '**Do**'],
    ['**Do not:**', '**But do:**'],
    ['**Never:**', '**Always:**'],
    ['**Never do this:**', '**Do this instead:**'],
    ['**Avoid:**', '**Restart the relay:**'],
    ['**Wrong:**', '**Right:**'],
    ['**❌ Don’t**', '**✅ Do**'],
    ['**Nicht:**', '**Sondern:**'],
  ])('R3.3 "%s" and its code are over where "%s" begins', (bans, asks) => {
    expect(both(bans, asks)).toEqual([DO])
    expect(both(bans, asks, `1. \`${GOOD}\``, '')).toEqual([GOOD, DO])
  })

  it('R3.3 "Or this" goes on with it, and so does what stands below a ban with nothing of its own', () => {
    expect(both("**Don't:**", '**Or this:**')).toEqual([])
    const { steps } = runbookOf('# T', '## Steps', '**What not to do:**', '', '**Purge it:**', ...fence(BAD))
    expect(steps).toEqual([])
  })
})
