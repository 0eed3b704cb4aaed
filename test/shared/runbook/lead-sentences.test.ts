import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, depth, before, after }) => ({
    text,
    depth,
    beside: `${before}${after}`,
  }))
const textsOf = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

describe('R3 sentences that lead on to a list or a command', () => {
  it.each([
    [
      'Look at the state of the ring. Pay special attention to:',
      '- **Ready**: The main state',
      '- **Synced**: Says whether it was read',
    ],
    [
      'Open the board of the ring, where you can view two key metrics:',
      '- **Load**: What it stands in',
      '- **Size**: Says how large it is',
    ],
    ['Read the logs of the relay. Look for:', '- Timeouts or retries', '- Long-running drains'],
  ])('R3 "%s" is one step, and the things below it stand beside', (lead, ...items) => {
    const [step, ...more] = stepsOf(lead, '', ...items)
    expect(more).toEqual([])
    expect(step?.text).toBe(lead.replace(/:$/, ''))
    for (const item of items) expect(step?.beside).toContain(item.slice(2))
  })

  it('R3 questions and orders below "Look for:" are steps', () => {
    expect(textsOf('Look for:', '', '- Is the ring full?', '- Late rings: restart them')).toHaveLength(3)
  })

  it('R3 the order above a list is told once, also where an item asks', () => {
    expect(
      textsOf('Check the relay. Read these:', '', '- Drain the ring', '- The state of it', '- The age of it'),
    ).toEqual([
      ...new Set(
        textsOf('Check the relay. Read these:', '', '- Drain the ring', '- The state of it', '- The age of it'),
      ),
    ])
  })

  it('R3 "You can use the following command" goes with the order before it', () => {
    const lines = [
      'First, check the rings of the relay. You can use the following command:',
      '',
      '```sh',
      'relayctl list',
      '```',
    ]
    expect(textsOf(...lines)).toEqual(['First, check the rings of the relay. You can use the following command'])
  })

  it('R3.8 an example of an order goes with it, and has its command', () => {
    const lines = [
      'Show the ring. E.g.: for the ring `b` use the following command:',
      '',
      '```sh',
      'ringctl show b',
      '```',
    ]
    const { steps } = runbookOf('# T', '## Diagnosis', ...lines)
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Show the ring. E.g.: for the ring b use the following command', 1],
    ])
  })

  it('R3.8 a line straight above headings only leads to what these tell, a case is a step', () => {
    const below = ['### The disk', 'Clean the disk of the ring.', '### The wire', 'Check the wire.']
    const led = (line: string) => textsOf('Look.', '## Mitigation', line, ...below)
    const told = ['Clean the disk of the ring.', 'Check the wire.']
    expect(led('Depending on what is late, you can try the following:')).toEqual(['Look.', ...told])
    expect(led('If it is late, try the following:')).toHaveLength(4)
  })

  it('R3 a means goes with the order before it, and another order does not', () => {
    const means = 'Verify why rings are late. You can get a picture on the board.'
    expect(textsOf(means)).toEqual([means])
    expect(textsOf('Fix the ring on the relay. You can also delete the ring.')).toHaveLength(2)
  })

  it('R3 patterns of a log are no steps', () => {
    const lines = [
      '- Restart the relay',
      '',
      'Typical log patterns during a drain:',
      '',
      '- `RingError: could not be read`',
      '- Retry log: trying again',
    ]
    expect(textsOf(...lines)).toEqual(['Restart the relay'])
  })

  it('R3 "Fix: shard by ..." is an order', () => {
    expect(textsOf('**Fix:** Shard by creating two rings.')).toEqual(['Shard by creating two rings.'])
  })
})

describe('R3 lines that only lead to the steps', () => {
  const texts = (...lines: string[]) => runbookOf('# Relay', ...lines).steps.map(({ text }) => text)

  it('R3.1 "follow these steps to ...:" is no step above the steps', () => {
    const lead = 'In the event that a ring fails again, follow these steps to learn more about it:'
    expect(texts('## Diagnosis', lead, '', '1. Open the board', '2. Read the log')).toEqual([
      'Open the board',
      'Read the log',
    ])
  })

  it('R3.8 in a tab a bold line above numbers is their heading', () => {
    const tab = (name: string, ...lines: string[]) => [`=== "${name}"`, '', ...lines.map((line) => `    ${line}`), '']
    const found = texts(
      '## Diagnosis',
      ...tab('Hosted', '**Use the console**', '', '1. Open the board', '2. Read the log'),
      ...tab('Own', '1. Log in', '2. Read the file'),
    )
    expect(found).toEqual(['Open the board', 'Read the log', 'Log in', 'Read the file'])
  })

  it('R3.6 what one can do is no step above headings with numbers that tell how', () => {
    const found = runbookOf(
      '# Relay',
      '## Remedy',
      'To mend the ring, you can raise its limit. You can also choose to drain it.',
      '### Change the settings',
      '1. Open the file.',
      '2. Raise the limit.',
    ).steps
    expect(found.map(({ text }) => text)).toEqual(['Open the file.', 'Raise the limit.'])
    expect(found[0]?.before).toContain('you can raise its limit')
  })

  it('R3.12 what goes on in small letters behind code has its case in front', () => {
    const lines = ['If you see something like:', '', '```', 'ring  late  3', '```', '', 'then restart the relay.']
    expect(texts('## Diagnosis', ...lines)).toEqual(['If you see something like \u2026 then restart the relay.'])
  })
})
