import { describe, expect, it } from 'vitest'
import { shellOf } from '../../../shared/runbook/commands/shell-of-command.ts'
import { runbookOf } from './read-sample.ts'

const typed = (language: string, text = 'kubectl get pods') => shellOf({ language, text })

describe('R7 the shell of a command', () => {
  it('R7 is the one that its block names, and the system’s own where it names none', () => {
    expect(['bash', 'zsh', 'fish', 'ksh'].map((language) => typed(language))).toEqual(['bash', 'zsh', 'fish', 'ksh'])
    expect(['', 'sh', 'shell', 'console', 'terminal'].map((language) => typed(language))).toEqual(
      Array.from({ length: 5 }, () => 'sh'),
    )
    expect(['powershell', 'ps1', 'pwsh', 'cmd', 'bat'].map((language) => typed(language))).toEqual([
      'pwsh',
      'pwsh',
      'pwsh',
      'cmd',
      'cmd',
    ])
  })

  it('R7 is none for what no shell runs', () => {
    for (const language of [
      'sql',
      'psql',
      'promql',
      'logql',
      'http',
      'kusto',
      'kql',
      'python',
      'ruby',
      'json',
      'yaml',
      'text',
    ])
      expect(typed(language), language).toBeNull()
  })

  it('R7 is none where the block says nothing and the text is a query or a call in a console', () => {
    for (const text of [
      'SELECT count(*)\n  FROM orders;',
      'sum(rate(http_requests_total[5m])) > 0.5',
      'up{job="etl"}',
      'GET _cluster/health',
      'level:error AND service:loader',
      'rs.status()',
      'Ring.find_by(id: 7).relay',
      'ring_store_free_bytes',
      '(ring_used_size_in_bytes / ring_quota_size_bytes) * 100',
      '(\n  sum(rate(ring_writes_total[5m]))\n  -\n  sum(rate(ring_lost_total[5m]))\n)',
      'min_over_time(ring_sync_status[5m])',
    ]) {
      expect(typed('', text), text).toBeNull()
      expect(typed('text', text), text).toBeNull()
    }
    for (const text of ['truncate -s 0 loader.log', 'find / -name x', 'psql -c "select 1"', 'export A=b\nmake'])
      expect(typed('', text), text).toBe('sh')
  })

  it('R7 is none for a query of metrics, whatever its block says', () => {
    expect(typed('bash', '# too many of them\nrate(ring_writes_total[5m]) > 7')).toBeNull()
    expect(typed('bash', 'pg_ring_stat')).toBe('bash')
  })

  const shellsIn = (lead: string, language: string, ...lines: string[]) =>
    runbookOf('# Ring full', '## Mitigation', '', lead, '', `\`\`\`${language}`, ...lines, '```').steps.flatMap(
      ({ commands }) => commands.map((command) => shellOf(command)),
    )

  it.each([
    ['Add the following line to `/etc/crontab`:', '', ['0 3 * * * root /opt/relay/clean']],
    ['Add the following line to `/etc/crontab`:', 'bash', ['0 3 * * * root /opt/relay/clean']],
    ['Add the following to the settings of the relay:', 'text', ['ring.size 3', 'ring.slots 5']],
    ['Change the size of the ring:', '', ['ring.size 3']],
    ['Open the console and run this search:', 'text', ['index=main host=relay error | stats count by ring']],
    ['Open the ring:', 'bash', ['>>> rings.open("b")']],
    ['Open the ring:', '', ['ring0:PRIMARY> use ring', 'ring0:PRIMARY> show locks']],
  ])('R7 "%s" leads to text for no shell', (lead, language, lines) => {
    expect(shellsIn(lead, language, ...lines)).toEqual([null])
  })

  it.each([
    ['text', ['$ relayctl open']],
    ['text', ['kubectl get pods']],
    ['', ['unset RING']],
    ['', ['relay> kubectl get pods']],
  ])('R7 in a block of "%s" %j is for the system’s own', (language, lines) => {
    expect(shellsIn('Open the ring:', language, ...lines)).toEqual(['sh'])
  })
})
