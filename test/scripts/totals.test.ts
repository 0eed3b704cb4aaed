import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { playwrightTotals, totalsLine, vitestTotals } from '../../scripts/check/totals.ts'

describe('the totals of npm test', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-totals-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const write = (report: unknown) => {
    const file = join(folder, 'report.json')
    writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report))
    return file
  }

  it('add up both runners in one line', () => {
    const vitest = write({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] })
    const unit = vitestTotals(vitest)
    const playwright = write({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] })
    expect(totalsLine([unit, playwrightTotals(playwright)])).toBe('12 passed, 3 failed, 6 skipped')
  })

  it('count a test file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ]
    const file = write({ numPassedTests: 1, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults })
    expect(vitestTotals(file)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('count a failure outside any end-to-end test', () => {
    const file = write({
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{ message: 'no tests' }],
    })
    expect(playwrightTotals(file)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('take a missing or broken report for a failure', () => {
    const missing = join(folder, 'missing.json')
    const broken = write({ surprise: true })
    const cut = write('{"stats": {"expec')
    const all = [vitestTotals(missing), playwrightTotals(missing), vitestTotals(broken), playwrightTotals(cut)]
    expect(totalsLine(all)).toBe('0 passed, 4 failed, 0 skipped')
  })
})
