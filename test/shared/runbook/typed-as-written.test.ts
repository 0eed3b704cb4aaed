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
})
