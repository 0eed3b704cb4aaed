import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { runVitest } from './check/run-vitest.ts'
import { staticSteps } from './check/static-steps.ts'
import { runSteps } from './check/step.ts'

const root = join(import.meta.dirname, '..')
const startedMs = performance.now()

const failed = [...(await runSteps(staticSteps(root), availableParallelism()))]
if (!runVitest(root)) failed.push('unit and contract tests')

const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
if (failed.length === 0) console.log(`Everything holds (${seconds} s).`)
else console.error(`FAILED after ${seconds} s: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
