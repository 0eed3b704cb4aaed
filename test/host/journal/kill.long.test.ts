import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireDataFolderLock } from '../../../electron/host/journal/data-folder-lock.ts'
import { got, incident, storeOf, temporaryFolder, upTo } from './journal-folder.ts'

const kills = Number(process.env.NIGHTDESK_KILLS ?? 200)
const lanes = 4
const appender = join(import.meta.dirname, 'append-until-killed.ts')

type Acknowledged = { readonly seq: number; readonly hash: string }

const isComplete = (line: string): boolean => /^\d+ [0-9a-f]{64}$/.test(line)

/** Starts the appender and kills it with SIGKILL after some acknowledgements and a few moments more. */
async function appendAndKill(dataFolder: string, mode: string, after: number, spins: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [appender, dataFolder, incident, mode], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.split('\n').length <= after) return
    for (let spin = 0; spin < spins; spin += 1) Math.sqrt(spin)
    child.kill('SIGKILL')
  })
  const [, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the appender ended by itself: ${complaint}`)
  const lines = told.split('\n').filter(isComplete)
  return lines.map((line) => ({ seq: Number(line.split(' ')[0]), hash: line.split(' ')[1] ?? '' }))
}

/** Kills again and again on one data folder and holds the log against what was acknowledged in all lives. */
async function killAgainAndAgain(dataFolder: string, mode: string, times: number): Promise<number> {
  const acknowledged: Acknowledged[] = []
  for (let life = 0; life < times; life += 1) {
    const lived = await appendAndKill(dataFolder, mode, Math.ceil(Math.random() * 60), Math.random() * 400_000)
    acknowledged.push(...lived)
    const lock = acquireDataFolderLock(dataFolder)
    expect(lock.held, 'J9 the lock of the dead is taken over').toBe(true)
    const store = storeOf(dataFolder)
    const journal = got(await store.open(incident))
    const hashes = Array.from(journal.records(), (record) => record.hash)
    const last = acknowledged.at(-1)?.seq ?? 0
    expect(['intact', 'tornTailMovedAside']).toContain(journal.integrity().kind)
    expect(acknowledged.filter(({ seq, hash }) => hashes[seq - 1] !== hash)).toEqual([])
    expect(hashes.length - last).toBeLessThanOrEqual(mode === 'single' ? 1 : 20)
    for (let seq = last + 1; seq <= hashes.length; seq += 1) acknowledged.push({ seq, hash: hashes[seq - 1] ?? '' })
    store.close()
    if (lock.held) lock.release()
  }
  return acknowledged.length
}

describe('J4 kill -9', () => {
  it.each(['single', 'burst'])(
    `J4 loses nothing acknowledged while appending: %s (${kills / 2} kills)`,
    async (mode) => {
      const each = Math.ceil(kills / 2 / lanes)
      const lives = upTo(lanes).map(() => killAgainAndAgain(temporaryFolder(), mode, each))
      for (const survivors of await Promise.all(lives)) expect(survivors).toBeGreaterThan(each)
    },
    3_600_000,
  )
})
