import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const textsOf = (...lines: string[]): readonly string[] => runbookOf('# T', ...lines).steps.map(({ text }) => text)

/** A heading, what stands below it, and the empty line before the next one. */
const part = (heading: string, ...lines: string[]) => [`## ${heading}`, '', ...lines, '']

describe('R3 orders that stand beside facts', () => {
  it('R3 boxes to tick before one starts are steps', () => {
    const texts = textsOf(
      ...part('Before you start', '- [ ] The rings are published.'),
      ...part('Step 1: Drain', 'Drain the relay:', '', '```sh', 'relayctl drain', '```'),
    )
    expect(texts).toEqual(['The rings are published.', 'Drain the relay'])
  })

  it('R3 below headings that tell of the alert, a look and what to do in a case are steps', () => {
    const texts = textsOf(
      ...part(
        'Severities',
        '- This alert is most likely minor',
        '- Check the board of the relay to see whether rings are late',
        '- Look for outliers among the rings',
      ),
      ...part(
        'Recent changes',
        '- [Recent changes](https://example.org/changes)',
        '- If a deployment is the cause, roll it back',
      ),
      ...part('Possible resolutions', '- This alert has not yet been seen'),
    )
    expect(texts).toEqual([
      'Check the board of the relay to see whether rings are late',
      'Look for outliers among the rings',
      'If a deployment is the cause, roll it back',
    ])
  })

  it('R3 with nothing but statements below a remedy, what to do stands elsewhere', () => {
    const texts = textsOf(
      ...part('Resolution', '- This alert has not yet been seen'),
      ...part('On the relay', '- Drain the ring', '- Delete the ring'),
    )
    expect(texts).toEqual(['Drain the ring', 'Delete the ring'])
  })

  it('R3 what happens by itself is none', () => {
    const texts = textsOf(
      ...part('Failover (no manual intervention required)', '1. The relay promotes the copy', '2. Packers reconnect'),
      ...part('Manual failover', '1. Stop the relay', '2. Start the copy'),
    )
    expect(texts).toEqual(['Stop the relay', 'Start the copy'])
  })

  it('R3 below a numbered heading the orders of its text take its place', () => {
    const texts = textsOf(
      ...part('Step 1: Drain', 'Drain the relay:', '', '```sh', 'relayctl drain', '```'),
      ...part(
        'Step 2: Update the rings',
        '**2a.** File: `ring.yml`',
        '',
        'Add a ring at the top of the file.',
        '',
        '**2b.** File: `packer.yml`',
        '',
        'Add a packer below the others.',
      ),
    )
    expect(texts).toEqual(['Drain the relay', 'Add a ring at the top of the file.', 'Add a packer below the others.'])
  })

  it('R3 each cause with what to do about it is one, and a list of mere causes is none', () => {
    const fix = ['', '## Fix', '', '1. Restart the relay']
    const answered = [
      '## Common causes',
      '',
      '- **Ring full**: nothing can be written. Check the board of the ring.',
      '- **Probe fails**: the relay is starved - check its load before you blame it',
      '- **Bad release**: it is rare',
    ]
    expect(textsOf(...answered, ...fix).slice(0, 2)).toEqual([
      'Ring full: nothing can be written. Check the board of the ring.',
      'Probe fails: the relay is starved - check its load before you blame it',
    ])
    const told = ['## Common causes', '', '- **Ring full**: nothing can be written.', '- Bad release']
    expect(textsOf(...told, ...fix)).toEqual(['Restart the relay'])
  })

  it('R3 one cause alone that says plainly how to tell or to fix it is a step, one that orders in passing is none', () => {
    const causes = ['## Common causes', '', '- The ring is torn, then check nothing.', '- The board is slow.', '']
    const fix = ['## Mitigation', '', '- Restart the relay']
    const answer = 'The ring is full. To tell whether it is, check the board of the ring.'
    expect(textsOf(...causes, ...fix)).toEqual(['Restart the relay'])
    expect(textsOf(...causes.slice(0, -1), `- ${answer}`, '', ...fix)).toEqual([answer, 'Restart the relay'])
  })

  it('R3 what can be typed below "Dashboards & queries" is a look at this case', () => {
    const queries = [
      '## Dashboards & queries',
      '',
      '* Readiness:',
      '  ```sh',
      '  curl -s http://relay/ready',
      '  ```',
      '',
    ]
    const { steps } = runbookOf('# T', ...queries, '* The board of the relay', '', '## Fix', '', '1. Restart the relay')
    expect(steps.map(({ text, commands }) => [text, ...commands.map((command) => command.text)])).toEqual([
      ['Readiness', 'curl -s http://relay/ready'],
      ['Restart the relay'],
    ])
  })

  it('R3 a verification after the resolution is part of it, a review is not', () => {
    const lines = (heading: string) => ['## Fix', '', '1. Restart the relay', '', heading, '', '- [ ] Check the ring']
    expect(textsOf(...lines('## Post-Resolution Verification'))).toEqual(['Restart the relay', 'Check the ring'])
    expect(textsOf(...lines('## Post-Incident Review Checklist'))).toEqual(['Restart the relay'])
  })

  it('R3 a look with its command is one under the meaning as well', () => {
    const meaning = [
      '## Meaning and impact',
      '',
      'The relay is late. Confirm it:',
      '',
      '```sh',
      'relayctl show',
      '```',
      '',
      'It costs money.',
    ]
    const { steps } = runbookOf('# T', ...meaning, '', '## Fix', '', '1. Restart the relay')
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Confirm it', 1],
      ['Restart the relay', 0],
    ])
  })

  it('R3 how to mend it is one under the meaning, what is only advised there is none', () => {
    const told = 'A ring grew too large. To remedy this issue, drain the ring. It fires at 7.'
    const { steps } = runbookOf('### Understand the alert', told, '', 'You should know what a ring is.')
    expect(steps.map(({ text }) => text)).toEqual(['To remedy this issue, drain the ring. It fires at 7.'])
  })

  it('R3 a root cause analysis that is typed is a diagnosis', () => {
    const { steps } = runbookOf(
      '# T',
      '## Root Cause Analysis',
      '',
      '```sql',
      'SELECT 1 FROM rings;',
      '```',
      '',
      '## Fix',
      '',
      '1. Wait',
    )
    expect(steps.map(({ commands }) => commands.length)).toEqual([1, 0])
  })
})

