import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsIn = (...lines: string[]) =>
  runbookOf(...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const commandsOf = (...lines: string[]) => commandsIn('# T', '## Diagnosis', ...lines)

describe('R3 a command in a form of its own', () => {
  it('R3 what is quoted and nothing else is typed', () => {
    expect(commandsOf('Bump the version:', '', '> make rings SIZE=3')).toEqual(['make rings SIZE=3'])
    expect(commandsOf('See both:', '', '> $ docker ps', '> $ docker logs ring')).toEqual([
      'docker ps\ndocker logs ring',
    ])
    expect(commandsOf('1. See it:', '', '   > SELECT * FROM rings;')).toEqual(['SELECT * FROM rings;'])
    expect(commandsOf('Bump the version:', '', '> make sure that the ring is closed')).toEqual([])
  })

  it('R3 a query is run where words say in what console', () => {
    const code = ['', '```text', 'ring.kind="closed"', 'ring.name!=""', '```']
    expect(commandsOf('Open the Logs Explorer and use the following filter:', ...code)).toEqual([
      code.slice(2, 4).join('\n'),
    ])
    expect(commandsOf('To begin, locate the entries using the Logs Explorer:', ...code)).toEqual([
      code.slice(2, 4).join('\n'),
    ])
  })

  it.each(['ringctl -S ring', 'pacman -S ring', 'rpk cluster info'])('R3 "%s" is a call', (call) => {
    expect(commandsOf(`- Repair the ring: \`${call}\`.`)).toEqual([call])
  })

  it('R3 a request is sent where the words begin with it, or say so', () => {
    expect(commandsOf('- `GET /admin/rings`: check the backlog.')).toEqual(['GET /admin/rings'])
    expect(commandsOf('- Open the ring through the endpoint `POST /admin/rings/3`.')).toEqual(['POST /admin/rings/3'])
    expect(commandsOf('- Check which clients still see `GET /admin/rings` fail.')).toEqual([])
  })

  it('R3 what comes then is typed like what comes first', () => {
    expect(commandsOf('- Run `ringctl close -a`, then `ringmeta <file>`.')).toEqual([
      'ringctl close -a',
      'ringmeta <file>',
    ])
    expect(commandsOf('- Execute `\\dt+` in the console.')).toEqual(['\\dt+'])
  })

  it('R3 a query of logs has two fields or more', () => {
    expect(commandsOf('- Check the log for errors (`ring: b AND @level: error`).')).toEqual([
      'ring: b AND @level: error',
    ])
    expect(commandsOf('- Check the log for errors (`ring: b`).')).toEqual([])
  })

  it('R3 the commands of a table within an item are of the item', () => {
    const rows = ['   | Ring | Check |', '   | - | - |', '   | a | `curl -s a/rings` |', '   | b | `curl -s b/rings` |']
    expect(commandsOf('1. Check that both answer:', '', ...rows, '', '2. Close it.')).toEqual([
      'curl -s a/rings',
      'curl -s b/rings',
    ])
  })

  it('R3 a heading that is the step has the command it names', () => {
    expect(
      commandsIn(
        '# T',
        '## 1. Log in with `docker login`',
        'This asks for a name.',
        '## 2. Check the ring',
        '1. Look.',
      ),
    ).toEqual(['docker login'])
  })

  it('R3 what is called the query is typed', () => {
    expect(commandsOf('- Check the log: use `@ring: b` for the query.')).toEqual(['@ring: b'])
    expect(commandsOf('- Check the log: `@ring: b` is what it says.')).toEqual([])
  })

  it('R3 behind a bare "Then:" the command is a step of its own', () => {
    const { steps } = runbookOf(
      '# T',
      '## Diagnosis',
      'Wait until the ring is open. Then:',
      '',
      '```sh',
      'curl -s ring',
      '```',
    )
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Wait until the ring is open.', 0],
      ['Run curl -s ring', 1],
    ])
  })

  it('R3 within an item a question above code is a step of its own', () => {
    const item = [
      '1. Make sure that you use the right door.',
      '',
      '   Which doors does the ring have?',
      '',
      '   ```sh',
      '   ringctl doors',
      '   ```',
    ]
    const { steps } = runbookOf('# T', '## Diagnosis', ...item)
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Make sure that you use the right door.', 0],
      ['Which doors does the ring have?', 1],
    ])
  })

  it('R3 of what is exchanged neither is typed', () => {
    expect(commandsOf("- Change the line `export RING='a'` to `export RING='b'`.")).toEqual([])
    expect(commandsOf("- Set it with `export RING='a'`, and open `less ring.log`.")).toEqual([
      "export RING='a'",
      'less ring.log',
    ])
  })
})

describe('R4 code that is set in too far', () => {
  it('R4 a fence that is set in as code is one', () => {
    const [step] = runbookOf(
      '# T',
      '## Diagnosis',
      'Find the ring:',
      '',
      '    ```bash',
      '    ringctl get -A',
      '    ',
      '    ```',
    ).steps
    expect(step?.commands).toEqual([{ language: 'bash', text: 'ringctl get -A', line: 6 }])
  })
})

describe('R3 where a script goes first', () => {
  it('R3 a remark behind the folder changes nothing', () => {
    const code = ['```', 'cd stage-1  # and stage-2', 'relayctl init', '```']
    expect(commandsIn('# T', 'The first time you run it, you will have to set it up:', ...code)).toEqual([
      'cd stage-1  # and stage-2\nrelayctl init',
    ])
  })
})

describe('R2 an introduction above the whole page', () => {
  const page = (...last: string[]) =>
    commandsIn(
      '# T',
      '## Overview',
      'It closes rings.',
      '### Find it',
      '```sh',
      'ringctl get a',
      '```',
      '### Fixing a ring',
      '1. Open it.',
      '### See all',
      '```sh',
      'ringctl list',
      '```',
      ...last,
    )
  it('R2 says nothing of what stands below headings of its own', () => {
    expect(page()).toEqual(['ringctl get a', 'ringctl list'])
    expect(page('## Escalation', 'Call the lead.')).toEqual([])
  })
})
