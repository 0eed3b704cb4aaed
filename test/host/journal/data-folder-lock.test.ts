import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { acquireDataFolderLock, holdersOf } from '../../../electron/host/journal/data-folder-lock.ts'
import { mayStillRun, ownIdentity } from '../../../electron/host/journal/process-identity.ts'
import { temporaryFolder, upTo } from './journal-folder.ts'

const holder = join(import.meta.dirname, 'hold-data-folder.ts')

/** A process that takes the folder, says whether it did, and stays until its input ends or it is killed. */
async function anotherProcess(
  dataFolder: string,
  within: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly held: boolean }> {
  const [program = '', ...args] = [...within, process.execPath, holder, dataFolder]
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  return { child, held: String(said).startsWith('held') }
}

/** A holder whose parent never asks how it ended, as under a container's first process: killed, it stays in the list of processes. */
async function unreapedProcess(dataFolder: string): Promise<number> {
  const script = 'exec 3<&0; "$0" "$1" "$2" <&3 & echo $!; exec sleep 600 >/dev/null'
  const parent = spawn('sh', ['-c', script, process.execPath, holder, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  let said = ''
  parent.stdout.on('data', (chunk) => {
    said += chunk
  })
  await vi.waitFor(() => expect(said).toMatch(/^\d+\nheld/), 10_000)
  return Number.parseInt(said, 10)
}

/** Numbers of its own for a program's processes, as a container gives them. */
const inOwnPids = ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--mount-proc', '--kill-child']
const [unshare = '', ...itsOptions] = inOwnPids
const canTakePidNamespaces = spawnSync(unshare, [...itsOptions, 'true']).status === 0

const claims = (dataFolder: string): string[] => readdirSync(join(dataFolder, 'locks'))

describe('J9 the lock of a data folder', () => {
  it('J9 is free again after its release', () => {
    const dataFolder = temporaryFolder()
    for (let time = 0; time < 3; time += 1) {
      const lock = acquireDataFolderLock(dataFolder)
      expect(lock.held).toBe(true)
      if (lock.held) lock.release()
      expect(claims(dataFolder)).toEqual([])
    }
  })

  it('J9 a second process is refused and told who holds it', async () => {
    const dataFolder = temporaryFolder()
    const { child, held } = await anotherProcess(dataFolder)
    expect(held).toBe(true)
    const lock = acquireDataFolderLock(dataFolder)
    expect(lock).toMatchObject({ held: false, holder: expect.stringContaining(`process ${child.pid} on `) })
    expect(claims(dataFolder)).toHaveLength(1)
    child.stdin?.end()
    await once(child, 'exit')
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
  })

  it('J9 the claim of a killed process is taken over', async () => {
    const dataFolder = temporaryFolder()
    const { child } = await anotherProcess(dataFolder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(claims(dataFolder)).toHaveLength(1)
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
    expect(claims(dataFolder)).toHaveLength(1)
  })

  it.runIf(existsSync('/proc/self/stat'))(
    'J9 a killed process that nobody has asked after yet holds nothing',
    async () => {
      const dataFolder = temporaryFolder()
      const pid = await unreapedProcess(dataFolder)
      process.kill(pid, 'SIGKILL')
      await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /))
      expect(() => process.kill(pid, 0)).not.toThrow()
      expect(acquireDataFolderLock(dataFolder).held).toBe(true)
    },
  )

  it('J9 who holds it can be asked without claiming it', async () => {
    const dataFolder = temporaryFolder()
    expect(holdersOf(dataFolder)).toEqual([])
    const { child } = await anotherProcess(dataFolder)
    const [found] = holdersOf(dataFolder)
    expect(found?.holder).toContain(`process ${child.pid} on `)
    expect(found?.isRunning()).toBe(true)
    expect(claims(dataFolder)).toHaveLength(1)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(found?.isRunning()).toBe(false)
    expect(holdersOf(dataFolder)).toEqual([])
  })

  it('J9 of many that start at once over a dead claim, exactly one may write', async () => {
    const dataFolder = temporaryFolder()
    const { child } = await anotherProcess(dataFolder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const started = await Promise.all(upTo(8).map(() => anotherProcess(dataFolder)))
    expect(started.filter(({ held }) => held)).toHaveLength(1)
  })

  it.runIf(canTakePidNamespaces)(
    'J9 a process of another container is refused, though it cannot see this one',
    async () => {
      const dataFolder = temporaryFolder()
      const lock = acquireDataFolderLock(dataFolder)
      expect(lock.held).toBe(true)
      const { held } = await anotherProcess(dataFolder, inOwnPids)
      expect(held).toBe(false)
      expect(claims(dataFolder)).toHaveLength(1)
    },
  )

  it('J9 a claim that may not be read is not swept away, and is named', () => {
    const dataFolder = temporaryFolder()
    const claim = join(dataFolder, 'locks', '1-foreign.json')
    mkdirSync(claim, { recursive: true })
    const lock = acquireDataFolderLock(dataFolder)
    expect(lock).toMatchObject({ held: false, holder: expect.stringContaining(`${claim} cannot be read (EISDIR)`) })
    expect(lock).toMatchObject({ unseenClaim: claim })
    expect(holdersOf(dataFolder)).toHaveLength(1)
    rmdirSync(claim)
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
  })

  it('J9 a claim that nobody can see through is named as the file that holds the folder, one that is seen is not', () => {
    const dataFolder = temporaryFolder()
    const lock = acquireDataFolderLock(dataFolder)
    const [name = ''] = claims(dataFolder)
    const path = join(dataFolder, 'locks', name)
    expect(holdersOf(dataFolder)).toMatchObject([{ unseenClaim: null }])
    const claim = JSON.parse(readFileSync(path, 'utf8'))
    if (lock.held) lock.release()
    writeFileSync(path, JSON.stringify({ ...claim, host: 'another', bootId: 'another', pid: 7 }))
    expect(acquireDataFolderLock(dataFolder)).toMatchObject({ held: false, unseenClaim: path })
    rmSync(path)
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
  })

  it('J9 what was read and is no claim holds nobody up', () => {
    const dataFolder = temporaryFolder()
    mkdirSync(join(dataFolder, 'locks'))
    writeFileSync(join(dataFolder, 'locks', '1-spoiled.json'), '{"pid":')
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
  })

  it('J9 a claim of another boot is stale although a process has its number now', () => {
    const dataFolder = temporaryFolder()
    const lock = acquireDataFolderLock(dataFolder)
    const [name = ''] = claims(dataFolder)
    const path = join(dataFolder, 'locks', name)
    const claim = JSON.parse(readFileSync(path, 'utf8'))
    if (lock.held) lock.release()
    writeFileSync(path, JSON.stringify({ ...claim, bootId: 'another', bootedAtMs: claim.bootedAtMs - 86_400_000 }))
    expect(acquireDataFolderLock(dataFolder).held).toBe(true)
  })
})

describe('J9 whether a process may still run', () => {
  const self = ownIdentity()
  const dead = 2 ** 22 + 1
  const hour = 3_600_000
  const contained = { ...self, bootId: 'b', pidNamespace: 'pid:[2]' }
  const elsewhere = { ...self, bootId: null, pidNamespace: null, startedTicks: null, uptimeMs: 2 * hour }

  it.each([
    ['itself', self, self, true],
    ['a dead number', { ...self, pid: dead }, self, false],
    ['its own number, given to a later process', { ...self, startedTicks: '1' }, self, self.startedTicks === null],
    ['a process of another machine', { ...self, host: 'other', bootId: 'b', pid: dead }, self, true],
    ['a process of another container', { ...contained, pidNamespace: 'pid:[1]', pid: dead }, contained, true],
    ['a process of this container under another name', { ...contained, host: 'former', pid: dead }, contained, false],
    ['an older claim under another name', { ...self, pidNamespace: null, host: 'former', pid: dead }, self, true],
    ['an older claim of a dead number', { ...self, pidNamespace: null, pid: dead }, self, false],
    ['this machine under its former name', { ...self, host: 'former' }, self, true],
    ['without boot ids: alive, same boot', elsewhere, elsewhere, true],
    ['without boot ids: dead', { ...elsewhere, pid: dead }, elsewhere, false],
    ['without boot ids: another boot', { ...elsewhere, bootedAtMs: 0, uptimeMs: hour * 9 }, elsewhere, false],
    ['without boot ids: alive, the clock was set', { ...elsewhere, bootedAtMs: 0, uptimeMs: hour }, elsewhere, true],
    ['without boot ids: an older claim', { ...elsewhere, bootedAtMs: 0, uptimeMs: null }, elsewhere, true],
  ])('J9 %s', (_what, other, own, expected) => {
    expect(mayStillRun(other, own)).toBe(expected)
  })
})
