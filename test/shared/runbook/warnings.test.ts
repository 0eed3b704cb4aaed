import { describe, expect, it } from 'vitest'
import type { Runbook, Step } from '../../../shared/runbook/runbook.ts'
import { runbookOf } from './read-sample.ts'

const around = (steps: readonly Step[]): string => steps.map(({ before, after }) => `${before}\n${after}`).join('\n')
const commandsOf = ({ steps, scenarios }: Runbook): string[] =>
  [...steps, ...scenarios.flatMap((one) => one.steps)].flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R2.3 and R3.14 a warning around scenarios is beside the steps of each', () => {
  const listed = runbookOf(
    '# Rings',
    '## Failure scenarios',
    'Never restart two relays at once, whatever the scenario.',
    '',
    '> [!WARNING]',
    '> Draining loses data.',
    '',
    '- **Relay down:** restart the relay.',
    '- **Never** restart the relay while a ring is draining.',
    '- **Do not** delete the ring',
    '- Disk full: the ring is read-only for all clients. Run the cleaner.',
    '- Ring torn: it cannot be read.',
    '  1. Drain the ring.',
    '',
    '  > [!CAUTION]',
    '  > Nobody may cut the ring itself.',
    '',
    '  It may take an hour.',
  )

  it('R2.3 an item that forbids is no scenario', () => {
    expect(listed.scenarios.map(({ title }) => title)).toEqual(['Relay down', 'Disk full', 'Ring torn'])
    expect(listed.scenarios.map(({ steps }) => steps.map(({ text }) => text))).toEqual([
      ['restart the relay.'],
      ['Run the cleaner.'],
      ['Drain the ring.'],
    ])
  })

  it.each([
    'Cannot reach the relay: restart it.',
    "Can't log in: reset the key.",
    'No responde el relé: reiniciar el relé.',
    'Не отвечает реле: перезапустить реле.',
  ])('R2.3 "%s" is one', (item) => {
    expect(runbookOf('# Rings', '## Failure scenarios', `- ${item}`).scenarios).toHaveLength(1)
  })

  it('R3.14 what is said straight below the heading, or by such an item, stands beside each', () => {
    for (const { steps } of listed.scenarios) {
      expect(around(steps)).toContain('Never restart two relays at once')
      expect(around(steps)).toContain('Draining loses data.')
      expect(around(steps)).toContain('**Never** restart the relay while')
      expect(around(steps)).toContain('**Do not** delete the ring')
    }
  })

  it('R3.14 what an item says around its step is not lost', () => {
    const [, disk, torn] = listed.scenarios
    expect(around(disk?.steps ?? [])).toContain('the ring is read-only for all clients.')
    expect(around(torn?.steps ?? [])).toContain('Nobody may cut the ring itself.')
    expect(around(torn?.steps ?? [])).toContain('It may take an hour.')
  })

  it('R3.14 a row is shown with the names of its columns where a step does not say all of it', () => {
    const { scenarios } = runbookOf(
      '# Rings',
      '## Failure scenarios',
      '| Scenario | Fix | Notes |',
      '|---|---|---|',
      '| Disk full | Run the cleaner | Takes an hour |',
      '| Relay down | Restart the relay | Never restart two at once |',
    )
    expect(scenarios.map(({ steps }) => around(steps).trim())).toEqual([
      '| Scenario | Fix | Notes |\n|---|---|---|\n| Disk full | Run the cleaner | Takes an hour |',
      '| Scenario | Fix | Notes |\n|---|---|---|\n| Relay down | Restart the relay | Never restart two at once |',
    ])
  })

  it('R2.4 an answer told elsewhere brings its words along, and one that tells what not to do brings no step', () => {
    const { scenarios } = runbookOf(
      '# Rings',
      '## Prerequisites',
      '- Take a backup of the ring.',
      '## Failure scenarios',
      '### Scenario 1: relay down',
      'Restart the relay.',
      '### Scenario 2: ring torn',
      'Drain the ring.',
      '## Resolution',
      '### For scenario 1',
      '1. Open the ring.',
      '',
      'It takes an hour.',
      '',
      '> [!WARNING]',
      '> Never drain two rings at once.',
      '',
      '## What not to do',
      '### In scenario 2',
      '- Delete the ring.',
    )
    const [down, torn] = scenarios
    expect(down?.steps.map(({ text }) => text)).toEqual(['Restart the relay.', 'Open the ring.'])
    expect(around(down?.steps ?? [])).toContain('It takes an hour.')
    expect(around(down?.steps ?? [])).toContain('Never drain two rings at once.')
    expect(torn?.steps.map(({ text }) => text)).toEqual(['Drain the ring.'])
    expect(around(torn?.steps ?? [])).toContain('**What not to do**\n\n**In scenario 2**\n\n- Delete the ring.')
    expect(around(torn?.steps ?? [])).toContain('Take a backup of the ring.')
  })
})

