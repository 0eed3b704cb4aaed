import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Disk, systemDisk } from '../../../electron/host/journal/disk.ts'
import { createEvidenceStore, evidenceFileName } from '../../../electron/host/journal/evidence-store.ts'
import { got, incident, writtenLog } from './journal-folder.ts'

const bytes = Buffer.from('ERROR row 48211: connection reset')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function storeWith(disk?: Disk) {
  const { dataFolder, folder } = writtenLog(1)
  return { folder: join(folder, 'evidence'), store: createEvidenceStore({ dataFolder, ...(disk && { disk }) }) }
}

describe('J1.1 evidence', () => {
  it.each([
    ['loader.LOG', 'log'],
    ['archive.tar.gz', 'gz'],
    ['no-ending', 'bin'],
    ['sly.sh/../../x', 'bin'],
    ['long.abcdefghijklmnop', 'bin'],
    ['.hidden', 'bin'],
  ])('J1.1 %s is kept under its hash with the ending %s', (name, ext) => {
    const { folder, store } = storeWith()
    expect(got(store.put(incident, bytes, name))).toEqual({ sha256, ext })
    expect(readdirSync(folder)).toEqual([`${sha256}.${ext}`])
    expect(evidenceFileName(sha256, name)).toBe(`${sha256}.${ext}`)
    expect(got(store.get(incident, sha256))).toEqual(bytes)
  })

  it('J1.1 the same bytes are kept once', () => {
    const { folder, store } = storeWith()
    got(store.put(incident, bytes, 'a.log'))
    expect(got(store.put(incident, bytes, 'b.txt'))).toEqual({ sha256, ext: 'log' })
    expect(readdirSync(folder)).toEqual([`${sha256}.log`])
  })

  it('J1.1 a changed file is refused, left as it is, and mended when the original comes again', () => {
    const { folder, store } = storeWith()
    got(store.put(incident, bytes, 'a.log'))
    const file = join(folder, `${sha256}.log`)
    writeFileSync(file, 'ERROR row 48212: connection reset')
    expect(store.get(incident, sha256)).toMatchObject({ ok: false, error: { code: 'damaged' } })
    expect(readFileSync(file, 'utf8')).toContain('48212')
    got(store.put(incident, bytes, 'a.log'))
    expect(got(store.get(incident, sha256))).toEqual(bytes)
  })

  it('J1.1 what is not there is not found', () => {
    const { store } = storeWith()
    expect(store.get(incident, sha256)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(store.get('../..', sha256)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(store.put('../..', bytes, 'a.log')).toMatchObject({ ok: false, error: { code: 'notSaved' } })
    got(store.put(incident, bytes, 'a.log'))
    expect(store.get(incident, '')).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })

  it.each(['open', 'write', 'fsync', 'rename', 'makeFolder'] as const)('J4 is not kept when %s fails', (call) => {
    let isBroken = true
    const broken = (): never => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    const real: Disk[typeof call] = systemDisk[call]
    const disk: Disk = {
      ...systemDisk,
      [call]: (...given: unknown[]) => (isBroken ? broken() : Reflect.apply(real, null, given)),
    }
    const { store } = storeWith(disk)
    expect(store.put(incident, bytes, 'a.log')).toMatchObject({ ok: false, error: { code: 'notSaved' } })
    expect(store.get(incident, sha256)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    isBroken = false
    got(store.put(incident, bytes, 'a.log'))
    expect(got(store.get(incident, sha256))).toEqual(bytes)
  })
})
