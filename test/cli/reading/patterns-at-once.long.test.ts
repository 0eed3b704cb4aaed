import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { expect, it } from 'vitest'
import { knowsPatternsAtOnce } from '../../../electron/cli/reading/patterns-at-once.ts'

const module = new URL('../../../electron/cli/reading/patterns-at-once.ts', import.meta.url)

it('sets what this V8 knows, and prints nothing', () => {
  const program = `import { compilePatternsAtOnce } from ${JSON.stringify(module)}; compilePatternsAtOnce(); process.stdout.write(String(/a{2}/u.test('caab')))`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  })
  expect(knowsPatternsAtOnce(process.versions.v8)).toBe(true)
  expect({ stdout, stderr, status }).toEqual({ stdout: 'true', stderr: '', status: 0 })
})

it('leaves a V8 alone that may not know it', () => {
  expect(['10.2.154', '11.3.244.8-node.33', '14.1.146', '15.0.1', 'unknown'].map(knowsPatternsAtOnce)).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})