describe('R3 after the incident', () => {
  it('R3 the last look at the thing is a step, what is learned is none', () => {
    const after = [
      '## Post-incident',
      '',
      '- Verify the ring answers',
      '- Verify the runbook is right',
      '- Write the report',
    ]
    expect(textsOf('## Fix', '', '1. Restart the relay', '', ...after)).toEqual([
      'Restart the relay',
      'Verify the ring answers',
    ])
  })
})

describe('R3 follow-ups', () => {
  it('R3.10 are the steps of a page that has lists below nothing else', () => {
    const follow = [
      '## Follow-up actions',
      '',
      '### Steps for the scribe',
      '',
      '1. Read the chat again',
      '2. Collect the open ends',
    ]
    const told = ['## Reviewing it', '', 'Tell a leader if you like to join.']
    expect(runbookOf('# Once it is over', '', ...follow, ...told).steps.map(({ text }) => text)).toEqual([
      'Read the chat again',
      'Collect the open ends',
      'Tell a leader if you like to join.',
    ])
    const during = ['## Closing the ring', '', '- Drain it', '- Tell its owner', '']
    expect(runbookOf('# Late rings', '', ...during, ...follow).steps.map(({ text }) => text)).not.toContain(
      'Collect the open ends',
    )
  })

  it('R3 looks and what to do in a case are steps, what is mended for another day is none', () => {
    const items = ['1. Identify the rings that were late.', '2. After changes, watch the lag.', '3. Add a test.']
    const lines = (heading: string) => ['## Fix', '', '1. Restart the relay', '', heading, '', ...items]
    expect(textsOf(...lines('## Follow-up actions'))).toEqual([
      'Restart the relay',
      'Identify the rings that were late.',
      'After changes, watch the lag.',
    ])
    expect(textsOf(...lines('## Prevention'))).toEqual(['Restart the relay'])
  })
})

