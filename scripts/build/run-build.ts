import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildTarget } from './targets.ts'

const commandLineTool = 'out/cli/nightdesk.js'

/** Builds each target with Vite and says how it went, one line each; whether all of them stand now. */
export async function runBuild(
  root: string,
  targets: readonly BuildTarget[],
  say: (line: string) => void,
): Promise<boolean> {
  if (targets.length === 0) return true
  const { build } = await import('vite')
  let allStand = true
  for (const target of targets) {
    const startedMs = performance.now()
    try {
      await build({ ...target.config(root), logLevel: 'silent' })
      if (target.output === commandLineTool) chmodSync(join(root, target.output), 0o755)
      say(`built ${target.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`)
    } catch (error) {
      allStand = false
      say(`NOT BUILT: ${target.name}. ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return allStand
}
