import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Disk, systemDisk } from '../../../electron/host/journal/disk.ts'
import { got, incident, noteOf, openIn, storeOf, temporaryFolder } from './journal-folder.ts'

type Faulty = 'open' | 'write' | 'fdatasync' | 'fsync' | 'rename' | 'ftruncate'

/** Which calls fail: from `from` on, `times` of them, counted for each kind apart. */
type Fault = { readonly call: Faulty; readonly from: number; readonly times: number; readonly code: string }

/** The real disk, except for the calls that a fault names; `short` writes half and says so. */
function faultyDisk(faults: readonly Fault[]): { readonly disk: Disk; readonly struck: () => number } {
  const counts = new Map<Faulty, number>()
  let struck = 0
  const strike = (call: Faulty): string | null => {
    const count = (counts.get(call) ?? 0) + 1
    counts.set(call, count)
    const fault = faults.find((each) => each.call === call && count >= each.from && count < each.from + each.times)
    if (fault) struck += 1
    return fault?.code ?? null
  }
  const guarded =
    <Given extends unknown[], Answer>(call: Faulty, real: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      const code = strike(call)
      if (code !== null) throw Object.assign(new Error(`${code}: injected`), { code })
      return real(...given)
    }
  const write: Disk['write'] = (fd, bytes, position) => {
    const code = strike('write')
    if (code === 'short') return systemDisk.write(fd, bytes.subarray(0, bytes.length >> 1), position)
    if (code !== null) {
      systemDisk.write(fd, bytes.subarray(0, bytes.length >> 1), position)
      throw Object.assign(new Error(`${code}: injected`), { code })
    }
    return systemDisk.write(fd, bytes, position)
  }
  const disk: Disk = {
    ...systemDisk,
    write,
    open: guarded('open', systemDisk.open),
    fdatasync: guarded('fdatasync', systemDisk.fdatasync),
    fsync: guarded('fsync', systemDisk.fsync),
    rename: guarded('rename', systemDisk.rename),
    ftruncate: guarded('ftruncate', systemDisk.ftruncate),
  }
  return { disk, struck: () => struck }
}

/** Works through a night on a faulty disk; what failed is tried once more, as a person would. */
async function nightOn(dataFolder: string, disk: Disk) {
  const acknowledged: string[] = []
  const failures: string[] = []
  const attempt = (text: string, save: () => { readonly ok: boolean; readonly error?: { readonly code: string } }) => {
    for (let tries = 0; tries < 2; tries += 1) {
      const saved = save()
      if (saved.ok) return void acknowledged.push(text)
      failures.push(saved.error?.code ?? '')
    }
  }
  const store = storeOf(dataFolder, { disk })
  attempt('declared', () => store.create(incident, [noteOf('declared')]))
  const opened = await store.open(incident)
  if (opened.ok) {
    for (let step = 1; step <= 6; step += 1) {
      const anchor = step % 3 === 0 ? 'fsync' : 'write'
      attempt(`step ${step}`, () => opened.value.append([noteOf(`step ${step}`)], { anchor }))
    }
  }
  store.close()
  return { acknowledged, failures }
}

const codes = ['EIO', 'ENOSPC', 'EMFILE'] as const
const calls = ['open', 'write', 'fdatasync', 'fsync', 'rename'] as const

/** What is in the log afterwards, on a healthy disk. */
async function textsIn(dataFolder: string): Promise<unknown[]> {
  const journal = await openIn(dataFolder)
  const texts = Array.from(journal.records(), (record) => record.data.text)
  expect(journal.integrity().kind).not.toBe('tailMissing')
  expect(journal.readOnly()).toBe(false)
  journal.close()
  return texts
}

describe('J4.2 one fault', () => {
  it.each(calls.flatMap((call) => codes.map((code) => [call, code] as const)))(
    'J4.2 at each call of %s with %s: told, nothing lost, nothing doubled, and saving goes on',
    async (call, code) => {
      let nights = 0
      for (let from = 1; ; from += 1) {
        const dataFolder = temporaryFolder()
        const { disk, struck } = faultyDisk([{ call, from, times: 1, code }])
        const { acknowledged, failures } = await nightOn(dataFolder, disk)
        if (struck() === 0) break
        nights = from
        expect(acknowledged).toHaveLength(7)
        expect(failures.every((failure) => failure === 'notSaved')).toBe(true)
        expect(await textsIn(dataFolder)).toEqual(acknowledged)
      }
      expect(nights).toBeGreaterThan(1)
    },
  )

  it('J4.2 a short write is cut back, and no lines are merged (L7)', async () => {
    for (let from = 1; ; from += 1) {
      const dataFolder = temporaryFolder()
      const { disk, struck } = faultyDisk([{ call: 'write', from, times: 1, code: 'short' }])
      const { acknowledged } = await nightOn(dataFolder, disk)
      if (struck() === 0) break
      expect(acknowledged).toHaveLength(7)
      expect(await textsIn(dataFolder)).toEqual(acknowledged)
    }
  })
})