describe('R3.14 what warns is read, wherever it stands', () => {
  it('R3.14 a warning below the title in an item, a box or a frame stands beside the first step', () => {
    const { steps } = runbookOf(
      '# T',
      '- **Never** restart two relays at once.',
      '',
      '> [!CAUTION]',
      '> Draining two rings at once loses data.',
      '',
      '| Never cut a ring |',
      '|---|',
      '',
      '## Mitigation',
      '1. Restart the relay.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Restart the relay.'])
    expect(steps[0]?.before).toContain('**Never** restart two relays at once.')
    expect(steps[0]?.before).toContain('**Caution:**\n> Draining two rings at once loses data.')
    expect(steps[0]?.before).toContain('Never cut a ring')
  })

  it('R3.14 what stands under "What not to do" is shown with its heading', () => {
    const { steps } = runbookOf(
      '# T',
      '## What not to do',
      '- Delete the ring.',
      '## Mitigation',
      '1. Restart the relay.',
    )
    expect(steps.map(({ text, before }) => [text, before])).toEqual([
      ['Restart the relay.', '**What not to do**\n\n- Delete the ring.'],
    ])
  })

  it('R2.2 what stands in brackets behind a label goes with its words', () => {
    expect(runbookOf('# T', '## Plan', '**Fix** (not on the primary): restart the relay.').steps[0]?.text).toBe(
      '(not on the primary) restart the relay.',
    )
  })

  it('R3.14 a limit that is turned around is no repetition', () => {
    const { steps } = runbookOf('# T', '## Mitigation', '1. Restart the relay if lag > 10.', '', 'Lag < 10.')
    expect(around(steps)).toContain('Lag < 10.')
  })

  it('R4 what stands before a heading on its line is not lost', () => {
    const { steps } = runbookOf('<p>Never drain two rings.</p><h1>T</h1>', '', '## Mitigation', '1. Restart the relay.')
    expect(around(steps)).toContain('Never drain two rings.')
  })

  it('R3.8 lines that order are read without their marks, and one that forbids is shown beside them', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      'Drain the ring',
      'Do not run `ringctl purge --all`',
      'Drain the ring instead of running `kubectl delete pod ring-0`',
      'Tell the clients &amp; the owner<br>',
      'Restart it with `relayctl restart ring-1`',
    )
    expect(steps.map(({ text, commands }) => [text, ...commands.map((one) => one.text)])).toEqual([
      ['Drain the ring'],
      ['Drain the ring instead of running kubectl delete pod ring-0'],
      ['Tell the clients & the owner'],
      ['Restart it with relayctl restart ring-1', 'relayctl restart ring-1'],
    ])
    expect(around(steps).trim()).toBe('Do not run `ringctl purge --all`')
  })
})

