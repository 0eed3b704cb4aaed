import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.flatMap(({ commands }) =>
    commands.map(({ text, output }) => (output === undefined ? text : `${text} >> ${output}`)),
  )

describe('R3 what is run and what is only shown', () => {
  it('R3 a line that ends in a means announces what to run, whatever one sees', () => {
    expect(commandsOf('Check the lag. You can see it with:', '', '```console', 'sum(rate(lag[5m]))', '```')).toEqual([
      'sum(rate(lag[5m]))',
    ])
  })

  it('R3.4 a session that shows how the trouble appears is not typed', () => {
    const session = ['```text', 'root@relay:~# ps aux | grep ring', 'root 1 D ring', '```']
    expect(commandsOf('Look at the ring.', '', 'On the node, the rings appear as:', '', ...session)).toEqual([])
  })

  it('R3.3 an address that mail is sent to is no call', () => {
    const mail = ['```', 'ring+<team>@relay.example.org', '```']
    expect(commandsOf('The relay generates a default address with the following logic:', '', ...mail)).toEqual([])
  })

  it('R3.4 an output that would be a sign is shown, though it begins with a call', () => {
    const sign = 'There may be an issue if you get an output without all rings, e.g.'
    const session = ['    $ relayctl exec ring-b -- sh', '    sh-4.4$ ringctl show', '      rings: 1 of 3']
    expect(commandsOf('Show the rings:', '', '    ringctl show', '', sign, '', ...session)).toEqual(['ringctl show'])
  })

  it.each([
    'A sample of the running output is:',
    'An example of the output of running it is:',
    'The sample output is:',
  ])('R3.4 "%s" leads to no command, though the output begins with the call', (lead) => {
    const output = ['   ```', '   ./ring_mend.sh -u /home/b --all', '   Looking up the rings ...', '   ```']
    expect(commandsOf(`1. Mend the rings. ${lead}`, '', ...output)).toEqual([])
  })

  it('R3.5 nested settings in a fence of no language are read as in one of YAML', () => {
    for (const language of ['', 'yaml'])
      expect(commandsOf('- Update the values:', '', `\`\`\`${language}`, 'ring:', '  size: 3', '```')).toEqual([])
  })

  it('R3.4 what one gets as an error is no command, by whatever means one gets it', () => {
    const { steps } = runbookOf(
      ...['# T', '## Diagnosis', 'If you open the ring using an old key, you get this error:', ''],
      ...['```', 'error:14E415:RING routines:OPEN:key too old', '```', '', 'Make a new key.'],
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([['Make a new key.', 0]])
    expect(steps[0]?.before).toContain('key too old')
  })

  it('R3.3 the name of a task is a command below what runs it, and a setting below other words', () => {
    const code = ['', '```bash', 'ring:mend_late', '```']
    expect(commandsOf('To mend it run the [following task](https://a.example):', ...code)).toEqual(['ring:mend_late'])
    expect(commandsOf('Check the ring for its state:', ...code)).toEqual([])
  })

  it('R3 what the last item above a block announces is output', () => {
    const item = '- Search the log, we might see an error such as this:'
    expect(commandsOf(item, '', '```', 'Failed to open a door', '```')).toEqual([])
    expect(commandsOf('- Search the log:', '', '```', 'searchlog --all', '```')).toEqual(['searchlog --all'])
  })

  it('R3 below commands a blank line and settings are what they printed', () => {
    expect(
      commandsOf('Check the lease:', '', '    kubectl get lease', '', '    holder: relay-0', '    term: 60'),
    ).toEqual(['kubectl get lease >> holder: relay-0\nterm: 60'])
    expect(commandsOf('Check both:', '', '    kubectl get lease', '', '    kubectl get pods')).toEqual([
      'kubectl get lease\n\nkubectl get pods',
    ])
  })

  it('R3 a block that shows something offers the commands it begins with, and a plain text its query', () => {
    expect(
      commandsOf('Edit it:', '', '```yaml', '# the ring', 'kubectl edit ring', 'spec:', '  size: 3', '```'),
    ).toEqual(['kubectl edit ring >> spec:\n  size: 3'])
    expect(commandsOf('Then run:', '', '```text', 'SELECT id FROM locks;', '```')).toEqual(['SELECT id FROM locks;'])
    expect(commandsOf('Read this:', '', '```text', 'all is well', '```')).toEqual([])
  })

  it('R3 a text that one is told to run is run, whatever console takes it', () => {
    const query = ['fields @time, @message', '| filter @message like /ERROR/']
    expect(commandsOf('In the console, select the group, then run:', '', '```text', ...query, '```')).toEqual([
      query.join('\n'),
    ])
    expect(commandsOf('Look at the group:', '', '```text', ...query, '```')).toEqual([])
  })

  it('R3 a query typed at a prompt goes on to its semicolon', () => {
    const typed = ['store=# select id,', '  name', 'from locks;', ' 7 | relay', 'store=# select 1;']
    expect(commandsOf('Look:', '', '```', ...typed, '```')).toEqual([
      'select id,\n  name\nfrom locks; >>  7 | relay',
      'select 1;',
    ])
  })

  const settingsOf = (words: string, language = 'yaml', ...settings: string[]) => {
    const indent = /^(?:\d\.|-) /.test(words) ? '   ' : ''
    const block = [`\`\`\`${language}`, ...(settings.length > 0 ? settings : ['relay:', '  rings: 3']), '```']
    const { steps } = runbookOf('# T', '## Mitigation', words, '', ...block.map((line) => `${indent}${line}`))
    return steps.flatMap(({ commands }) => commands.map((command) => command.language))
  }

  it.each([
    'Add the following lines to `relay.yaml`:',
    '1. Paste this block into the settings:\n',
    'Copy the lines below into it.',
  ])('R3 settings below "%s" go with it as text', (words) => {
    expect(settingsOf(words)).toEqual(['yaml'])
  })

  it.each(['Increase the number of rings:', '1. Update `relay.yaml`:\n', 'Raise the number of rings. For example:'])(
    'R3 settings below "%s" are read beside it, but for a whole manifest',
    (words) => {
      expect(settingsOf(words)).toEqual([])
      expect(settingsOf(words, 'yaml', 'apiVersion: v1', 'kind: Ring')).toEqual(['yaml'])
    },
  )

  it('R3.5 an example of settings that leaves lines out is read beside the step', () => {
    const words = 'If the file is there, you can append it as this example shows:'
    expect(settingsOf(words, 'yaml', 'kind: Ring', '[...]', 'rings: 3')).toEqual([])
    expect(settingsOf(words, 'yaml', 'kind: Ring', 'rings: 3')).toEqual(['yaml'])
  })

  it('R3.4 a request below "For example, if you ...:" shows how the trouble comes about', () => {
    const request = ['', '```console', 'PUT rings/_doc/1', '```', '', '1. Look at the rings.']
    expect(commandsOf('For example, if you store:', ...request)).toEqual([])
    expect(commandsOf('For example, if you want to store one:', ...request)).toEqual(['PUT rings/_doc/1'])
  })

  it('R3 text of no language goes with what changes it when a colon leads to it', () => {
    expect(settingsOf('Increase the number of rings:', '', 'ring.count = 3', 'ring.size = 7')).toEqual(['text'])
    expect(settingsOf('Increase the number of rings.', '', 'ring.count = 3')).toEqual([])
  })

  it.each([
    'Look at the settings:',
    'Verify that the relay has rings:',
    'The output:',
    'You should see this:',
    'Example output:',
  ])('R3 settings below "%s" are only looked at', (words) => {
    expect(settingsOf(words)).toEqual([])
  })

  it('R3 a manifest straight below a heading that changes it is its text', () => {
    const { steps } = runbookOf(
      '# T',
      '## Mitigation',
      '### 1. Use more rings',
      '```yaml',
      'kind: Ring',
      'rings: 3',
      '```',
    )
    expect(steps.map(({ text, commands }) => [text, commands[0]?.language])).toEqual([['Use more rings', 'yaml']])
  })

  it('R3 a sentence that begins with a word which is also a tool is no command', () => {
    expect(commandsOf('- grep for SIGSEGV or SIGILL in `/var/log/relay/`')).toEqual([])
    expect(commandsOf('- grep -c SIGSEGV /var/log/relay/current')).toEqual(['grep -c SIGSEGV /var/log/relay/current'])
  })
})

describe('R3.4 an error that one may get, in plain text', () => {
  it.each(['You may get the below error from time to time', 'You will see the following message:'])(
    'R3.4 "%s" shows it, though it begins with the name of a tool',
    (lead) => {
      expect(
        commandsOf(lead, '', '```text', 'flux rings failed: no more tries', '```', '', '```sh', 'flux get hr', '```'),
      ).toEqual(['flux get hr'])
    },
  )

  it('R3.4 but what is to be run then is typed', () => {
    const text = ['If you get the following error run', '', '```text', 'kubectl get rings', '```']
    expect(commandsOf(...text)).toEqual(['kubectl get rings'])
  })
})

describe('R3.4 what a console reports or asks is not typed', () => {
  it('R3.4 a report below the words of its own first line', () => {
    const lines = ['Drain plan (dry-run \u2014 nothing is drained)', '  Mode: slow', '', '  ring-b', '    keep:    3']
    const report = ['```console', ...lines, '```']
    expect(commandsOf('Plan it:', '', '```bash', 'ringctl plan b', '```', '', ...report)).toEqual(['ringctl plan b'])
    expect(commandsOf('Plan it:', '', '```console', 'ringctl plan b', '```')).toEqual(['ringctl plan b'])
  })

  it('R3.4 of a call that asks back the call alone, behind a bare mark too', () => {
    const asked = 'Ring name [None]: ring-b\nSecret [None]: TOKEN'
    const session = [
      '```text',
      '> aws configure',
      ...asked.split('\n'),
      '',
      '> aws sts get-caller-identity',
      '{}',
      '```',
    ]
    expect(commandsOf('Create a user and log in:', '', ...session)).toEqual([
      `aws configure >> ${asked}`,
      'aws sts get-caller-identity >> {}',
    ])
  })

  it('R3.4 the mark of a leader in a row is no prompt', () => {
    const row = ['```text', 'ring-b/0*  blocked   idle   10.1.1.3   wants a relay', '```']
    expect(commandsOf('1. Open the ring.', '', 'It goes on with this message:', '', ...row)).toEqual([])
  })

  it('R3.4 calls on both sides of a blank line are one', () => {
    const calls = ['juju switch rome', 'juju offer ring-a', '', 'juju switch lisbon']
    expect(commandsOf('Offer the ring:', '', '```text', ...calls, '```')).toEqual([calls.join('\n')])
  })
})
