import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

describe('R3 a heading that orders is not lost', () => {
  const code = ['```', 'ringctl restart relay', '```']

  it('R3 above nothing but facts it is the step, and these stand beside it', () => {
    const steps = stepsOf(
      '### Drain the ring',
      ...code,
      '### Check key usage of the relays',
      'Relays need both keys:',
      '',
      '- the key of the ring',
      '- the key of the relay',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Drain the ring', 'Check key usage of the relays'])
    expect(steps[0]?.after).toBe('')
    expect(`${steps[1]?.before}${steps[1]?.after}`).toContain('Relays need both keys')
  })

  it.each([
    'Contact rota',
    'Alert variants',
    'Triage flow',
    'Page rotation',
    'Upgrade schedule',
    'Verwandte Dashboards',
  ])('R3.13 a name whose first word is a verb too is no order: "%s"', (heading) => {
    expect(texts(`### ${heading}`, 'The north has two of them.', '### Drain the ring', ...code)).toEqual([
      'Drain the ring',
    ])
  })

  it('R3 with a number it is done before what comes after it, unless that says it again', () => {
    const first = ['### Step 1: Look at the ring', '1. Open its board.']
    const check = ['After the job ran, check the ring.', '', ...code]
    expect(texts(...first, '### Step 2: Merge the request', ...check)).toEqual([
      'Open its board.',
      'Merge the request',
      'After the job ran, check the ring.',
    ])
    expect(texts(...first, '### Step 2: Check the ring', ...check)).toEqual([
      'Open its board.',
      'After the job ran, check the ring.',
    ])
  })

  it('R3 outside the diagnosis too, where it stands beside headings with steps', () => {
    const { steps } = runbookOf(
      '# T',
      '## Validate settings',
      'The settings of the relay are in `ring.yml`. They have a form of their own.',
      '## Diagnosis',
      '1. Restart the ring',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Validate settings', 'Restart the ring'])
  })

  it('R3 not the first one above nothing, which says again what the front matter calls the file', () => {
    const { title, steps } = runbookOf(
      ...['---', 'title: Restart a ring', '---', '', '## Restart a ring', '', '## Symptom', 'It is torn.'],
      ...['## Solution', '1. Drain it.', '2. Restart it.'],
    )
    expect(title).toBe('Restart a ring')
    expect(steps.map(({ text }) => text)).toEqual(['Drain it.', 'Restart it.'])
  })

  it('R3 nor one that ends in what is told below it, as a contract', () => {
    const table = ['| Ring | Role |', '|---|---|', '| north | Replay source |', '| south | Replay target |']
    expect(texts('### Replay ring contract', ...table, '### Restart', '1. Restart the ring.')).toEqual([
      'Restart the ring.',
    ])
  })

  it('R3 a scenario further down changes nothing of it', () => {
    const own = [
      '# Rings',
      '## Check the rings',
      '1. Open the board of the rings.',
      '## Check the width of the tunnel',
      'When the width is wrong, errors are logged, similar to:',
      '',
      '- `ring: bad width`',
      '- `ring: too late`',
      '',
      'See [the book](https://example.org/width) for an example how to set the width.',
    ]
    const later = ['## Scenario 1: relay lost', '1. Restart the relay.', '## Scenario 2: ring lost', '1. Restore it.']
    const wanted = ['Open the board of the rings.', 'Check the width of the tunnel']
    expect(runbookOf(...own).steps.map(({ text }) => text)).toEqual(wanted)
    expect(runbookOf(...own, ...later).steps.map(({ text }) => text)).toEqual(wanted)
  })
})

describe('R3 R3.1 leads and lists that are told elsewhere', () => {
  it('R3.1 "Start by removing the name that was set:" orders, whatever was done to the name', () => {
    expect(
      texts('The ring is slow.', '', 'Start by removing the name that was set:', '', '```', 'unset RING', '```'),
    ).toEqual(['Start by removing the name that was set'])
  })

  it('R3.6 "Select the ring you are losing:" above numbers is the step above them', () => {
    const steps = stepsOf('Select the ring you are losing:', '', '1. Tick its box', '2. Click Delete')
    expect(steps.map(({ text, depth }) => `${'>'.repeat(depth)}${text}`)).toEqual([
      'Select the ring you are losing',
      '>Tick its box',
      '>Click Delete',
    ])
  })

  it('R3.10 after the incident numbers that ask in front of a last look are steps', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '1. Restart the ring',
      '## Post-incident',
      '1. Record the loss in the book.',
      '2. Check the board for later losses.',
      '3. Rewrite the book.',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'Restart the ring',
      'Record the loss in the book.',
      'Check the board for later losses.',
    ])
  })
})

describe('R3.10 headings that only count', () => {
  it('R3.10 are said in the words below them', () => {
    const page = ['## Step 1', 'Open the board.', '', '## Step 2', 'The window of the ring opens.', '', '![](ring.png)']
    expect(runbookOf('# T', ...page).steps.map(({ text }) => text)).toEqual([
      'Open the board.',
      'The window of the ring opens.',
    ])
  })

  it('R3.10 and with no words below them by themselves', () => {
    const page = ['## Step 1', 'Open the board.', '', '## Step 2', '- [the book](book.md)']
    expect(runbookOf('# T', ...page).steps.map(({ text }) => text)).toContain('Step 2')
  })
})
