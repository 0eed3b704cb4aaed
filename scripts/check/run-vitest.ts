import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

/** Where Vitest leaves its report. */
export const vitestReport = (root: string): string => join(root, 'test-results/vitest.json')

/**
 * Where Node keeps the code that tests compiled, by the content of each file: every test with a host starts threads, which else strip the types of the same
 * hundred modules again, a tenth of the time. Deleting the folder costs time only.
 */
const compiledCode = (root: string): string => join(root, 'node_modules/.cache/compiled')

/** The tests that need no build: what is quick, and what starts processes, watches disks, kills and floods (`*.long.test.ts`). */
export type TestProject = 'domain' | 'unit' | 'long'

/** Runs the unit and contract tests of these projects in the foreground; whether all passed. */
export function runVitest(root: string, projects: readonly TestProject[]): boolean {
  rmSync(vitestReport(root), { force: true })
  const script = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport(root)}`]
  const { status } = spawnSync(
    process.execPath,
    [script, 'run', ...projects.map((name) => `--project=${name}`), ...reporters],
    { cwd: root, stdio: 'inherit', env: { NODE_COMPILE_CACHE: compiledCode(root), ...process.env } },
  )
  return status === 0
}