describe('R3 facts within a procedure', () => {
  it('R3 causes below a number are none of its steps', () => {
    const causes = ['2. **Common causes:**', '   - Files growing', '   - Layers on the disk', '']
    expect(textsOf('## Diagnosis', '', '1. Look at the disk', ...causes, '3. Look at the node')).toEqual([
      'Look at the disk',
      'Look at the node',
    ])
  })

  it('R3 a label that asks for a look, above its command, is a step under symptoms', () => {
    const look = ['**Check status:**', '', '```sh', 'kubectl get nodes', '```', '']
    expect(textsOf('## Symptoms', '', '- The ring is late', '', ...look, '## Fix', '', '1. Restart it')).toEqual([
      'Check status',
      'Restart it',
    ])
  })

  it('R3 a root cause analysis that only gathers headings is the diagnosis', () => {
    const step = ['### Is it the disk?', '', '```sh', 'df -h', '```', '']
    expect(textsOf('## Root cause analysis', '', ...step, '## Fix', '', '1. Restart it')).toHaveLength(2)
  })

  it('R3 "You can then run" leads to the code below, and leaves the order in front alone', () => {
    const { steps } = runbookOf('# T', '## Fix', '', 'Provide the key of the ring. You can then run', '', '    df -h')
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Provide the key of the ring.', 0],
      ['You can then run', 1],
    ])
  })
})

describe('R3 tables', () => {
  it('R3 the column in which nearly every cell asks for something is that of the steps, whatever its name', () => {
    const rows = [
      '| One ring lags | Slow reader | Check the reader, add one |',
      '| All lag | Full relay | Drain the relay |',
    ]
    const table = (header: string) => ['## Diagnosis', '', header, '|---|---|---|', ...rows]
    expect(textsOf(...table('| Signal | Cause | Move |'))).toEqual([
      'One ring lags: Check the reader, add one',
      'All lag: Drain the relay',
    ])
    expect(textsOf(...table('| Signal | Cause | Description |'))).toEqual([])
  })
})

describe('R2 failures in a list', () => {
  it('R2 "If ..., do this" is a case and what to do in it', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Failure modes',
      '- If no leader exists, check the quorum.',
      '- If the address stays, restart the relay.',
    )
    expect(scenarios.map(({ title, steps }) => [title, ...steps.map(({ text }) => text)])).toEqual([
      ['If no leader exists', 'check the quorum.'],
      ['If the address stays', 'restart the relay.'],
    ])
  })
})

describe('R2 alerts with their rank', () => {
  it('R2 below "Alerts" each is a scenario', () => {
    const { scenarios } = runbookOf(
      '# T',
      '## Alerts',
      '### RingFull (critical)',
      '```sh',
      'relayctl drain',
      '```',
      '### RingLate [warning]',
      '```sh',
      'relayctl show',
      '```',
    )
    expect(scenarios.map(({ title, steps }) => [title, steps.length])).toEqual([
      ['RingFull (critical)', 1],
      ['RingLate [warning]', 1],
    ])
  })

  it('R3.10 prerequisites of numbers that order, with what is typed below most, are steps as a whole', () => {
    const typed = (command: string) => ['', '     ```sh', `     ${command}`, '     ```', '']
    const numbers = (first: string) => [
      `1. ${first}:`,
      '   - Check that the ring is the one of the alert.',
      '   - List the rings:',
      ...typed('kubectl get rings'),
      '2. Check the alerts:',
      '   - Get the route of the board:',
      ...typed('kubectl get routes'),
    ]
    const told = (first: string) => textsOf('## Diagnosis', 'It is late.', '### Prerequisites', ...numbers(first))
    expect(told('Verify the ring')).toEqual([
      'Verify the ring',
      'Check that the ring is the one of the alert.',
      'List the rings',
      'Check the alerts',
      'Get the route of the board',
    ])
    const tools = [
      '1. Install the tool:',
      '   - Get it:',
      ...typed('brew install ring'),
      '2. Configure it:',
      '   - Set its key.',
    ]
    expect(textsOf('## Diagnosis', '1. Look at the ring.', '### Prerequisites', ...tools)).not.toContain('Configure it')
  })

  it('R2.3 the name of an alert may begin with letters that stand for words', () => {
    const alert = (name: string) => [`## ${name}`, 'Check it:', '', '```sh', 'kubectl top pods', '```', '']
    const { scenarios } = runbookOf(...alert('CPURingHigh'), ...alert('RingLate'), ...alert('DNSRelayLost'))
    expect(scenarios.map(({ title }) => title)).toEqual(['CPURingHigh', 'RingLate', 'DNSRelayLost'])
  })
})
