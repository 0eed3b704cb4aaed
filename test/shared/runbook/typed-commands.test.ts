import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const commandsOf = (...lines: string[]) =>
  stepsOf(...lines).flatMap(({ commands }) =>
    commands.map(({ text, output }) => (output === undefined ? text : `${text} >> ${output}`)),
  )

describe('R3 what was typed at a prompt', () => {
  it('R3 a text typed into a command belongs to it up to its closing word', () => {
    const typed = ['$ cat <<END | relayctl apply -f -', 'kind: Ring', 'size: 3', 'END']
    expect(commandsOf('Apply it:', '', '```bash', ...typed, '```')).toEqual([
      'cat <<END | relayctl apply -f -\nkind: Ring\nsize: 3\nEND',
    ])
    expect(commandsOf('Apply it:', '', '```bash', '$ cat <<END', 'kind: Ring', '```')).toEqual([
      'cat <<END >> kind: Ring',
    ])
  })

  it('R3 beside other prompts a number sign in front of a tool is the prompt of the administrator', () => {
    expect(commandsOf('Try it:', '', '```', '$ docker run -it box sh', '# git clone there', '```')).toEqual([
      'docker run -it box sh',
      'git clone there',
    ])
  })

  it('R3 a remark above a prompt was not printed and stays with its command', () => {
    const typed = ['# Enter the box', '$ chroot /box', '', '# Look at the load', '$ top -b']
    expect(commandsOf('Look inside:', '', '```shell', ...typed, '```')).toEqual([
      '# Enter the box\nchroot /box\n# Look at the load\ntop -b',
    ])
  })
})

describe('R3 remarks in a script', () => {
  const steps = (...script: string[]) =>
    runbookOf('# T', '## Diagnosis', '```sh', ...script, '```').steps.map(({ text, commands }) => [
      text,
      ...commands.map((command) => command.text),
    ])

  it('R3 a remark of several lines is one, and all of it is shown with its command', () => {
    const script = [
      '# Remove the old spool, only when the',
      '# relay is stopped. This loses',
      '# mail.',
      'rm -r /spool',
    ]
    const opening = ['# Look at the load', 'uptime', '']
    expect(steps(...opening, ...script)).toEqual([
      ['Look at the load', 'uptime'],
      ['Remove the old spool, only when the relay is stopped. This loses mail.', 'rm -r /spool'],
    ])
    expect(steps(...script)[0]?.[0]).toBe('Remove the old spool, only when the relay is stopped. This loses mail.')
  })

  it('R3 lines of a remark that are sentences of their own are told apart', () => {
    expect(steps('# Pause the relay', '# Drain the ring', 'ring drain', '# Look at the', '# Spool', 'ls')).toEqual([
      ['Pause the relay. Drain the ring', 'ring drain'],
      ['Look at the Spool', 'ls'],
    ])
  })

  it('R3 a warning that stands alone goes with the next command, or with the last one', () => {
    const script = [
      '# Look',
      'ls',
      '# WARNING: this loses mail',
      '',
      '# Spool',
      '',
      '# Empty the spool',
      'rm -r /spool',
    ]
    expect(steps(...script, '# It cannot be undone')).toEqual([
      ['Look', 'ls'],
      ['WARNING: this loses mail. Empty the spool. It cannot be undone', 'rm -r /spool'],
    ])
  })

  it('R3 a warning above a prompt stays with its command', () => {
    const typed = ['$ ls /spool', '# Data loss: only when', '# the relay is stopped', '$ rm -r /spool']
    expect(commandsOf('Empty it:', '', '```shell', ...typed, '```')).toEqual([
      'ls /spool\n# Data loss: only when\n# the relay is stopped\nrm -r /spool',
    ])
  })
})

describe('R3 remarks below what was typed', () => {
  it('R3 a remark below a command was not printed and stays with it', () => {
    const typed = ['$ ring edit', '# Set the size to 3']
    expect(commandsOf('Change it:', '', '```sh', ...typed, '```')).toEqual(['ring edit\n# Set the size to 3'])
    expect(commandsOf('Look:', '', '```sh', '$ ring stats', '# HELP ring_size', '```')).toEqual([
      'ring stats >> # HELP ring_size',
    ])
  })
})