/** Where an author may put a warning; `%` stands for it. */
const PLACES: readonly (readonly string[])[] = [
  ['# T', '%', '## Mitigation', '1. Restart the relay.'],
  ['# T', '- %', '- Read on.', '', '## Mitigation', '1. Restart the relay.'],
  ['# T', '> [!CAUTION]', '> %', '', '## Mitigation', '- Restart the relay.'],
  ['# T', '| % |', '|---|', '', '## Mitigation', 'Restart the relay.'],
  ['# T', '## Mitigation', '%', '', '- Restart the relay.', '- Look at the board.'],
  ['# T', '## Mitigation', '- Restart the relay.', '- %', '- Look at the board.'],
  ['# T', '## Mitigation', '1. Restart the relay.', '   - %', '2. Look at the board.'],
  ['# T', '## Mitigation', '1. Restart the relay.', '', '   %', '', '2. Look at the board.'],
  ['# T', '## Mitigation', 'Restart the relay. %'],
  ['# T', '## Mitigation', 'Restart the relay.', '', '%', '', 'Look at the board.'],
  ['# T', '## Mitigation', 'Restart the relay', '%', 'Look at the board'],
  ['# T', '## Mitigation', '!!! danger', '    %', '', '1. Restart the relay.'],
  ['# T', '## Mitigation', ':::warning', '%', ':::', '', '1. Restart the relay.'],
  ['# T', '## Mitigation', '1. Restart the relay (quick).', '', 'WARNING: %'],
  ['# T', '## Mitigation', '**Fix** (quick): restart the relay. %'],
  ['# T', '## Mitigation', '| Step | Notes |', '|---|---|', '| Restart the relay | % |'],
  ['# T', '## Failure scenarios', '%', '### Relay down', 'Restart the relay.', '### Ring torn', 'Drain it.'],
  ['# T', '## Failure scenarios', '- Relay down: restart the relay.', '- %', '- Ring torn: drain it.'],
  ['# T', '## Failure scenarios', '- Relay down:', '  1. Restart the relay.', '', '  > %'],
  ['# T', '## Failure scenarios', '| Scenario | Fix | Notes |', '|---|---|---|', '| Relay down | Restart it | % |'],
  [
    '# T',
    '## Failure scenarios',
    '### Scenario 1: down',
    'Restart it.',
    '### Scenario 2: torn',
    'Drain it.',
    '## Resolution',
    '### For scenario 1',
    '%',
    '',
    '1. Open the ring.',
  ],
  ['# T', '## Prerequisites', '%', '## Mitigation', '1. Restart the relay.'],
  ['# T', '## What not to do', '- %', '## Mitigation', '1. Restart the relay.'],
]

const BAD = 'kubectl delete pvc ring-0'
const WARNINGS = [
  'Never drain two rings at once.',
  `Do not run \`${BAD}\` here.`,
  `**Never** run \`${BAD}\`.`,
  `Under no circumstances run \`${BAD}\`.`,
  `You must not use \`${BAD}\` on a full ring.`,
  `\`${BAD}\` must not be run.`,
  'If the ring is full, do not drain it.',
]

describe('R3.14 no warning is lost, ticked or offered to run', () => {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

  it.each(PLACES.map((place) => [place.join(' / '), place] as const))('R3.14 %s', (_, place) => {
    for (const warning of WARNINGS) {
      const runbook = runbookOf(...place.map((line) => line.replace('%', warning)))
      const all = [...runbook.steps, ...runbook.scenarios.flatMap(({ steps }) => steps)]
      expect(all.length, warning).toBeGreaterThan(0)
      expect(all.map(({ text }) => bare(text))).not.toContain(bare(warning))
      expect(commandsOf(runbook), warning).toEqual([])
      const shown = all.map(({ text, before, after }) => bare(`${text} ${before} ${after}`))
      expect(
        shown.some((words) => words.includes(bare(warning))),
        `${warning} in ${JSON.stringify(all.map(({ text, before, after }) => [text, before, after]))}`,
      ).toBe(true)
    }
  })
})

describe('R3.8 a warning that forbids', () => {
  it('R3.8 is read whole, with what it says to keep to', () => {
    const warning = '*WARNING*: do not remove the new rings. You should keep more of them. Just remove the oldest.'
    const { steps } = runbookOf('# T', '## Fix', 'Read the list of rings.', '', warning)
    expect(steps.map(({ text }) => text)).toEqual(['Read the list of rings.'])
    expect(around(steps)).toContain('Just remove the oldest.')
  })

  it('R3.8 is a step where it says what to do instead', () => {
    const { steps } = runbookOf('# T', '## Fix', 'WARNING: do not remove the ring. Instead, drain the relay.')
    expect(steps).not.toEqual([])
  })
})
