import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from '../support/nightdesk-test.ts'

const root = join(import.meta.dirname, '../..')
const onlyLoopback = { tag: '@loopback' }

/** Runs the start command as a terminal does: in a process group of its own, which Ctrl-C reaches as a whole. */
function start(dataFolder: string, ...words: string[]) {
  const fixed = ['--shell', 'loopback', '--no-open', '--data', dataFolder]
  const command = [join(root, 'scripts/start.ts'), ...fixed, ...words]
  const child: ChildProcess = spawn(process.execPath, command, { cwd: root, detached: true, stdio: 'pipe' })
  const heard = { out: '', error: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    heard.out += chunk.toString('utf8')
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    heard.error += chunk.toString('utf8')
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { heard, ended, interrupt: () => process.kill(-(child.pid ?? Number.NaN), 'SIGINT') }
}

test('npm start prints one line, opens, and Ctrl-C ends it cleanly', onlyLoopback, async ({ dataFolder, request }) => {
  const desk = start(dataFolder)
  await expect
    .poll(() => desk.heard.out, { timeout: 60_000 })
    .toMatch(/^Nightdesk is at http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/)
  const address = desk.heard.out.trim().split(' ').at(-1) ?? ''
  expect((await request.get(address)).status()).toBe(200)
  desk.interrupt()
  expect(await desk.ended).toBe(0)
  expect(desk.heard.out.split('\n')).toHaveLength(2)
})

test('npm start says which port is taken and ends', onlyLoopback, async ({ nightdesk, dataFolder }) => {
  const { port } = new URL(nightdesk.origin())
  const desk = start(join(dataFolder, 'another'), '--port', port)
  expect(await desk.ended).toBe(1)
  expect(desk.heard.error).toContain(`Port ${port} is taken by another program.`)
  expect(desk.heard.out).toBe('')
})

test('npm start refuses what it does not know, in one line', onlyLoopback, async ({ dataFolder }) => {
  const desk = start(dataFolder, '--test-clock', 'noon')
  expect(await desk.ended).toBe(2)
  expect(desk.heard.error).toMatch(/^--test-clock takes an instant such as 2026-12-24T13:00:00.000Z, not "noon"$/m)
  expect(desk.heard.out).toBe('')
})
