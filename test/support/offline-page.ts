import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { isStale } from '../../scripts/build/freshness.ts'
import { buildOfflinePage } from '../../scripts/build/offline-page.ts'
import { buildTargets } from '../../scripts/build/targets.ts'

const root = join(import.meta.dirname, '../..')

/** Puts the page of an offline copy where the host reads it in a checkout, unless it is there and new; safe in several processes at once. */
export async function haveOfflinePage(): Promise<void> {
  const target = buildTargets.find(({ name }) => name === 'offline copy')
  if (target === undefined) throw new Error('no target builds the page of the offline copy')
  if (!isStale(root, target)) return
  const { script, style } = await buildOfflinePage(root)
  const folder = join(root, 'out/offline-copy')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of [
    ['page.css', style],
    ['page.js', script],
  ] as const) {
    const passing = join(folder, `${name}.${process.pid}`)
    writeFileSync(passing, text)
    renameSync(passing, join(folder, name))
  }
}
