import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# Relay', ...lines).steps
const textsOf = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

describe('R3 boxes beside numbers', () => {
  it('R3 numbers above boxes of one of them are steps as well', () => {
    const steps = stepsOf(
      '## Recovery',
      '1. **Backfill the ring**',
      '   ```sh',
      '   make backfill',
      '   ```',
      '2. **Validate**',
      '   - [ ] Counts match',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Backfill the ring', 1],
      ['Counts match', 0],
    ])
  })
})

describe('R3.10 bullets in front of numbers', () => {
  it('R3.10 each that stands above what is typed is a step as well', () => {
    const look = (words: string, name: string) => [`- ${words}:`, '', '  ```sh', `  relayctl show ${name}`, '  ```', '']
    const steps = stepsOf(
      '## Remedy',
      'Make sure that all of this is given:',
      '',
      ...look('The right ring was made', 'ring-a'),
      ...look('The right relay was made', 'relay-a'),
      'Some relays stop by themselves. To see it, follow these steps:',
      '',
      '1. Drain the relay.',
      '2. Restart it.',
    )
    expect(steps.map(({ text, commands }) => [text, commands.map((command) => command.text)])).toEqual([
      ['The right ring was made', ['relayctl show ring-a']],
      ['The right relay was made', ['relayctl show relay-a']],
      ['Drain the relay.', []],
      ['Restart it.', []],
    ])
  })
})

describe('R3 lists in which one sister has no verb', () => {
  it('R3 a plan by the clock is kept whole', () => {
    expect(
      textsOf('## What we do', '- 02:30: nothing, they are late.', '- 03:30: mail them.', '- 05:00: call them.'),
    ).toHaveLength(3)
  })

  it('R3 "No: check it" beside numbers is an order', () => {
    expect(
      textsOf(
        '## Tree',
        '- Is it full?',
        '  - Yes: see the board',
        '  - No: check the log',
        '',
        '## Ring',
        '1. Drain it.',
      ),
    ).toEqual(['Is it full?', 'Yes: see the board', 'No: check the log', 'Drain it.'])
  })
})

describe('R3 columns of a table of checks', () => {
  it('R3 what is expected, and a place in words, go with the check', () => {
    const steps = stepsOf(
      '| # | Check | Command | Expected |',
      '| --- | --- | --- | --- |',
      '| 1 | Store up | `nc -zv store 9083` | open |',
      '| 2 | Failed jobs | Board > Failed | none |',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Store up (Expected: open)', 1],
      ['Failed jobs: Board > Failed (Expected: none)', 0],
    ])
  })
})

describe('R2 what is a heading and what a scenario', () => {
  it('R2 bold first lines of several paragraphs are headings', () => {
    const { scenarios } = runbookOf(
      '# Relay',
      '## Alarms',
      '**RingLate**',
      'Wait. If it is late for an hour, raise the limit.',
      '',
      '**RingDown**',
      'Restart the ring.',
    )
    expect(scenarios.map(({ title, steps }) => [title, steps.length > 0])).toEqual([
      ['RingLate', true],
      ['RingDown', true],
    ])
  })

  it('R2 a title about incidents gathers none where a heading below it lists the failures', () => {
    const { scenarios, steps } = runbookOf(
      '# Ring incidents',
      '## Common failures',
      '| Failure | How to spot it | Resolution |',
      '| --- | --- | --- |',
      '| Ring full | red board | Drain the ring |',
      '| Ring gone | no board | Restore the ring |',
      '## Rerun a job',
      '`make rerun`',
    )
    expect(scenarios.map(({ title }) => title)).toEqual(['Ring full', 'Ring gone'])
    expect(steps.map(({ commands }) => commands[0]?.text)).toEqual(['make rerun'])
  })

  it('R3 a warning below the title stands beside the first step', () => {
    const [first] = stepsOf('> Never rotate two rings at once.', '', '## Rotate', '1. Issue the key.')
    expect(first?.before).toContain('Never rotate two rings')
  })
})

describe('R3 items that are more or less than their sisters', () => {
  it('R3.1 behind a name and a dash stands what is to be done, also without a heading above', () => {
    const places = [
      '- [Carrier](https://carrier.example) - check if it is late',
      '- [Depot](https://depot.example) - check if it is shut',
    ]
    expect(textsOf('Tell the owner.', '', ...places)).toEqual([
      'Tell the owner.',
      'Carrier - check if it is late',
      'Depot - check if it is shut',
    ])
  })

  it('R3.7 a number that only names a part is a step beside numbers that are', () => {
    const steps = stepsOf(
      '## Mitigation',
      '1. **Memory**:',
      '   - Raise the limit',
      '',
      '2. **Monitoring and alerting**:',
      '   - Set up an alert',
      '',
      '3. **Capacity**:',
      '   - Add a relay',
    )
    expect(steps.map(({ text, depth }) => [text, depth])).toEqual([
      ['Memory', 0],
      ['Raise the limit', 1],
      ['Monitoring and alerting', 0],
      ['Set up an alert', 1],
      ['Capacity', 0],
      ['Add a relay', 1],
    ])
  })

  it('R3.7 why something is done is no step below it and takes no command from it', () => {
    const steps = stepsOf(
      '## Check',
      '- look for empty files',
      '  - necessary until [the fault](https://fault.example) gets mended',
      '',
      '```sh',
      'find /data/ring -size 0',
      '```',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([['look for empty files', 1]])
    expect(steps[0]?.before).toContain('necessary until')
  })

  it('R3.6 places below an order are told beside it, all of them together', () => {
    const steps = stepsOf(
      '## Troubleshoot',
      'There are two ways out:',
      '',
      '- Remove what nobody needs. Some places that are safe to empty, are:',
      '  - Files under `/var/parcels`',
      '  - Old logs in `/var/log`',
      '  - The `.parcels` folder of each user',
      '- If all of it is needed, order a larger disk.',
    )
    expect(steps.map(({ depth }) => depth)).not.toContain(2)
    expect(steps.map(({ before, after }) => before + after).join('')).toMatch(
      /Files under[\s\S]*Old logs in[\s\S]*The `\.parcels` folder/,
    )
  })
})

describe('R3 orders in short', () => {
  it.each(['no data \u2192 restart the ring', '`ERR_LOCKED` -> remove the lock, restart', 'If it is late, wait.'])(
    'R3 %s',
    (line) => {
      expect(textsOf('## Fix', `- ${line}`, '- Call the owner.')).toHaveLength(2)
    },
  )

  it('R3 bold words that name a way, with a note behind them, are its heading', () => {
    const steps = stepsOf(
      '**Option 1: online**, slower',
      '```sql',
      'REINDEX INDEX CONCURRENTLY orders;',
      '```',
      '**Option 2: offline**, 10 min',
      '',
      '1. Stop the API.',
      '2. Start the API.',
    )
    expect(steps.map(({ ways = [] }) => ways[0])).toEqual([undefined, 'Option 2: offline', 'Option 2: offline'])
    expect(steps[0]?.text).toContain('Option 1: online')
  })
})
