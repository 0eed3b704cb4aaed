import { describe, expect, it } from 'vitest'
import { codeBlock, runbookOf } from './read-sample.ts'

const outline = (...lines: string[]) =>
  runbookOf('# T', '## Diagnosis', ...lines).steps.map(({ text, depth, commands }) =>
    [`${'  '.repeat(depth)}${text}`, ...commands.map((command) => command.text)].join(' $ '),
  )

describe('R3 words between commands', () => {
  it('R3 what was just to be run is shown with its output, and not offered again', () => {
    expect(
      outline(
        ...['List them:', ...codeBlock('sh', 'relayctl list --all')],
        ...['which tells the names, for example:', ...codeBlock('', '$ relayctl list --all', 'ring-b   1/1   open')],
      ),
    ).toEqual(['List them $ relayctl list --all'])
  })

  it('R3 what is said of an answer leads to no other call below it', () => {
    expect(
      outline(
        ...['Ask it:', ...codeBlock('sh', 'kubectl get rings')],
        ...['The answer must name the relay.', ...codeBlock('sh', 'relay-ctl diagnose dns')],
      ),
    ).toEqual(['Ask it $ kubectl get rings', 'Run relay-ctl diagnose dns $ relay-ctl diagnose dns'])
  })

  it('R3 a last item that leads to the code below the list has it', () => {
    expect(
      outline(
        '1. Look at the parts:',
        '   - Check which are open',
        '   - Query of the parts:',
        ...codeBlock('sql', 'SELECT * FROM parts'),
      ),
    ).toEqual(['Look at the parts', '  Check which are open', '  Query of the parts $ SELECT * FROM parts'])
  })

  it.each([
    ['Opening the ring...', '- relay.b', '  Getting "../ring"'],
    ['Host *.ring.internal', 'ProxyCommand ssh bastion -W %h:%p'],
  ])('R3 a block of no language that begins with a word is told: %s', (...lines) => {
    expect(
      outline('1. Make sure that the settings are right:', ...codeBlock('', ...lines).map((line) => `   ${line}`)),
    ).toEqual(['Make sure that the settings are right'])
  })

  it('R3 a function that a sentence uses is to be called', () => {
    expect(outline('- Consider ending the session using `ring_end_session({ID})`.')).toEqual([
      'Consider ending the session using ring_end_session({ID}). $ ring_end_session({ID})',
    ])
  })

  it('R3 text that a sentence tells to put somewhere goes with it, whatever is said behind', () => {
    const module = codeBlock('', 'module "ring" {', '  source = "../ring"', '}')
    expect(outline('Copy the module below into the settings of it. There is a relay in it.', ...module)).toEqual([
      'Copy the module below into the settings of it. There is a relay in it. $ module "ring" {\n  source = "../ring"\n}',
    ])
  })

  it.each([
    [['SELECT name,', '  size', 'FROM rings;', 'SELECT 1;'], 'Run SELECT name, size FROM rings;'],
    [['(', '  sum(rate(errors[1h]))', ') > 0'], 'Run ( sum(rate(errors[1h])) ) > 0'],
    [['relayctl list \\', '  --all', 'relayctl open'], 'Run relayctl list --all'],
  ])('R3 a command alone is named by the whole of it: %s', (lines, name) => {
    expect(outline(...codeBlock('sql', ...lines)).map((line) => line.split(' $ ')[0])).toEqual([name])
  })

  it('R3 code below a paragraph that went on to something else is of its heading', () => {
    const told = 'Encode the names of the rings first. They are read from the store. The store keeps them for a day.'
    expect(outline('### Start a relay', '', told, ...codeBlock('sh', 'relayctl start'))).toEqual([
      'Encode the names of the rings first. They are read from the store. The store keeps them for a day.',
      'Start a relay $ relayctl start',
    ])
  })

  it('R3 behind a label that tells of something else the last sentence leads to the code', () => {
    const told = 'Common causes: the relay holds the old ring. Restarting the relay closes it:'
    expect(outline('Look at the relay.', '', told, ...codeBlock('sh', 'relayctl restart'))).toEqual([
      'Look at the relay.',
      'Restarting the relay closes it $ relayctl restart',
    ])
  })

  it('R3 a line that says nothing of its command leaves it to the order before', () => {
    expect(
      outline(
        'Look whether the ring is open.',
        '',
        'The following command is run on the relay:',
        ...codeBlock('sh', 'relayctl list'),
      ),
    ).toEqual(['Look whether the ring is open. $ relayctl list'])
  })

  it('R3 code that a sentence announces is not of the next sentence', () => {
    const told = 'The example below uses the relay of ring-b. If it has a password, use a file for it.'
    expect(outline('### Save the ring', '', told, ...codeBlock('sh', 'relayctl save')).at(-1)).toBe(
      'Save the ring $ relayctl save',
    )
  })

  it('R3 options that are named beside a command belong to it', () => {
    expect(outline('- Run `tools/relay.py` with `--force` and `--all` again.')[0]).toContain(
      '$ tools/relay.py --force --all',
    )
    expect(
      outline('| Symptom | Fix |', '|---|---|', '| Torn | rerun `tools/relay.py` with the flag `--force` |')[0],
    ).toContain('$ tools/relay.py --force')
  })

  it('R3 a command stays with the sentence that names it, though another one asks', () => {
    const shows =
      'The health page shows which layer fails: the relay is looked at with `docker compose ps relay`, the store with `docker logs store`, and the edge, with all of its certificates and names, on the board of the ring.'
    expect(outline(`${shows} If it lasts for more than an hour, roll the ring back.`)).toEqual([
      `${shows.replaceAll('`', '')} $ docker compose ps relay $ docker logs store`,
      'If it lasts for more than an hour, roll the ring back.',
    ])
  })

  it('R3 a request to the API of a store is a command in a sentence, other paths are told of', () => {
    expect(
      outline('- Check the shards with `GET _cluster/health?pretty`; `GET /health/ready` answers 503 by then.'),
    ).toEqual([
      'Check the shards with GET _cluster/health?pretty; GET /health/ready answers 503 by then. $ GET _cluster/health?pretty',
    ])
  })

  it('R3 a last sentence that leads to the code is a step beside those that name their commands', () => {
    const told =
      'You can also use the command `ring user-creds-acknowledge` of the other console to acknowledge all of the credentials of the user at once. Similarly, the store has a way to acknowledge the new certificates of a single ring with a call of its own, which is:'
    expect(
      outline(told, ...codeBlock('sh', 'curl --request PUT https://ring.example')).map((line) => line.split(' $ ')[1]),
    ).toEqual(['ring user-creds-acknowledge', 'curl --request PUT https://ring.example'])
  })
})
