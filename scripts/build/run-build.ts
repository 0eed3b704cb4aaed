import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildTarget } from './targets.ts'

const commandLineTool = 'out/cli/nightdesk.js'

/** Builds the given targets with Vite, one line each; throws what the bundler throws. */
export async function runBuild(root: string, targets: readonly BuildTarget[], say: (line: string) => void) {
  if (targets.length === 0) return
  const { build } = await import('vite')
  for (const target of targets) {
    const startedMs = performance.now()
    await build({ ...target.config(root), logLevel: 'warn' })
    if (target.output === commandLineTool) chmodSync(join(root, target.output), 0o755)
    say(`built ${target.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`)
  }
}
