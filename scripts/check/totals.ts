import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** How many tests passed, failed, and did not run. */
export type Totals = { readonly passed: number; readonly failed: number; readonly skipped: number }

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** A runner that left no report counts as one failure, so that silence is never success. */
const noReport: Totals = { passed: 0, failed: 1, skipped: 0 }

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** The totals in Vitest's JSON report. A file that could not even be loaded is one failure. */
export function vitestTotals(file: string): Totals {
  const report = vitestSchema.safeParse(readJson(file))
  if (!report.success) return noReport
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = report.data
  const unloaded = testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/** The totals in Playwright's JSON report. A test that passed only when tried again is a failure. */
export function playwrightTotals(file: string): Totals {
  const report = playwrightSchema.safeParse(readJson(file))
  if (!report.success) return noReport
  const { expected, unexpected, flaky, skipped } = report.data.stats
  return { passed: expected, failed: unexpected + flaky + report.data.errors.length, skipped }
}

/** The last line of `npm test`. */
export function totalsLine(totals: readonly Totals[]): string {
  const sum = (count: (each: Totals) => number) => totals.reduce((whole, each) => whole + count(each), 0)
  return `${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed, ${sum((each) => each.skipped)} skipped`
}
