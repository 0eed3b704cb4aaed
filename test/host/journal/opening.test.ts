import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemDisk } from '../../../electron/host/journal/disk.ts'
import { verifyJournalFile } from '../../../electron/host/journal/verify-journal-file.ts'
import { got, incident, note, openIn, seqsOf, storeOf, upTo, writtenLog } from './journal-folder.ts'

describe('J5 a torn end', () => {
  it('J5 is moved aside, reported, and the log goes on', async () => {
    const { dataFolder, folder, path, bytes } = writtenLog(4)
    appendFileSync(path, '{"v":1,"seq":5,"id"')
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toEqual({
      kind: 'tornTailMovedAside',
      bytes: 19,
      movedTo: 'journal.torn',
      anchoredSeq: 4,
    })
    expect(readFileSync(path)).toEqual(bytes)
    expect(readFileSync(join(folder, 'journal.torn'), 'utf8')).toBe('{"v":1,"seq":5,"id"')
    expect(got(journal.append([note(5)]))[0]?.seq).toBe(5)
    journal.close()
    expect((await openIn(dataFolder)).integrity()).toEqual({ kind: 'intact', anchoredSeq: 5 })
  })

  it('J5 a second one gets a name of its own', async () => {
    const { dataFolder, folder, path } = writtenLog(2)
    for (const torn of ['first', 'second', 'third']) {
      appendFileSync(path, torn)
      const journal = await openIn(dataFolder)
      journal.close()
    }
    const names = readdirSync(folder).filter((name) => name.startsWith('journal.torn'))
    const contents = names.map((name) => readFileSync(join(folder, name), 'utf8'))
    expect(contents.toSorted()).toEqual(['first', 'second', 'third'])
    expect(names).toContain('journal.torn-20260306T030000000Z')
  })

  it('J5 a file cut to nothing, without an anchor, is an empty log', async () => {
    const { dataFolder, path, head } = writtenLog(2)
    rmSync(head)
    truncateSync(path, 10)
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toMatchObject({ kind: 'tornTailMovedAside', bytes: 10 })
    expect(seqsOf(journal)).toEqual([])
    expect(got(journal.append([note(1)]))[0]?.seq).toBe(1)
  })

  it('J5 stays where it is when it cannot be moved, and the log is for reading', async () => {
    const { dataFolder, path } = writtenLog(2)
    appendFileSync(path, 'torn')
    const disk = {
      ...systemDisk,
      open: (name: string, flags: string) => {
        if (flags === 'wx') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        return systemDisk.open(name, flags)
      },
    }
    const journal = await openIn(dataFolder, { disk })
    expect(journal.integrity()).toMatchObject({ kind: 'damaged', line: 3, rule: 'J5/torn' })
    expect(journal.readOnly()).toBe(true)
    expect(readFileSync(path, 'utf8').endsWith('torn')).toBe(true)
  })

  it('J5.1 sectors that never reached the disk are a torn end, if no anchor vouches for them', async () => {
    const { dataFolder, folder, path, bytes } = writtenLog(4)
    const unwritten = Buffer.concat([Buffer.from('{"v":1,"seq":5,'), Buffer.alloc(512), Buffer.from('"}\n')])
    appendFileSync(path, unwritten)
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toMatchObject({ kind: 'tornTailMovedAside', bytes: unwritten.length })
    expect(readFileSync(path)).toEqual(bytes)
    expect(readFileSync(join(folder, 'journal.torn'))).toEqual(unwritten)
  })

  it('J5.1 the same hole in an anchored record, or before a whole one, is damage', async () => {
    const { dataFolder, path, head, bytes, lines } = writtenLog(4)
    const lastLine = bytes.length - Buffer.byteLength(lines[3] ?? '') - 1
    writeFileSync(path, Buffer.from(bytes).fill(0, lastLine + 5, lastLine + 20))
    expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'damaged', line: 4, rule: 'J2/json' })
    rmSync(head)
    const thirdLine = lastLine - Buffer.byteLength(lines[2] ?? '') - 1
    writeFileSync(path, Buffer.from(bytes).fill(0, thirdLine + 5, thirdLine + 20))
    expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'damaged', line: 3, rule: 'J2/json' })
  })

  it('J5.2 a reader beside the writer leaves it alone', async () => {
    const { dataFolder, folder, path } = writtenLog(3)
    appendFileSync(path, '{"v":1,"se')
    const before = readFileSync(path)
    const journal = await openIn(dataFolder, { readOnly: true })
    expect(journal.integrity()).toEqual({ kind: 'intact', anchoredSeq: 3 })
    expect(seqsOf(journal)).toEqual([1, 2, 3])
    expect(readFileSync(path)).toEqual(before)
    expect(existsSync(join(folder, 'journal.torn'))).toBe(false)
  })
})

