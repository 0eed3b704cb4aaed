import { describe, expect, it } from 'vitest'
import { codeBlock, runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const commandsOf = (...lines: string[]) =>
  stepsOf(...lines).flatMap(({ commands }) => commands.map(({ text, output }) => [text, output]))

describe('R3 what a command printed', () => {
  const look = ['1. List the relays:', ...codeBlock('console', 'kubectl get pods')]

  it('R3 a listing under the names of its columns is no command', () => {
    expect(
      commandsOf(...look, ...codeBlock('console', 'NAME      READY   STATUS', 'relay-0   0/1     Pending')),
    ).toEqual([['kubectl get pods', undefined]])
  })

  it('R3 names straight below a block are what it printed', () => {
    const names = codeBlock('console', 'relay-wal-0', 'relay-data-0')
    expect(commandsOf('List them:', ...codeBlock('console', 'kubectl get pods'), ...names)).toEqual([
      ['kubectl get pods', undefined],
    ])
  })

  it('R3.4 the table that a console draws below a query is its answer, and the next query another command', () => {
    const session = ['show ring_size;', ' ring_size ', '-----------', ' 3', '(1 row)', '', 'show ring_name;']
    expect(commandsOf('Look at both:', ...codeBlock('', ...session))).toEqual([
      ['show ring_size;', 'ring_size \n-----------\n 3\n(1 row)'],
      ['show ring_name;', undefined],
    ])
  })

  it('R3.4 a line drawn between two queries is no answer', () => {
    const script = ['select a,  b,  c', 'from rings;', '', '---------', 'select d from rings;']
    expect(commandsOf('Look at both:', ...codeBlock('sql', ...script))).toEqual([[script.join('\n'), undefined]])
  })

  it.each(['pod "relay-0" deleted', 'deployment.apps/relay scaled', 'relay-0   0/1   Pending   0   4m'])(
    'R3 "%s" below a command was printed',
    (line) => {
      expect(commandsOf('Do it:', ...codeBlock('sh', 'kubectl delete pod relay-0', line))).toEqual([
        ['kubectl delete pod relay-0', line],
      ])
    },
  )

  it.each([
    ['ls -lah /srv/ring', 'total 24K', 'drwx------ 2 root root 4.0K May 20 07:31 .'],
    ['systemctl status relay', '● relay.service - The relay', '   Active: active (running)'],
    ['kubectl get nodes', 'Error from server (Forbidden): nodes is forbidden'],
    ['df -h', 'Filesystem      Size  Used Avail', '/dev/sda1       20G   18G   2G'],
    ['curl -s localhost/health', '{ "ring": "closed" }'],
    ['kubectl describe pod relay-0', 'Name:   relay-0', 'Status: Pending'],
    ['psql -c "select count(*) from locks"', ' count', '-------', '     7'],
    ['redis-cli dbsize', '(integer) 7'],
    ['journalctl -u relay', 'Nov 02 03:00:01 host relay[12]: no ring'],
    ['echo $?', '1'],
  ])('R3 what stands below "%s" was printed', (typed, ...printed) => {
    expect(commandsOf('Look:', ...codeBlock('', typed, ...printed))).toEqual([[typed, printed.join('\n').trim()]])
  })

  it.each([
    [['psql -c "', 'SELECT id', '  FROM locks;', '"']],
    [["curl -X POST localhost/rings -d '", '{ "ring": 1 }', "'"]],
    [['kubectl get pods \\', '  -o wide']],
    [['for pod in a b; do', 'kubectl delete pod $pod', 'Done: yes', 'done']],
    [['cat <<EOF | kubectl apply -f -', 'kind: Ring', 'EOF']],
    [['RING=7', 'kubectl get ring $RING', 'relayctl open', 'ringtool --all']],
    [['kubectl get pods   # all   of   them', 'relayctl status']],
  ])('R3 %j was typed', (typed) => {
    expect(commandsOf('Do it:', ...codeBlock('', ...typed))).toEqual([[typed.join('\n'), undefined]])
  })

  it('R3 what runs on below such a line is a command of its own', () => {
    const lines = ['kubectl scale deploy/relay --replicas=0', 'deployment.apps/relay scaled', 'kubectl get pods']
    expect(commandsOf('Do it:', ...codeBlock('sh', ...lines))).toEqual([
      [lines[0], lines[1]],
      [lines[2], undefined],
    ])
  })

  it('R3 a problem output is shown, and its label is no step', () => {
    const steps = stepsOf(
      '### Step 1: Look at the ring',
      ...codeBlock('sh', 'relayctl show'),
      '**Problem output:**',
      ...codeBlock('', 'Ring:', '    relays: [one, two]', '    GONE: [three]'),
    )
    expect(steps.map(({ text }) => text)).toEqual(['Look at the ring'])
    expect(steps[0]?.commands.map(({ text }) => text)).toEqual(['relayctl show'])
  })

  it('R3 a request of a console is a command, though the line above it shows an example', () => {
    const lead = '1. Find out how full it is. In the following example, we show one node:'
    expect(commandsOf(lead, ...codeBlock('console', '   GET /_cat/relays?v').map((line) => `   ${line}`))).toEqual([
      ['GET /_cat/relays?v', undefined],
    ])
    expect(commandsOf(lead, ...codeBlock('', '   GET /relays HTTP/1.1').map((line) => `   ${line}`))).toEqual([])
  })
})

describe('R3 consoles, keys and queries', () => {
  it('R3.4 below a query of metrics its samples were printed', () => {
    const query = 'ring_size{ring="b"} == 1'
    expect(commandsOf('Look:', ...codeBlock('promql', `$ ${query}`, '', 'ring_size{ring="b", relay="7"} 1'))).toEqual([
      [query, 'ring_size{ring="b", relay="7"} 1'],
    ])
  })

  it('R3.4 a line in small letters that tells what came to be is printed', () => {
    const lines = ['gcloud keys create ring.json', 'created key [08b2] of type [json]', 'scp ring.json relay-b:/home']
    expect(commandsOf('Make a key:', ...codeBlock('shell', ...lines))).toEqual([
      ['gcloud keys create ring.json', 'created key [08b2] of type [json]'],
      ['scp ring.json relay-b:/home', undefined],
    ])
  })

  it('R3.3 a console may show in brackets in front of its name where one is', () => {
    const lines = ['ssh relay-b', '[ live ] production> r = Ring.find(3)', '=> #<Ring>']
    const [step] = stepsOf('Find it:', ...codeBlock('shell', ...lines))
    expect(step?.commands.map(({ language, text, output }) => [language, text, output])).toEqual([
      ['shell', 'ssh relay-b', undefined],
      ['text', 'r = Ring.find(3)', '=> #<Ring>'],
    ])
  })

  it('R3.12 a query is named by its remark, and by the link above it', () => {
    const query = (name: string) =>
      codeBlock('promql', `# ${name}`, 'sum(rate(late_total[5m])) /', 'sum(rate(all_total[5m]))')
    const link = (name: string) => `- [${name}](https://board.example)`
    const steps = runbookOf(
      '# T',
      '## Late rings',
      ...query('Late parcels'),
      link('All'),
      ...query('All'),
      link('Lost'),
      ...query('Lost'),
    ).steps
    expect(steps.map(({ text, commands }) => [text, commands.length])).toEqual([
      ['Late parcels', 1],
      ['All', 1],
      ['Lost', 1],
    ])
  })

  it.each([
    ['ring-doors', '----------', '√ the ring is open', '× the relay is late', '    it answers after 4 s'],
    ['✅ the ring is open', '❌ the relay is late'],
  ])('R3.4 what a tool answers for each of its checks is no command (%#)', (...checked) => {
    const lead = 'If you run `linkerd check --ring` you might see a warning, while the door opens:'
    const text = [lead, ...codeBlock('bash', ...checked), 'Open it:', ...codeBlock('sh', 'kubectl get rings')]
    const { steps } = runbookOf('# T', '## Replacing the doors', ...text)
    expect(steps.flatMap(({ commands }) => commands.map((command) => command.text))).toEqual(['kubectl get rings'])
  })
})
