import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'

const rooms = ['shared', 'electron', 'renderer', 'scripts', 'test']
const { forbidden, options } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

/** What the guard of the directions saw. No modules at all means that the guard is blind, not that all is well. */
export type Directions = { readonly moduleCount: number; readonly breaches: readonly string[] }

/** Holds every import under a folder against the rules; a breach reads `rule: from -> to`. */
export async function checkDirections(folder: string): Promise<Directions> {
  const present = rooms.filter((room) => existsSync(join(folder, room)))
  const ruleSet = { forbidden, options: {} }
  const { output } = await cruise(present, { ...options, baseDir: folder, validate: true, ruleSet })
  const { summary, modules } = output as ICruiseResult
  return {
    moduleCount: modules.length,
    breaches: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  }
}
