import { describe, expect, it } from 'vitest'
import { runbookOf } from './read-sample.ts'

const readBlock = (language: string, ...block: string[]) =>
  runbookOf('# T', '## Diagnosis', 'Check the state:', '', `\`\`\`${language}`, ...block, '```').steps.flatMap(
    ({ commands }) => commands.map(({ text, output }) => (output === undefined ? text : `${text} >> ${output}`)),
  )

describe('R3 what stands before a command that was typed', () => {
  it.each([
    '$',
    '$>',
    '%',
    '❯',
    '~ $',
    '~/src/ring$',
    '/prometheus $',
    '/ #',
    'root@host:~#',
    'root@host~ #',
    'root@host/var/log#',
    'root@host:/var/log#',
    '[user@host ~]$',
    '[root@host data]#',
    'user@host ~ %',
    '(venv) $',
    '(venv) user@host:~$',
    'sh-4.4#',
    'bash-5.1$',
    '➜  ~',
    '➜  src git:(main) ✗',
    'PS C:\\>',
    'PS C:\\Windows\\System32>',
    'PS /home/user>',
    'C:\\Users\\me>',
    '>>>',
    'In [3]:',
    'irb(main):001:0>',
    '[1] pry(main)>',
    'iex(1)>',
    'scala>',
    'mysql>',
    'MariaDB [(none)]>',
    'store=#',
    'store=>',
    'SQL>',
    'cqlsh:ring>',
    'ring0:PRIMARY>',
    '127.0.0.1:6379>',
    'root@:26257/ring>',
    '[zk: localhost:2181(CONNECTED) 0]',
    '(gdb)',
    'RINGS (dev-1) $',
    '>',
  ])('R3 "%s" is no part of it, and what follows was printed', (prompt) => {
    expect(readBlock('', `${prompt} relayctl status`, 'All is well')).toEqual(['relayctl status >> All is well'])
  })

  it('R3 what a console answers is no prompt', () => {
    expect(readBlock('', 'irb(main):001:0> Relay.count', '=> 3')).toEqual(['Relay.count >> => 3'])
    expect(readBlock('', '> GET /health HTTP/1.1', '> Host: relay', '< HTTP/1.1 200')).not.toContain('GET /health')
    expect(readBlock('', ' ~ kubectl get pods', 'No resources found')).toEqual([
      'kubectl get pods >> No resources found',
    ])
  })

  it('R3 a query goes on behind the marks of its console', () => {
    expect(readBlock('', 'mysql> select id', '    -> from locks;', '7')).toEqual(['select id\nfrom locks; >> 7'])
  })
})

describe('R3 the administrator in a block of nothing but "# ..."', () => {
  it.each([
    [['# ringprof record -F 99 -p 12', '# ringprof report -i ring.data']],
    [['# ringdump <pid>']],
    [['# git clone https://example.org/ringprof', '# cd ringprof', '# ./ringprof.py -n 100']],
    [['# systemctl restart relay', '# relayctl status']],
    [['# tail /var/log/relay/current']],
  ])('R3 %j was typed', (block) => {
    const typed = block.map((line) => line.slice(2)).join('\n')
    expect(readBlock('', ...block)).toEqual([typed])
    expect(readBlock('bash', ...block)).toEqual([typed])
  })

  it('R3 what stands below such a line was printed', () => {
    expect(readBlock('console', '# ringprof stat -p 12', ' 12,345 rounds')).toEqual([
      'ringprof stat -p 12 >>  12,345 rounds',
    ])
  })

  it.each([
    ['what it tells field by field', ['kind: Ring', 'spec:', '  rooms: 3', '  ...']],
    ['what went wrong', ['error: no ring of that name']],
  ])('R3 %s was printed', (_, answer) => {
    expect(readBlock('bash', '# ringctl get ring-a -o yaml', '', ...answer)).toEqual([
      `ringctl get ring-a -o yaml >> ${answer.join('\n')}`,
    ])
  })

  it.each([
    [['# Check the disk', '# then reboot']],
    [['# restart the relay with -f if you must']],
    [['# check disk usage', '# restart relay']],
    [['# /etc/relay/relay.conf']],
    [['# find the relay that hangs']],
  ])('R3 %j are remarks', (block) => {
    expect(readBlock('bash', ...block)).toEqual([])
  })

  it('R3 above a line that may be a command it is a remark', () => {
    expect(readBlock('bash', '# kubectl get ns -o name', 'SPACE=ring')).toEqual([
      '# kubectl get ns -o name\nSPACE=ring',
    ])
    expect(readBlock('bash', '# relayctl drain --all', 'ringtool open')).toEqual([
      '# relayctl drain --all\nringtool open',
    ])
  })
})

describe('R3.3 the prompt of the administrator before names that are set', () => {
  const settings = ['# RINGDIR=/opt/ring-1.2', '# RING_API=3']

  it('R3.3 counts beside a name for a call', () => {
    expect(readBlock('', ...settings, "# alias ringctl='$RINGDIR/ringctl --cert=/etc/ring.crt'")).toEqual([
      "RINGDIR=/opt/ring-1.2\nRING_API=3\nalias ringctl='$RINGDIR/ringctl --cert=/etc/ring.crt'",
    ])
  })

  it('R3.3 alone they are settings that were switched off', () => {
    expect(readBlock('bash', ...settings)).toEqual([])
  })

  it.each(['kubectl get rings', 'sudo ringctl show', 'k get pods'])('R3 a "$" may be glued to "%s"', (call) => {
    expect(readBlock('console', `$${call}`, 'ring-0   1/1   Running   0   4m')).toEqual([
      `${call} >> ring-0   1/1   Running   0   4m`,
    ])
  })
})