describe('J5 damage', () => {
  it.each([
    ['a flipped bit', (lines: string[]) => lines.with(4, (lines[4] ?? '').replace('note 5', 'note 4')), 5, 'J3/hash'],
    ['a dropped line', (lines: string[]) => lines.toSpliced(2, 1), 3, 'J3/seq'],
    ['swapped lines', (lines: string[]) => lines.toSpliced(2, 2, lines[3] ?? '', lines[2] ?? ''), 3, 'J3/seq'],
    ['a doubled line', (lines: string[]) => lines.toSpliced(3, 0, lines[2] ?? ''), 4, 'J3/seq'],
    ['an empty line', (lines: string[]) => lines.toSpliced(3, 0, ''), 4, 'J2/json'],
  ] as const)('J5 %s opens the prefix for reading and rewrites nothing', async (_what, change, line, rule) => {
    const { dataFolder, path, lines, rewrite } = writtenLog(8)
    rewrite(change(lines))
    const before = readFileSync(path)
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toMatchObject({ kind: 'damaged', line, rule })
    expect(journal.integrity()).toHaveProperty('message', expect.stringContaining(`Line ${line} `))
    expect(seqsOf(journal)).toEqual(upTo(line - 1))
    expect(journal.read(1, 99)).toHaveLength(line - 1)
    expect(journal.append([note('late')])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    journal.close()
    expect(readFileSync(path)).toEqual(before)
  })

  it('J5 damage that a resumed journal finds later turns it read-only', async () => {
    const { dataFolder, lines, rewrite } = writtenLog(8)
    rewrite(lines.with(2, (lines[2] ?? '').replace('note 3', 'note 9')))
    const journal = got(await storeOf(dataFolder).resume(incident))
    expect(journal.integrity()).toEqual({ kind: 'unchecked' })
    got(journal.append([note(9)]))
    expect(await journal.verify()).toMatchObject({ kind: 'damaged', line: 3, rule: 'J3/hash' })
    expect(journal.readOnly()).toBe(true)
    expect(seqsOf(journal)).toEqual([1, 2])
  })

  it('J7 a newer Nightdesk opens for reading only, and is named as the reason', async () => {
    const { dataFolder, lines, rewrite } = writtenLog(3)
    const { hashRecord } = await import('../../../shared/journal/record-hash.ts')
    const { sha256 } = await import('../../shared/journal/sample-log.ts')
    const { hash, ...body } = { ...JSON.parse(lines[2] ?? ''), seq: 4, v: 2, type: 'note.painted' }
    const newer = { ...body, prev: hash }
    rewrite([...lines, JSON.stringify({ ...newer, hash: hashRecord(newer, sha256) })])
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toMatchObject({ kind: 'damaged', line: 4, rule: 'J7/version' })
    expect(journal.append([note(4)])).toHaveProperty('error.message', expect.stringContaining('newer Nightdesk'))
  })
})

describe('J6 the anchor', () => {
  it('J6 finds the last records deleted, however many', async () => {
    for (const lost of [1, 2, 5, 7]) {
      const { dataFolder, lines, rewrite, path } = writtenLog(8)
      rewrite(lines.slice(0, -lost))
      const before = readFileSync(path)
      const store = storeOf(dataFolder)
      const journal = got(await store.resume(incident))
      expect(journal.integrity()).toMatchObject({ kind: 'tailMissing', lastSeq: 8 - lost, anchoredSeq: 8 })
      expect(journal.append([note('late')])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
      store.close()
      expect(readFileSync(path)).toEqual(before)
      expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'tailMissing', anchoredSeq: 8 })
    }
  })

  it('J6 finds an older copy put back', async () => {
    const { dataFolder, path, head } = writtenLog(4)
    copyFileSync(path, `${path}.backup`)
    const journal = await openIn(dataFolder)
    got(journal.append([note(5)]))
    journal.close()
    copyFileSync(`${path}.backup`, path)
    expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'tailMissing', lastSeq: 4, anchoredSeq: 5 })
    expect(JSON.parse(readFileSync(head, 'utf8'))).toMatchObject({ seq: 5 })
  })

  it('J6 finds a journal that is gone from its folder', async () => {
    const { dataFolder, path } = writtenLog(4)
    rmSync(path)
    expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'tailMissing', lastSeq: 0, anchoredSeq: 4 })
  })

  it('J6 finds a log that was rewritten from the start, with right hashes', async () => {
    const { dataFolder, path } = writtenLog(4)
    const other = writtenLog(6)
    const forged = storeOf(other.dataFolder)
    rmSync(other.path)
    rmSync(other.folder, { recursive: true })
    got(
      forged.create(
        incident,
        upTo(6).map((seq) => note(`forged ${seq}`)),
      ),
    )
    copyFileSync(other.path, path)
    expect((await openIn(dataFolder)).integrity()).toMatchObject({ kind: 'damaged', line: 4, rule: 'J6/anchor' })
  })

  it('J6 an anchor behind the log, lost or unreadable is no damage, and is brought up again', async () => {
    const { dataFolder, head } = writtenLog(4)
    const behind = readFileSync(head)
    const journal = await openIn(dataFolder)
    got(journal.append([note(5)]))
    journal.close()
    for (const spoil of [() => writeFileSync(head, behind), () => rmSync(head), () => writeFileSync(head, '{"v":1,')]) {
      spoil()
      const opened = await openIn(dataFolder)
      expect(opened.integrity()).toEqual({ kind: 'intact', anchoredSeq: 5 })
      opened.close()
      expect(JSON.parse(readFileSync(head, 'utf8'))).toMatchObject({ v: 1, seq: 5 })
    }
  })

  it('J6.1 resumes on the word of head and tail, and verifies afterwards', async () => {
    const { dataFolder } = writtenLog(50)
    const journal = got(await storeOf(dataFolder).resume(incident))
    expect(journal.integrity()).toEqual({ kind: 'unchecked' })
    got(journal.append([note(51)]))
    const seen: number[] = []
    expect(await journal.verify((progress) => seen.push(progress.seq))).toEqual({ kind: 'intact', anchoredSeq: 51 })
  })

  it('J6.1 opens fully when the tail does not agree with the head', async () => {
    const { dataFolder, path, lines, rewrite } = writtenLog(5)
    rewrite(lines.with(4, (lines[4] ?? '').replace('note 5', 'note 6')))
    const journal = got(await storeOf(dataFolder).resume(incident))
    expect(journal.integrity()).toMatchObject({ kind: 'damaged', line: 5, rule: 'J3/hash' })
    writeFileSync(path, `${lines.join('\n')}\n`)
    const whole = got(await storeOf(dataFolder).resume(incident))
    expect(whole.integrity()).toEqual({ kind: 'unchecked' })
  })
})

describe('J5 a file standing alone', () => {
  it('J5 is verified without its folder', async () => {
    const { path, lines, rewrite } = writtenLog(6)
    const sound = got(await verifyJournalFile(path))
    expect(sound.integrity).toEqual({ kind: 'intact', anchoredSeq: 0 })
    expect(sound.records.map((record) => record.seq)).toEqual(upTo(6))
    appendFileSync(path, '{"v":')
    expect(got(await verifyJournalFile(path)).integrity).toMatchObject({
      kind: 'damaged',
      line: 7,
      rule: 'J5/cut',
    })
    rewrite(lines.toSpliced(3, 1))
    const damaged = got(await verifyJournalFile(path))
    expect(damaged.integrity).toMatchObject({ kind: 'damaged', line: 4, rule: 'J3/seq' })
    expect(damaged.records).toHaveLength(3)
    expect(await verifyJournalFile(`${path}.gone`)).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})
