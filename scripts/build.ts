import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { isStale } from './build/freshness.ts'
import { runBuild } from './build/run-build.ts'
import { buildTargets } from './build/targets.ts'

// Progress goes to stderr: the terminal commands run this first, and their stdout is for their answer alone.
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    stale: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
})

const chosen = buildTargets.filter(({ name }) => values.only.length === 0 || values.only.includes(name))
const wanted = values.stale ? chosen.filter((target) => isStale(root, target)) : chosen
if (!(await runBuild(root, wanted, console.error))) process.exitCode = 1
