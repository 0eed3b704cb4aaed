import { describe, expect, it } from 'vitest'
import { codeBlock, runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

describe('R3 code in a sentence that only names a command', () => {
  it.each([
    'Create the job. In this example, the `relayctl status --all` command is executed when it starts.',
    'Look at the job. The command `relayctl status --all` was run by it.',
    'Look at the job. It runs `relayctl status --all` and stops.',
    'Look at the pack. Each belongs to one client running `git fetch --all` or `relayctl open --all`.',
    'Read the older log. You may need `--previous` with the `oc logs` command.',
  ])('R3 "%s" offers none', (text) => {
    expect(commandsOf(text)).toEqual([])
    expect(commandsOf(`- ${text}`)).toEqual([])
  })

  it.each([
    'Run `relayctl status --all` first.',
    'Check it with the `relayctl status --all` command, which can be run at any time.',
    'In this example, run `relayctl status --all`.',
  ])('R3 "%s" offers it', (text) => {
    expect(commandsOf(`- ${text}`)).toEqual(['relayctl status --all'])
  })

  it('R3.3 the prompt of the administrator is no part of a command in a sentence', () => {
    expect(commandsOf('1. Stop it: `# systemctl stop ring`', '2. `# shutdown -r 1`')).toEqual([
      'systemctl stop ring',
      'shutdown -r 1',
    ])
    expect(commandsOf('- Mark it with `# Rings` in the page.')).toEqual([])
  })

  it('R3 what the code below gives in full is not offered in short as well', () => {
    const full = 'docker-machine create --driver ring'
    expect(
      commandsOf('1. Run `docker-machine create` to make one:', ...codeBlock('sh', full).map((line) => `   ${line}`)),
    ).toEqual([`   ${full}`.trim()])
    expect(commandsOf('Run `docker-machine create` to make one:', ...codeBlock('sh', full))).toEqual([full])
  })

  it('R3 among items of nothing but code, most of them commands, all are', () => {
    expect(commandsOf('**Example**:', '', '* `ceph status`', '* `ceph df`', '* `ringtool df`', '* `relay-0`')).toEqual([
      'ceph status',
      'ceph df',
      'ringtool df',
    ])
  })
})

describe('R3.3 an item of nothing but code is a command', () => {
  const called = (...lines: string[]) =>
    runbookOf('# T', '## Checks', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))

  it('R3.3 beside as many items with a command, if it looks like a call', () => {
    const beside = '- in another window: `kubectl get pods`'
    expect(called('- `ringsh use ring-b`', beside, '- `ringsh use ring-c`', beside)).toEqual([
      'ringsh use ring-b',
      'kubectl get pods',
      'ringsh use ring-c',
      'kubectl get pods',
    ])
    expect(called('- `ring closed early`', '- `lost by relay-b`', beside, beside)).not.toContain('ring closed early')
    expect(called('- `ring closed early`', '- `lost by relay-b`', beside, beside)).not.toContain('lost by relay-b')
    expect(called('- `ringsh use ring-b`', '- `ringsh use ring-c`', beside)).toEqual(['kubectl get pods'])
  })

  it('R3.3 below an item that ends in its tool as the means', () => {
    const below = '   - `ringctl open ring-b`'
    expect(called('- Open the ring by hand using `ringctl`:', below)).toEqual(['ringctl open ring-b'])
    expect(called('- Check the log of `ringctl`:', below)).toEqual([])
  })
})

describe('R3 commands of other shells and consoles', () => {
  it.each([
    ['Run the `jps` utility to list them.', 'jps'],
    ['Inspect `Get-Volume`, then go on.', 'Get-Volume'],
    ['Restart it with `Restart-Service relay`.', 'Restart-Service relay'],
    ['Query for `severity=ERROR ring="b"` in the logs.', 'severity=ERROR ring="b"'],
  ])('R3 "%s" offers it', (text, command) => {
    expect(commandsOf(`- ${text}`)).toEqual([command])
  })
})

describe('R3 what a console is asked', () => {
  const commandsOf = (words: string) =>
    runbookOf('# T', '## Diagnosis', '', `1. ${words}`).steps.flatMap(({ commands }) =>
      commands.map(({ text }) => text),
    )

  it('R3 is a command when one is told to run or use it', () => {
    expect(commandsOf('Run `INFO` and look at the clients.')).toEqual(['INFO'])
    expect(commandsOf('Check for slow queries using `db.currentOp()` command')).toEqual(['db.currentOp()'])
    expect(commandsOf('Run `EXPLAIN` on the query.')).toEqual([])
  })
})

describe('R3 code that stands twice in a text', () => {
  const drop = 'kubectl delete pvc ring-0'

  it.each([
    `Never run \`${drop}\` before noon. Then run \`${drop}\` after it.`,
    `Drain it. The command \`${drop}\` was run by the job; if it failed, run \`${drop}\`.`,
    `Run \`${drop}\`. Never run \`${drop}\` twice.`,
  ])('R3 "%s" offers it once', (text) => {
    expect(new Set(commandsOf(`- ${text}`))).toEqual(new Set([drop]))
  })

  it.each([
    `Drain the ring. Never run \`${drop}\`: \`${drop}\` loses the rings.`,
    `Drain the ring. Never run \`${drop}\` here, and do not run \`${drop}\` there.`,
    `Drain the ring instead of \`${drop}\`. \`${drop}\` is for the owner.`,
  ])('R3 "%s" offers none', (text) => {
    expect(commandsOf(`- ${text}`)).toEqual([])
  })

  it('R3.3 what a store of copies is told is a command in capitals, unless it came before', () => {
    const told = ['STOP REPLICA;', "PURGE BINARY LOGS TO 'ring.7';", 'SET GLOBAL read_only = ON']
    const { steps } = runbookOf(
      '# T',
      '## Fix',
      ...told.map((code) => `1. \`${code}\``),
      '1. After a `STOP REPLICA` wait.',
      '1. Press `Stop replica`.',
    )
    expect(steps.map(({ commands }) => commands.map(({ text, language }) => [text, language]))).toEqual([
      ...told.map((code) => [[code, 'sql']]),
      [],
      [],
    ])
  })
})
