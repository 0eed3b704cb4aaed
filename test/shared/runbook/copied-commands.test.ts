import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const commandsOf = (...lines: string[]) =>
  runbookOf('# T', '## Mitigation', ...lines).steps.flatMap(({ commands }) => commands.map(({ text }) => text))
const block = (language: string, ...lines: string[]) => ['Do this now:', '', `\`\`\`${language}`, ...lines, '```']

describe('R3 the commands of a step', () => {
  it('R3 a pipe in the code of a table cuts no command', () => {
    const rows = ['| Problem | Fix |', '|---|---|', '| Held | `ps aux | grep ring` |', '| Free | `ps \\| wc` |']
    expect(commandsOf(...rows)).toEqual(['ps aux | grep ring', 'ps | wc'])
  })

  it('R3 dots in place of what was left out were not typed', () => {
    const shown = ['kubectl logs ring-0 -c relay', '.', '.', 'File "relay.py", line 143']
    expect(commandsOf(...block('bash', ...shown))).toEqual(['kubectl logs ring-0 -c relay'])
  })

  it('R3 those in sentences and those in blocks stand in the order of the text, each once', () => {
    expect(
      commandsOf(
        '1. Look at the ring:',
        '',
        '   ```sh',
        '   relayctl ring list --all',
        '   ```',
        '',
        '   If it is gone, run `relayctl ring make --new`, and `relayctl ring make --new` again.',
      ),
    ).toEqual(['relayctl ring list --all', 'relayctl ring make --new'])
  })

  it('R3 what is typed in the shell that a command opens is a command of its own', () => {
    const typed = [
      'kubectl exec -it ring-0 -- bash',
      'ring-0:/$ df -h /data',
      'Filesystem  Size  Used',
      '/dev/sda  15G  1G',
    ]
    expect(commandsOf(...block('sh', ...typed))).toEqual(['kubectl exec -it ring-0 -- bash', 'df -h /data'])
    expect(commandsOf(...block('', 'I have no name!@ring-0:/$ ls -la', 'I have no name!@ring-0:/tmp$ pwd -P'))).toEqual(
      ['ls -la\npwd -P'],
    )
  })

  it('R3 the prompt of a client that draws a face is no part of the query', () => {
    expect(commandsOf(...block('', '4776d4bd8190 :) SELECT count() FROM rings', '', '1 row in set.'))).toEqual([
      'SELECT count() FROM rings',
    ])
  })

  it.each([
    [
      'a message',
      'Good afternoon to all of you,',
      'Please restore the ring named b from the last backup.',
      'It can stay powered off until tomorrow morning.',
    ],
    ['an object under its title', 'Ring manifest', '{', '  "method": "copy",', '  "size": 3', '}'],
    ['the name of a file', '/etc/relay/relay.conf'],
    ['a folder and what it holds', '/var/backups/ring-b:', 'ring.gz  MANIFEST'],
    ['options without their tool', '-ring_name b', '-ring_size 3'],
    ['a table', ' id | name', '+---+----+', ' 1 | ring'],
  ])('R3 in a block for a shell %s is typed by nobody', (_, ...lines) => {
    expect(
      commandsOf(
        '1. Drain the ring.',
        '2. Look at this:',
        '',
        '   ```sh',
        ...lines.map((line) => `   ${line}`),
        '   ```',
      ),
    ).toEqual([])
  })

  it.each([
    ['what a tool can do', 'Look at the pods with `kubectl logs` first.', []],
    ['the label of a button', 'Press `Show deleted rings` to see them.', []],
    ['the name of a statement', 'Use a `CREATE TEMPORARY TABLE` for it.', []],
    ['a statement with parts left out', 'Copy the `ALTER ROLE ... WITH ...` line.', []],
    ['a statement', 'Scale up: `ALTER WAREHOUSE rings SET SIZE = 3;`', ['ALTER WAREHOUSE rings SET SIZE = 3;']],
    ['a call of a function', 'Run `SELECT rings.drain(3)` once.', ['SELECT rings.drain(3)']],
    [
      'an address that became a link',
      'Run `cf login -a [api.ring.test](https://api.ring.test/) --sso`.',
      ['cf login -a api.ring.test --sso'],
    ],
    ['a command by its name', 'Execute the `ring-server-ctl stop` command.', ['ring-server-ctl stop']],
    ['two blanks behind the prompt', '`$  kubectl get rings` must be empty.', ['kubectl get rings']],
  ])('R3 in a sentence %s', (_, line, wanted) => {
    expect(commandsOf(`1. ${line}`)).toEqual(wanted)
  })
})
