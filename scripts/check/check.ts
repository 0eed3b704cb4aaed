import { availableParallelism } from 'node:os'
import { runVitest } from './run-vitest.ts'
import { staticSteps } from './static-steps.ts'
import { runSteps } from './step.ts'

/** Everything that needs no build: the names of what failed. */
export async function check(root: string): Promise<readonly string[]> {
  const failed = await runSteps(staticSteps(root), availableParallelism())
  return runVitest(root) ? failed : [...failed, 'unit and contract tests']
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
