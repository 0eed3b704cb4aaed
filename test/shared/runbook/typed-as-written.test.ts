import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const numRuns = Number(process.env.NIGHTDESK_FUZZ_RUNS ?? 100)

const readBlock = (language: string, lines: readonly string[]) =>
  runbookOf('# T', '## Diagnosis', 'Check the state:', '', `\`\`\`${language}`, ...lines, '```').steps.flatMap(
    ({ commands }) => commands,
  )
const typedIn = (language: string, ...lines: string[]) => readBlock(language, lines).map(({ text }) => text)

/** What people type into a shell, a command of one or several lines each. */
const typed = fc.constantFrom<readonly string[]>(
  ['kubectl get pods -n relay'],
  ['relayctl drain --all'],
  ['> /var/log/relay.log'],
  ['# wait for the ring'],
  ['cat> /etc/ring.conf'],
  ['/opt/relay/bin/drain.sh # drains the relay'],
  ['pg_dump relay \\', '    > /backup/relay.sql'],
  ['pg_dump relay \\', '  --single-transaction \\', '  | gzip \\', '  >> /backup/relay.gz'],
  ['mail -s ring ops <<EOF', '> quoted words', '-> an arrow', '... more', '$ price', '1. one', 'EOF'],
  ["psql <<'END-OF-FILE'", 'select 1', '# size', 'END-OF-FILE'],
  ['for ring in a b; do', '  relayctl open $ring', 'done'],
  ["curl -d '", '{ "ring": 1 }', "' localhost/rings"],
  ['[ -f /run/relay.pid ] && rm /run/relay.pid'],
  ['echo "$ 5" > price.txt'],
)
const prompt = fc.constantFrom(
  '$ ',
  'user@relay:~$ ',
  '[root@relay ring]# ',
  'sh-4.4# ',
  '/ # ',
  '/data $ ',
  'relay:~ % ',
)

