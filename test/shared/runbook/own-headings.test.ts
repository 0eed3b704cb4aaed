import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

/** A file with a diagnosis, and `lines` behind it. */
const behindDiagnosis = (...lines: string[]) =>
  runbookOf('# Relay late', '## Diagnosis', '1. Check the ring of the relay.', '', ...lines).steps.slice(1)

describe("R3 headings of the author's own words beside headings that announce steps", () => {
  it('R3 bullets that order, and commands, are steps below their heading', () => {
    const steps = behindDiagnosis(
      '## Snapshots and spares',
      '- Taken daily. Bring it back: create a ring from the snapshot, then start the relay.',
      '- By hand: `docker compose exec relay dump`.',
      '- Snapshots are kept for a week.',
    )
    expect(steps.map(({ line, section }) => [line, section])).toEqual([
      [6, 'Snapshots and spares'],
      [7, 'Snapshots and spares'],
    ])
    expect(steps[1]?.commands.map(({ text }) => text)).toEqual(['docker compose exec relay dump'])
  })

  it('R3 of prose only what begins with an order is one', () => {
    const steps = behindDiagnosis(
      '## Late warnings',
      'A warning tells that the relay was late once.',
      '',
      'Check the board of the relay for gaps.',
      '',
      '## Defaults',
      'You can change the interval in the settings.',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Check the board of the relay for gaps.'])
  })

  it('R3 a heading that orders above nothing is a step', () => {
    const steps = behindDiagnosis('## Make sure that the ring is served again', '', '## Done')
    expect(steps.map(({ text }) => text)).toEqual(['Make sure that the ring is served again'])
  })

  it('R3 a heading that orders above a table, or code to apply, is a step before those below it', () => {
    const table = ['| Name | Value |', '| --- | --- |', '| ring | b |', '']
    const told = (...lines: string[]) =>
      runbookOf('# Relay', '## Mitigation', ...lines).steps.map(({ text, line }) => [line, text])
    expect(told('1. Stop the relay', '', '### Add the values', ...table, '- Restart the relay.')).toEqual([
      [3, 'Stop the relay'],
      [5, 'Add the values'],
      [10, 'Restart the relay.'],
    ])
    expect(
      told(
        '1. Stop the relay',
        '',
        '### Short-term: grow the ring',
        '```yaml',
        '# ring.yml',
        'ring:',
        '  size: 2',
        '```',
      ),
    ).toEqual([
      [3, 'Stop the relay'],
      [5, 'Short-term: grow the ring'],
    ])
    expect(
      told('1. Stop the relay', '', '### Restart the relay', 'Run:', '', '```sh', 'relayctl restart', '```'),
    ).toEqual([
      [3, 'Stop the relay'],
      [6, 'Restart the relay'],
    ])
  })

  it('R3 of headings in a row with numbers so is each', () => {
    const { steps } = runbookOf(
      '# Point the ring at the relay',
      '## 1. Attach the ring',
      '```sh',
      'ringctl attach ring-b',
      '```',
      '## 2. Add the records',
      'Console, Records:',
      '',
      '| Name | Value |',
      '| --- | --- |',
      '| ring | b |',
      '',
      '- Remove old records of the ring.',
      '## 3. Check it',
      '```sh',
      'ringctl show ring-b',
      '```',
    )
    expect(steps.map(({ line }) => line)).toEqual([3, 6, 13, 15])
  })

  it('R3 links to other pages and into this one are none', () => {
    const steps = behindDiagnosis(
      '## Where to go on',
      'A) [Drain the ring](#drain)',
      '',
      '## Related pages',
      '- [Restart the relay](restart.md)',
    )
    expect(steps).toEqual([])
  })

  it('R3 below an escalation numbers that order are steps, and the cases of an order are told beside it', () => {
    const steps = behindDiagnosis(
      '## Escalation',
      'If it stays late for an hour:',
      '',
      '1. Collect the logs of the relay.',
      '2. Page the owner of the ring.',
      '',
      '## When to escalate',
      '- Contact support if:',
      '  - You need to skip rings again and again',
      '  - The ring stays late',
      '',
      '## Contacts',
      '| After | Action |',
      '| --- | --- |',
      '| 10 min | Page the lead |',
    )
    expect(steps.map(({ text }) => text)).toEqual([
      'If it stays late for an hour',
      'Collect the logs of the relay.',
      'Page the owner of the ring.',
      'Contact support if',
    ])
    expect(steps.at(-1)?.before).toContain('skip rings')
  })

  it('R3 a bold line above bullets that only tell leads to them and is no heading', () => {
    const { steps } = runbookOf(
      '# Relay late',
      '## Diagnosis',
      'Call the ring by hand to see whether it answers.',
      '',
      '**Common answers to look for:**',
      '',
      '- `401` - wrong key of the ring',
      '- `timeout` - the firewall is closed',
      '',
      '**Expected:**',
      '- A ring with a head',
      '- OR a ring without one',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Call the ring by hand to see whether it answers.'])
  })

  it('R3 of numbered headings one that only names a thing is no step', () => {
    const { steps } = runbookOf(
      '# Relay',
      ...['1. Pages', 'https://ring.example.com', '## 2. Health', '```sh', 'ringctl status', '```'].map((line) =>
        line.replace(/^1/, '## 1'),
      ),
      '## 3. Restart of the relay',
      '```sh',
      'systemctl restart relay',
      '```',
    )
    expect(steps.map(({ text }) => text)).toEqual(['Health', 'Restart of the relay'])
  })

  it('R3 what is done after the fix is a step, and what is done after the incident is none', () => {
    expect(
      behindDiagnosis(
        '## After the fix',
        '- Start the relay again.',
        '',
        '## After the incident',
        '- Write a report.',
      ).map(({ text }) => text),
    ).toEqual(['Start the relay again.'])
  })
})

describe('R3 a purpose under a heading of the own words', () => {
  it('R3 that says what one should do is a step', () => {
    const fix = ['## Fix', '', '1. Restart the relay', '', '## Late warning', '', 'It has not said anything.', '']
    const { steps } = runbookOf('# T', ...fix, 'To resolve this you should look at the board of the relay.')
    expect(steps.at(-1)?.text).toBe('To resolve this you should look at the board of the relay.')
  })
})
