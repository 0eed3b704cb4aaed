import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { systemDisk, withFile } from '../../../electron/host/journal/disk.ts'
import { readLines } from '../../../electron/host/journal/read-lines.ts'
import { temporaryFolder } from './journal-folder.ts'

function linesOf(text: string) {
  const path = join(temporaryFolder(), 'log')
  writeFileSync(path, text)
  const bytes = Buffer.byteLength(text)
  return withFile(systemDisk, path, 'r', (fd) => [...readLines(systemDisk, fd, 0, bytes)])
}

it('J5 lines are found whole wherever the pieces that are read end', () => {
  const long = `x${'ж'.repeat(300_000)}`
  expect(linesOf(`a\n\n${long}\nb\n${long}`)).toEqual([
    { text: 'a', endsAt: 2, whole: true },
    { text: '', endsAt: 3, whole: true },
    { text: long, endsAt: 600_005, whole: true },
    { text: 'b', endsAt: 600_007, whole: true },
    { text: long, endsAt: 1_200_008, whole: false },
  ])
})

it('J5 a huge line without an end is put together once', () => {
  const concat = vi.spyOn(Buffer, 'concat')
  linesOf('x'.repeat(8 * 1024 * 1024))
  expect(concat.mock.calls).toHaveLength(1)
  concat.mockRestore()
})
