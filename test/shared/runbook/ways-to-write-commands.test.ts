import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, commands }) => [
    text,
    ...commands.map((command) => command.text),
  ])
const commandsOf = (...lines: string[]) => stepsOf(...lines).flatMap(([, ...commands]) => commands)

describe('R3 a command in a sentence', () => {
  it.each([
    'RING=b ringctl open',
    'RING=b SIZE="3 4" docker restart ring',
    'ringctl restore <ring>',
    'ring-cli diagnose lag',
    'ringtool open --all',
  ])('R3 "%s" is offered where it is used', (command) => {
    expect(commandsOf(`- Restore it with \`${command}\` before anything else.`)).toEqual([command])
  })

  it.each(['open door', 'status: <code>', 'kubectl logs', 'RING=b', 'playbooks/fix_ring.yml'])(
    'R3 "%s" is not',
    (code) => {
      expect(commandsOf(`- Restart the ring with \`${code}\`, passing its name.`)).toEqual([])
    },
  )

  it('R3 a code span over two lines is a part of its sentence', () => {
    const [[text, ...commands] = []] = stepsOf(
      '- Verify that `kubectl get pod',
      '  ring-0 -o wide` prints',
      '  `ring`.',
    )
    expect(text).toBe('Verify that kubectl get pod ring-0 -o wide prints ring.')
    expect(commands).toEqual(['kubectl get pod ring-0 -o wide'])
  })
})

describe('R3 a query in plain text', () => {
  it('R3 alone below the words that lead to it, without the marks that keep it from being Markdown', () => {
    expect(stepsOf('Check the logs using this query:', '', '@source\\_host:ring\\* AND @lag:7')).toEqual([
      ['Check the logs using this query', '@source_host:ring* AND @lag:7'],
    ])
    expect(commandsOf('Check the logs using this query:', '', 'It is the one that is kept in ring: a')).toEqual([])
  })

  it('R3 in bold', () => {
    expect(stepsOf('Find the rings', '', '**SELECT \\* FROM rings', 'where open = 1;**')).toEqual([
      ['Find the rings', 'SELECT * FROM rings\nwhere open = 1;'],
    ])
  })
})

describe('R3 a block of code', () => {
  it('R3 is not lost below a statement that leads to it, whatever its first line', () => {
    const block = ['```', 'cd $HOME', '', 'docker compose pull', 'docker compose up -d', '```']
    expect(
      runbookOf('# T', '## Setting up the ring', 'It lives in the home of its user, as follows:', ...block).steps,
    ).toMatchObject([
      { text: 'Setting up the ring', commands: [{ text: 'cd $HOME\n\ndocker compose pull\ndocker compose up -d' }] },
    ])
  })

  it('R3 each of several ways is a command of its own', () => {
    const block = ['```sh', 'relayctl restart a', '# Or restart all of them', 'relayctl restart --all', '```']
    expect(commandsOf('Restart it:', '', ...block)).toEqual([
      'relayctl restart a',
      '# Or restart all of them\nrelayctl restart --all',
    ])
    expect(commandsOf('Restart it:', '', '```sh', 'relayctl restart a', '# or: docker restart a', '```')).toEqual([
      'relayctl restart a',
      'docker restart a',
    ])
  })

  it('R3 a listing below a command of the administrator was printed', () => {
    expect(
      runbookOf('# T', '## Diagnosis', 'List the rings:', '', '```sh', '# ls /rings/', 'ring-7', 'ring-8', '```').steps,
    ).toMatchObject([{ commands: [{ text: 'ls /rings/', output: 'ring-7\nring-8' }] }])
  })

  it('R3 a formula is not typed', () => {
    expect(commandsOf('The risk of the ring is:', '', '```', 'Ring Risk = (lag - now) / (limit - now)', '```')).toEqual(
      [],
    )
    expect(commandsOf('Run:', '', '```', 'rings = Ring.find_by(open: true)', '```')).not.toEqual([])
  })

  it('R3 the file to edit and what stands there now are not typed', () => {
    expect(commandsOf('Edit the file:', '', '```', '/etc/ring/ring.conf', '```')).toEqual([])
    expect(commandsOf('Change the first line from:', '', '```', 'log info', '```')).toEqual([])
    expect(commandsOf('Show the copy that you restore from:', '', '```', 'relayctl show <COPY>', '```')).toEqual([
      'relayctl show <COPY>',
    ])
  })
})

describe('R4 angle brackets', () => {
  it('R4 what HTML does not know is a word to fill in', () => {
    expect(stepsOf('- Restart the pod <pod> of <your ring>.')).toEqual([['Restart the pod <pod> of <your ring>.']])
    expect(stepsOf('- Restart <b>the</b> pod<br>now, <Note/> <x-mark>soon</x-mark>.')).toEqual([
      ['Restart the pod now, soon.'],
    ])
  })
})
