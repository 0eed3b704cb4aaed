import { availableParallelism } from 'node:os'
import { runVitest, type TestProject } from './run-vitest.ts'
import { staticSteps } from './static-steps.ts'
import { runSteps } from './step.ts'

/** Everything that needs no build, with the tests of these projects: the names of what failed. */
export async function check(root: string, projects: readonly TestProject[]): Promise<readonly string[]> {
  const failed = await runSteps(staticSteps(root), availableParallelism())
  return runVitest(root, projects) ? failed : [...failed, 'unit and contract tests']
}

/** Says how a run ended, and gives its exit code. */
export function conclude(failed: readonly string[], startedMs: number): 0 | 1 {
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
  if (failed.length === 0) {
    console.log(`Everything holds (${seconds} s).`)
    return 0
  }
  console.error(`FAILED after ${seconds} s: ${failed.join('; ')}`)
  return 1
}