describe('R3 code that is run and code that is read', () => {
  it('R3 settings with lists, labels of an alert and plain sentences are shown only', () => {
    expect(
      commandsOf('Look at the size:', '', '```', 'spec:', '  modes:', '    - Once', '  size: 3 ## more', '```'),
    ).toEqual([])
    expect(
      commandsOf('Find the node:', '', '```console', ' - alertname = RingDown', '...', ' - node = relay-3', '```'),
    ).toEqual([])
    expect(commandsOf('Look for this:', '', '```', 'failed to pull the index for a tenant. going back', '```')).toEqual(
      [],
    )
  })

  it('R3 a query of metrics is run, whatever the sentence above says of its result', () => {
    expect(
      commandsOf(
        'Confirm it by the metric. The result should be 1.',
        '',
        '```console',
        'ring_halted{job="ring"}',
        '```',
      ),
    ).toEqual(['ring_halted{job="ring"}'])
  })

  it('R3 an option shows a tool that is not known', () => {
    expect(commandsOf('- Look with `relayctl rings --all`.', '- Read `the big book` first.')).toEqual([
      'relayctl rings --all',
    ])
  })

  it('R3 a line of nothing but code below the line that leads to it is what to run', () => {
    const steps = stepsOf('- Wait a minute.', '', 'To prove it, use this query:', '', '`host:relay-1 AND name:ring`')
    expect(steps.map(({ text, commands }) => [text, commands.map((command) => command.text)])).toEqual([
      ['Wait a minute.', []],
      ['To prove it, use this query', ['host:relay-1 AND name:ring']],
    ])
  })
})

describe('R3 steps beside lists', () => {
  const texts = (...lines: string[]) => stepsOf(...lines).map(({ text }) => text)

  it('R3 what a line announces as things to check are steps, whatever their words', () => {
    expect(texts('- Check the log.', '', 'Other things to check:', '', '- the box is read only', '- old keys')).toEqual(
      ['Check the log.', 'the box is read only', 'old keys'],
    )
  })

  it('R3 what stands in code is no word of the sentence', () => {
    expect(texts('- Restart the ring.', '- Broken parcels: the log says `get file`, `end of input`.')).toEqual([
      'Restart the ring.',
    ])
  })

  it('R3 a paragraph that orders something in a later sentence is a step beside bullets', () => {
    expect(texts('- Check the log.', '', 'The ring is traced as well. View its traces there.')).toEqual([
      'Check the log.',
      'View its traces there.',
    ])
  })

  it('R3 an order in front of a line that only begins a list is a step after numbers', () => {
    expect(
      texts('1. Find the spike', '', 'Check the label of the node. More figures are:', '', '- load', '- memory'),
    ).toEqual(['Find the spike', 'Check the label of the node.'])
  })

  it('R3 links to read, each on its line, are steps of their own', () => {
    expect(texts('See [the ring](https://a.example)', '[The book of rings](https://b.example)')).toEqual([
      'See the ring',
      'The book of rings',
    ])
  })
})

describe('R3 code in a sentence', () => {
  it.each([
    ['Look in the logs for `head ring behind` messages.', []],
    ['Look in the logs with `tail -f ring.log` today.', ['tail -f ring.log']],
    ['Check it (e.g. `ringctl env relay | grep TOKEN`).', ['ringctl env relay | grep TOKEN']],
    ['Pause it with its id (e.g. `PAUSE JOB 7;`).', ['PAUSE JOB 7;']],
    ['Look for the `paused jobs` of the ring.', []],
    ['Run `ringctl tools mend` command to mend it.', ['ringctl tools mend']],
    ['Run `ringctl` commands to mend it.', []],
  ])('R3 of "%s" the commands are %j', (sentence, commands) => {
    expect(commandsOf(`1. ${sentence}`)).toEqual(commands)
  })
})