describe('J4.2 faults together', () => {
  it.each(codes)('J4.2 a write fails with %s and so does cutting it back', async (code) => {
    for (let from = 3; from <= 8; from += 1) {
      const dataFolder = temporaryFolder()
      const { disk, struck } = faultyDisk([
        { call: 'write', from, times: 1, code },
        { call: 'ftruncate', from: 1, times: 1, code: 'EIO' },
      ])
      const { acknowledged } = await nightOn(dataFolder, disk)
      expect(struck()).toBeGreaterThan(0)
      expect(await textsIn(dataFolder)).toEqual(acknowledged)
    }
  })

  it.each(calls)(
    'J4.2 %s fails for a long time: refused each time in words, and saved again afterwards',
    async (call) => {
      const dataFolder = temporaryFolder()
      const healthy = got(storeOf(dataFolder).create(incident, [noteOf('declared')]))
      healthy.close()
      const fault = faultyDisk([{ call, from: 1, times: 25, code: 'ENOSPC' }])
      const journal = got(await storeOf(dataFolder).open(incident))
      journal.close()
      const store = storeOf(dataFolder, { disk: fault.disk })
      for (let tries = 0; tries < 30 && fault.struck() < 25; tries += 1) {
        const opened = await store.open(incident)
        if (!opened.ok) expect(opened.error).toMatchObject({ code: 'notReadable' })
        else opened.value.append([noteOf(`try ${tries}`)])
      }
      const opened = got(await store.open(incident))
      expect(got(opened.append([noteOf('at last')]))).toHaveLength(1)
      store.close()
      expect((await textsIn(dataFolder)).at(-1)).toBe('at last')
    },
  )

  it('J4.2 says what happened, what is safe and what to do', () => {
    const { disk } = faultyDisk([{ call: 'fdatasync', from: 2, times: 1, code: 'ENOSPC' }])
    const journal = got(storeOf(temporaryFolder(), { disk }).create(incident, [noteOf('declared')]))
    expect(journal.append([noteOf('lost?')])).toEqual({
      ok: false,
      error: {
        code: 'notSaved',
        message: 'Not saved: the disk is full (ENOSPC). What was saved before is safe.',
        hint: 'Free some space on this disk, then save again.',
      },
    })
  })

  it('J4.2 never flushes a descriptor again whose flush failed', () => {
    const flushed: number[] = []
    const opened: number[] = []
    let isBroken = false
    const disk: Disk = {
      ...systemDisk,
      open: (path, flags) => {
        const fd = systemDisk.open(path, flags)
        opened.push(fd)
        return fd
      },
      fdatasync: (fd) => {
        flushed.push(fd)
        if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO' })
        systemDisk.fdatasync(fd)
      },
    }
    const journal = got(storeOf(temporaryFolder(), { disk }).create(incident, [noteOf('declared')]))
    got(journal.append([noteOf('sound')]))
    isBroken = true
    expect(journal.append([noteOf('broken')])).toMatchObject({ ok: false })
    isBroken = false
    opened.length = 0
    flushed.length = 0
    got(journal.append([noteOf('again')]))
    expect(opened).toHaveLength(1)
    expect(flushed).toEqual(opened)
  })

  it('J4.2 all that shared a failed flush is refused, and none of it is in the log', async () => {
    const dataFolder = temporaryFolder()
    const { disk } = faultyDisk([{ call: 'fdatasync', from: 2, times: 1, code: 'EIO' }])
    const journal = got(storeOf(dataFolder, { disk }).create(incident, [noteOf('declared')]))
    const burst = await Promise.all(['a', 'b', 'c'].map((text) => journal.appendQueued([noteOf(text)])))
    expect(burst.map((each) => each.ok)).toEqual([false, false, false])
    got(journal.append([noteOf('after')]))
    journal.close()
    expect(await textsIn(dataFolder)).toEqual(['declared', 'after'])
  })

  it('J4.3 a file that changed underneath is not written to', () => {
    const dataFolder = temporaryFolder()
    const path = join(dataFolder, 'incidents', incident, 'journal.ndjson')
    const { disk } = faultyDisk([{ call: 'fdatasync', from: 2, times: 1, code: 'EIO' }])
    const journal = got(storeOf(dataFolder, { disk }).create(incident, [noteOf('declared')]))
    expect(journal.append([noteOf('fails')])).toMatchObject({ ok: false })
    const sound = readFileSync(path)
    systemDisk.remove(path)
    appendFileSync(path, Buffer.from(sound).fill('x', 20, 30))
    expect(journal.append([noteOf('late')])).toMatchObject({ ok: false })
    expect(journal.integrity()).toMatchObject({ kind: 'damaged', rule: 'J6/anchor' })
    expect(journal.append([noteOf('later')])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    expect(readFileSync(path)).toEqual(Buffer.from(sound).fill('x', 20, 30))
  })
})