describe('R3 what was typed is offered as it was written', () => {
  it('R3.3 without the blanks that stand in front of all its lines', () => {
    const lines = ['    for ring in a b; do', '      relayctl open $ring', '', '    done']
    expect(typedIn('bash', ...lines)).toEqual(['for ring in a b; do\n  relayctl open $ring\n\ndone'])
    expect(typedIn('bash', '  pg_dump relay |', 'gzip')).toEqual(['  pg_dump relay |\ngzip'])
  })

  it('R3 behind a prompt, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(prompt, typed), { minLength: 1, maxLength: 5 }), (calls) => {
        const source = calls.flatMap(([mark, [first = '', ...rest]]) => [mark + first, ...rest])
        const expected = calls.flatMap(([, lines]) => lines)
        expect(
          typedIn('bash', ...source)
            .join('\n')
            .split('\n'),
        ).toEqual(expected)
      }),
      { numRuns },
    )
  })

  it('R3 with the marks that a shell sets before each further line', () => {
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 5 }), (calls) => {
        const source = calls.flatMap(([first = '', ...rest]) => [`$ ${first}`, ...rest.map((line) => `> ${line}`)])
        expect(
          typedIn('console', ...source)
            .join('\n')
            .split('\n'),
        ).toEqual(calls.flat())
      }),
      { numRuns },
    )
  })

  it.each([
    [
      ['relay=# select *', 'relay-# from rings', 'relay-# where a', 'relay-#   > 3;'],
      'select *\nfrom rings\nwhere a\n  > 3;',
    ],
    [['mysql> select *', '    -> from rings', '    -> where a > 3;'], 'select *\nfrom rings\nwhere a > 3;'],
    [['>>> for ring in rings:', '...     ring.open()', '...'], 'for ring in rings:\n    ring.open()\n'],
    [
      ['irb(main):001:0> rings.each do |ring|', 'irb(main):002:1* ring.open', 'irb(main):003:1* end'],
      'rings.each do |ring|\nring.open\nend',
    ],
    [['PS C:\\> Get-Process `', '>> -Name relay'], 'Get-Process `\n-Name relay'],
    [
      ['$ for ring in a b; do', 'for> relayctl open $ring', 'for> done'],
      'for ring in a b; do\nrelayctl open $ring\ndone',
    ],
  ])('R3 %j goes on behind the marks of its console', (lines, expected) => {
    for (const language of ['', 'console']) expect(typedIn(language, ...lines)).toEqual([expected])
  })

  it.each([
    'cat> /etc/ring.conf <<EOF\nsize=3\nEOF',
    '/opt/relay/drain # test it\n~/bin/open # opens it',
    'bash # open a shell\nls',
  ])('R3 %j shows no prompt', (text) => {
    expect(typedIn('bash', ...text.split('\n'))).toEqual([text])
  })

  it('R3 a comparison in a query is no prompt, nor is what a script quotes', () => {
    expect(typedIn('sql', 'SELECT * FROM rings WHERE', 'size> limit;')).toEqual([
      'SELECT * FROM rings WHERE\nsize> limit;',
    ])
    const script = ['cat <<EOF > ring.conf', '$ relay', 'ring> b', 'EOF', 'relayctl load --all']
    expect(typedIn('bash', ...script)).toEqual([script.join('\n')])
  })

  it.each([
    'make sure the pods are gone',
    'watch the pods',
    'find leader',
    'kill old relays',
    'test connection',
    'service is back when this is green',
    'top talkers',
    'node status',
    'export failed rings',
  ])('R3 "# %s" is a remark beside prompts and in a console', (remark) => {
    for (const text of typedIn('bash', '$ kubectl drain node-1', `# ${remark}`, '$ kubectl get pods'))
      expect(text.split('\n')).not.toContain(remark)
    expect(typedIn('console', 'kubectl drain node-1', `# ${remark}`, 'kubectl get pods')).toEqual([
      `kubectl drain node-1\n# ${remark}\nkubectl get pods`,
    ])
  })

  it.each([
    'systemctl restart relay',
    'service relay restart',
    'kill 12',
    'tail /var/log/relay.log',
    'git status',
    'cd /srv',
  ])('R3 "# %s" is the administrator beside prompts', (call) => {
    expect(typedIn('bash', '$ su', `# ${call}`)).toContain(call)
  })

  it('R3 a call without a prompt below what only sets names was typed too', () => {
    expect(typedIn('bash', '$ export RING=b', 'kubectl get pods -n $RING')).toEqual([
      'export RING=b\nkubectl get pods -n $RING',
    ])
    expect(typedIn('bash', '$ crontab -l', 'kubectl get pods')).toEqual(['crontab -l'])
  })

  it('R3 an option on a line of its own is no remark, and what goes on ends below it', () => {
    const lines = [
      '# 1. Drain the node',
      'kubectl drain node-1 \\',
      '  --ignore-daemonsets',
      '# 2. Restart the relay',
      'systemctl restart relay',
    ]
    expect(typedIn('bash', ...lines)).toEqual([
      'kubectl drain node-1 \\\n  --ignore-daemonsets',
      'systemctl restart relay',
    ])
    const ways = [
      'kubectl delete pod ring-0 \\',
      '  --force',
      '# Or restart all of them',
      'kubectl rollout restart sts ring',
    ]
    expect(typedIn('bash', ...ways)).toEqual([ways.slice(0, 2).join('\n'), ways.slice(2).join('\n')])
  })

  const script = [
    'kubectl delete pod ring-0',
    '[ -f /run/relay.pid ] && rm /run/relay.pid',
    '[[ -z "$NS" ]] && exit 1',
    '"$BIN/relayctl" drain',
    '"/opt/relay/bin/open" --all',
    'level=debug',
    "time='5'",
    'export RING=b',
    'Rscript jobs/relay.R',
    'git push',
    '(cd /srv && make)',
    '{ relayctl close; relayctl open; }',
    '<ring.sql psql',
    '. ./env.sh',
    ': > relay.log',
    'relayctl load < "dump of b.sql"',
    '# the ring is open now',
    'PGPASSWORD=x psql -c "select 1"',
  ]
  const printed = [
    'relay-0   0/1   Pending   0',
    'Status: open',
    '{ "ring": [1, 2] }',
    '[ "a", "b" ]',
    'level=info msg="ring full"',
  ]

  it('R3 no line of a script is taken for what another one printed', () => {
    fc.assert(
      fc.property(fc.subarray(script, { minLength: 1 }), (lines) => {
        const source = ['systemctl stop relay', ...lines, 'systemctl start relay']
        expect(typedIn('bash', ...source)).toEqual([source.join('\n')])
      }),
      { numRuns },
    )
  })

  it('R3 every line of a block without prompts stands in a command or below one, in its order', () => {
    const line = fc.constantFrom(...script, ...printed)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const source = ['kubectl get pods', ...lines]
        const read = readBlock('bash', source).map(({ text, output }) =>
          output === undefined ? text : `${text}\n${output}`,
        )
        expect(read.join('\n').split('\n')).toEqual(source)
      }),
      { numRuns },
    )
  })

  it.each(script.filter((line) => !/^(?:level|time|export|relayctl load|#|[:.] )/.test(line)))(
    'R3 "%s" below what was printed was typed',
    (line) => {
      expect(typedIn('bash', 'kubectl get pods', ...printed, line).at(-1)).toBe(line)
    },
  )

  it('R3 what empties a file is no line behind a mark', () => {
    expect(typedIn('', '> ring/data.bin')).toEqual(['> ring/data.bin'])
    expect(typedIn('bash', '> data.bin', 'relayctl open --all')).toEqual(['> data.bin\nrelayctl open --all'])
  })

  it.each([
    ['## restart the relay', 'systemctl restart relay'],
    ['kubectl rollout undo deploy/relay   # v2 \u2192 v1'],
    ['# open \u2192 closed', 'kubectl get pods'],
  ])('R3 a remark like a heading or with an arrow makes no form and no drawing of a script: %s', (...lines) => {
    expect(typedIn('', ...lines)).toEqual([lines.join('\n')])
  })

  it('R3 a form and a drawing are no commands', () => {
    expect(typedIn('', '## What happened', 'The relay was full', '## Why')).toEqual([])
    expect(typedIn('', 'Is it open? \u2192 close it', 'kubectl get pods')).toEqual([])
  })
})
