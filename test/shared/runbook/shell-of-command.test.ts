import { describe, expect, it } from 'vitest'
import { shellOf } from '../../../shared/runbook/commands/shell-of-command.ts'

const typed = (language: string, text = 'kubectl get pods') => shellOf({ language, text })

describe('R7 the shell of a command', () => {
  it('R7 is the one that its block names, and the system’s own where it names none', () => {
    expect(['bash', 'zsh', 'fish', 'ksh'].map((language) => typed(language))).toEqual(['bash', 'zsh', 'fish', 'ksh'])
    expect(['', 'sh', 'shell', 'console', 'terminal', 'text'].map((language) => typed(language))).toEqual(
      Array.from({ length: 6 }, () => 'sh'),
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
    for (const language of ['sql', 'psql', 'promql', 'logql', 'http', 'kusto', 'kql', 'python', 'ruby', 'json', 'yaml'])
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
    ]) {
      expect(typed('', text), text).toBeNull()
      expect(typed('text', text), text).toBeNull()
    }
    for (const text of ['truncate -s 0 loader.log', 'find / -name x', 'psql -c "select 1"', 'export A=b\nmake'])
      expect(typed('', text), text).toBe('sh')
  })
})
