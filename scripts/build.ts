import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { isStale } from './build/freshness.ts'
import { runBuild } from './build/run-build.ts'
import { buildTargets, withoutEntry } from './build/targets.ts'

// Progress goes to stderr: the terminal commands run this first, and their stdout is for their answer alone.
const root = join(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    stale: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
  },
})

const chosen = buildTargets.filter((target) => values.only.length === 0 || values.only.includes(target.name))
const missing = withoutEntry(root)
for (const target of chosen) {
  if (missing.includes(target)) console.error(`NOT BUILT: ${target.name}, because ${target.entry} does not exist yet`)
}
const ready = chosen.filter((target) => !missing.includes(target))
const wanted = values.stale ? ready.filter((target) => isStale(root, target)) : ready
if (!(await runBuild(root, wanted, console.error))) process.exitCode = 1
