import { join } from 'node:path'
import process from 'node:process'
import { check, conclude } from './check/check.ts'

const startedMs = performance.now()
process.exitCode = conclude(await check(join(import.meta.dirname, '..'), ['domain', 'unit']), startedMs)
