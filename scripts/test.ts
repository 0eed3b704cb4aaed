import { join } from 'node:path'
import process from 'node:process'
import { runBuild } from './build/run-build.ts'
import { buildTargets } from './build/targets.ts'
import { check, conclude } from './check/check.ts'
import { playwrightReport, runPlaywright } from './check/run-playwright.ts'
import { vitestReport } from './check/run-vitest.ts'
import { playwrightTotals, totalsLine, vitestTotals } from './check/totals.ts'
import { findElectron } from './start/electron-binary.ts'

const root = join(import.meta.dirname, '..')
const startedMs = performance.now()

const failed = [...(await check(root, ['domain', 'unit', 'long']))]
if (!(await runBuild(root, buildTargets, console.log))) failed.push('build')
if (findElectron(root) === null)
  console.error('NOT RUN: the desktop project, because no Electron program is here. Its tests count as skipped.')
if (!runPlaywright(root)) failed.push('end-to-end tests')

process.exitCode = conclude(failed, startedMs)
console.log(totalsLine([vitestTotals(vitestReport(root)), playwrightTotals(playwrightReport(root))]))
