import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it } from 'vitest'
import { settingsOf } from '../../../electron/cli/reading/run-with-settings.ts'
import { ownFolder } from '../own-folder.ts'

const { at, write } = ownFolder()
const MODULE = join(import.meta.dirname, '../../../electron/cli/reading/run-with-settings.ts')

/** A program that runs itself with settings, and says which it has and what came of it. */
function program(does: string, settings = "['--no-regexp-tier-up']"): string {
  write(
    'program.mjs',
    `import { runWithSettings } from ${JSON.stringify(MODULE)}`,
    `const code = await runWithSettings(${settings})`,
    `if (code === undefined) { ${does} } else { console.log('worked for', code); process.exitCode = code }`,
  )
  return at('program.mjs')
}
const run = (...words: readonly string[]) => spawnSync(process.execPath, words, { encoding: 'utf8' })

it('runs the same words in one more process that has the settings, and ends as that does', () => {
  const does = 'console.log(process.execArgv.at(-1), process.argv.slice(2).join()); process.exitCode = 2'
  const { stdout, status } = run(program(does), 'check', 'a b')
  expect(stdout).toBe('--no-regexp-tier-up check,a b\nworked for 2\n')
  expect(status).toBe(2)
})

it('knows settings for this V8, and compiles later where an old one has no quick compiler', () => {
  const { stdout, status } = run(...settingsOf(process.versions.v8), '-p', '6 * 7')
  expect({ stdout, status }).toEqual({ stdout: '42\n', status: 0 })
  expect(settingsOf('11.3.244.8-node.46')).toContain('--interrupt-budget=400000')
  expect(settingsOf('13.6.233.17-node.53')).not.toContain('--interrupt-budget=400000')
})

it('runs it here where Node does not know a setting', () => {
  const { stdout, status } = run(program("console.log('here')", "['--no-such-setting-of-v8']"))
  expect(stdout).toBe('here\n')
  expect(status).toBe(0)
})

it.skipIf(process.platform === 'win32')('leaves nobody behind when it is asked to end', async () => {
  const own = spawn(process.execPath, [program('console.log(process.pid); setInterval(() => 0, 1e6)')])
  const [told] = await once(own.stdout, 'data')
  own.kill('SIGTERM')
  const [code, signal] = await once(own, 'exit')
  expect({ code, signal }).toEqual({ code: null, signal: 'SIGTERM' })
  expect(() => process.kill(Number(String(told)), 0)).toThrow('ESRCH')
})
