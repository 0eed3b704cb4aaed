import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const folder = new URL('../../../fixtures/workspace/runbooks/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.md'))

describe('R4 the demo workspace', () => {
  it('R4 has runbooks', () => {
    expect(names.length).toBeGreaterThanOrEqual(5)
  })

  it.each(names)('R4 %s gives scenarios with steps, most with commands, and every key part', (name) => {
    const path = `runbooks/${name}`
    const runbook = parseRunbook({ path, text: readFileSync(new URL(name, folder), 'utf8') })
    expect(runbook.problems).toEqual([])
    expect(runbook.scenarios.length).toBeGreaterThanOrEqual(3)
    expect(runbook.scenarios.filter(({ steps, symptoms }) => steps.length < 5 || symptoms === '')).toEqual([])
    const steps = runbook.scenarios.flatMap((scenario) => scenario.steps)
    expect(steps.filter(({ commands }) => commands.length > 0).length / steps.length).toBeGreaterThan(0.5)
    expect(steps.some(({ timeBoxMs }) => timeBoxMs !== undefined)).toBe(true)
    expect(runbook.steps.length).toBeGreaterThan(0)
    expect(runbook.parts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['sources', 'sla', 'scenarios', 'debugging', 'escalation']),
    )
  })
})
