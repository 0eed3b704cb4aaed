import { describe, expect, it } from 'vitest'
import { isFound, runbookChoices } from '../../../../renderer/features/declare/runbook-choices.ts'

const fits = (path: string, title: string, scenario: { id: string; title: string } | null = null) => ({
  path,
  title,
  reason: 'matched by alertname',
  scenario,
})

describe('the runbooks that declaring can open with', () => {
  it('those that fit say why, and their path where titles repeat; the others say where they are', () => {
    const suggestions = [fits('eu/disk.md', 'Disk full'), fits('us/disk.md', 'Disk full')]
    const all = [...suggestions, { path: 'late.md', title: 'Late' }]
    const { fitting, others } = runbookChoices(suggestions, all, 'eu/disk.md')
    expect(fitting.map(({ label, note }) => [label, note])).toEqual([
      ['Disk full (eu/disk.md)', 'matched by alertname, eu/disk.md'],
      ['Disk full (us/disk.md)', 'matched by alertname, us/disk.md'],
    ])
    expect(others).toEqual([{ value: 'late.md', label: 'Late', title: 'Late', note: 'late.md' }])
  })

  it('one that opens at a scenario says so', () => {
    const { fitting } = runbookChoices([fits('kafka.md', 'Kafka', { id: 'lag', title: 'Lag' })], [], null)
    expect(fitting[0]?.note).toBe('matched by alertname, opens at "Lag"')
  })

  it('the chosen one stays a choice when its file is gone', () => {
    expect(runbookChoices([], [], 'gone.md').others.map(({ value }) => value)).toEqual(['gone.md'])
  })

  it('are found by all the words of title, path and reason', () => {
    const [choice] = runbookChoices([fits('eu/disk.md', 'Disk full')], [], null).fitting
    if (choice === undefined) throw new Error('no choice')
    expect(['full eu', 'ALERTNAME', ''].map((typed) => isFound(choice, typed))).toEqual([true, true, true])
    expect(isFound(choice, 'disk asia')).toBe(false)
  })
})
