import { describe, expect, it } from 'vitest'
import { languageInPlainText, shellOf } from '../../../shared/runbook/commands/shell-of-command.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Fix', ...lines).steps
const commandsOf = (...lines: string[]) => stepsOf(...lines).flatMap(({ commands }) => commands.map(({ text }) => text))
const below = (words: string, ...code: string[]) => [words, '', '```', ...code, '```']

describe('R3.4 what shows a thing is no command, and stands beside the step', () => {
  it.each([
    [
      'the dump of an object',
      ['Ring[1]:', 'Owner: relay team', '...', '#5: Mark: 2.5 Open=no', 'Rooms [', '  north', ']'],
    ],
    ['a field of one', ['Rooms [', '  north', '  south', ']']],
    ['a message to fill in', ['✅ *Ring open*', '*Ring*: {name}', '*Owner*: {owner}']],
    ['a row of numbers', ['2 1111 ring-a 10.0.0.1 443 OPEN']],
    ['what somebody told', ['RING told by relay 7:', 'ring_state leader', 'ring_rooms  783', '...']],
    ['the options of a tool', ['  ring update [name]      Update a ring with options', '      --owner <name>']],
  ])('R3.4 %s', (_, code) => {
    const steps = stepsOf('1. Look at the board.', '', ...below('Check that the ring has its mark:', ...code))
    expect(steps.flatMap(({ commands }) => commands)).toEqual([])
    expect(steps.map(({ before, after }) => before + after).join()).toContain(code.at(-1)?.trim())
  })

  it.each(['console-result', 'txt-output', 'output', 'response'])(
    'R3.4 a fence of "%s" holds what came out, though it begins as a command does',
    (language) => {
      const [step, ...more] = stepsOf(
        '1. Find the usage:',
        '',
        '   ```sh',
        '   ringctl list -v',
        '   ```',
        '',
        `   \`\`\`${language}`,
        '   node  full',
        '   kubectl-0 91',
        '   ```',
      )
      expect(more).toEqual([])
      expect(step?.commands.map(({ text }) => text)).toEqual(['ringctl list -v'])
      expect(step?.after).toContain('kubectl-0 91')
    },
  )

  it('R3.4 below a call for help all is told of its options', () => {
    const [step] = stepsOf(
      ...below(
        'See the options:',
        'sh ring.sh -h',
        '',
        'Script for rings of all kinds',
        'ring.sh -m check -p 95',
        'options',
      ),
    )
    expect(step?.commands.map(({ text }) => text.trim())).toEqual(['sh ring.sh -h'])
  })

  it('R3.3 behind a prompt where one is told is not typed, and nothing typed is no command', () => {
    const answer = ['$ (north) kubectl get rings', 'NAME    READY', 'ring-a  1/1', '$ (north) ']
    expect(commandsOf(...below('Look at the rings:', ...answer))).toEqual(['kubectl get rings'])
  })
})

describe('R3.5 what is to stand somewhere is for no shell', () => {
  it('R3.5 a manifest, settings, and what a line is changed to', () => {
    const [manifest] = stepsOf(...below('We can create a ring that is closed:', 'kind: Ring', 'metadata:', '  name: b'))
    expect(manifest?.commands.map(shellOf)).toEqual([null])
    const [setting] = stepsOf(...below('Enable the relay by setting the following:', 'relay.open=true'))
    expect(setting?.commands.map(shellOf)).toEqual([null])
    expect(commandsOf('1. Open the file.', '', ...below('To:', "level 'debug';"))).toEqual([])
    expect(commandsOf('1. Open it.', '', ...below('The address in `ring.env`:', 'RING_URL=ring://a:1'))).toEqual([])
  })

  it('R3.5 a call in plain text is for the shell still', () => {
    expect(languageInPlainText('text', 'relayctl drain ring-a')).toBe('sh')
    expect(languageInPlainText('text', 'Please drain the ring.')).toBe('text')
  })
})

describe('R3.3 code that is only named, and code that is typed', () => {
  it.each([
    ['Restart it; a lack of memory shows in `kubectl top`.', []],
    ['`VACUUM FULL` takes a lock; ask for a window.', []],
    ['Roll it back, run `exportRingSchemas`, and look.', []],
    ['Identify the failed job (board or `just ring-logs <id>`).', ['just ring-logs <id>']],
    ['`make check` reports that the ring is open.', ['make check']],
  ])('R3.3 "%s"', (words, commands) => {
    expect(commandsOf(`- ${words}`)).toEqual(commands)
  })

  it('R3.3 of a tool that the text types elsewhere, behind what it is for', () => {
    expect(
      commandsOf(
        '- Log in: `ringer token get admin`. You need the key.',
        '- Get it: `ringer show <name@example.org>`.',
      ),
    ).toEqual(['ringer token get admin', 'ringer show <name@example.org>'])
    expect(commandsOf('1. Inspect `ringer status` and the log.', '2. Run `ringer process`.')).toEqual([
      'ringer status',
      'ringer process',
    ])
    expect(commandsOf('- Expect the answer: `ring is open`.', '- Look at the `ringer jobs` page.')).toEqual([])
  })

  it('R3.12 in the last line of a remark, behind what it is for', () => {
    const script = [
      '# Check that the ring is there',
      'curl -s http://rings/a',
      '# If not: nothing was written yet',
      '# Check: relayctl log --all',
    ]
    expect(commandsOf('Look at it:', '', '```bash', ...script, '```')).toEqual(['curl -s http://rings/a'])
    const known = script.with(-1, '# Check: kubectl logs -n rings deploy/relay')
    expect(commandsOf('**The ring is off:**', '', '```bash', ...known, '```')).toEqual([
      'curl -s http://rings/a',
      'kubectl logs -n rings deploy/relay',
    ])
  })

  it('R3.3 in brackets that tell what happens is none where the code stands below', () => {
    const words = '1. Restore it (stops all, fills it with `pg_restore --clean`, starts it):'
    expect(commandsOf(words, '   ```sh', '   make restore', '   ```')).toEqual(['make restore'])
  })
})

describe('R3.15 a time box', () => {
  it('R3.15 is none that a loss is held to', () => {
    expect(stepsOf('1. Keep the copy: it caps the loss at ~24h.')[0]?.timeBoxMs).toBeUndefined()
    expect(stepsOf('1. Drain the ring, ~10 minutes.')[0]?.timeBoxMs).toBe(600_000)
  })
})
