import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isStale } from '../../scripts/build/freshness.ts'
import type { BuildTarget } from '../../scripts/build/targets.ts'
import { readStartArguments } from '../../scripts/start/start-arguments.ts'

const read = (...words: string[]) => readStartArguments(words, '/home/me')

describe('the command line of npm start', () => {
  it('chooses nothing by itself', () => {
    expect(read()).toEqual({ ok: true, value: { shell: null, data: null, help: false, doorWords: [] } })
  })

  it('takes paths from where it was typed, and hands the rest to the door', () => {
    const words = ['--shell', 'loopback', '--data', 'desk', '--workspace', '../team', '--port', '4321', '--no-open']
    const clock = ['--test-clock', '2026-12-24T13:00:00.000Z']
    const intake = ['--intake-port', '9797', '--intake-token', 'a-token-long-enough']
    expect(read(...words, ...clock, ...intake)).toEqual({
      ok: true,
      value: {
        shell: 'loopback',
        data: '/home/me/desk',
        help: false,
        doorWords: ['--workspace', '/home/team', '--port', '4321', '--no-open', ...clock, ...intake],
      },
    })
  })

  it.each([[['--shell', 'phone']], [['--unknown']], [['stray']]])('refuses %j', (words) => {
    expect(read(...words)).toMatchObject({ ok: false, error: expect.stringContaining(words.at(-1) ?? '') })
  })
})

describe('what npm start builds', () => {
  let root: string
  const target: BuildTarget = {
    name: 'window',
    output: 'out/main.js',
    sources: ['source', 'lock.json', 'not-there'],
    config: () => ({}),
  }
  const write = (path: string, atSeconds: number) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), '')
    utimesSync(join(root, path), atSeconds, atSeconds)
  }
  const touchFolders = (atSeconds: number) => {
    for (const folder of ['source', 'source/deep']) utimesSync(join(root, folder), atSeconds, atSeconds)
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'nightdesk-build-'))
    for (const path of ['source/main.ts', 'source/deep/part.ts', 'lock.json']) write(path, 1_000)
    touchFolders(1_000)
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('is what was never built', () => {
    expect(isStale(root, target)).toBe(true)
  })

  it('is not what is newer than its sources', () => {
    write('out/main.js', 2_000)
    expect(isStale(root, target)).toBe(false)
  })

  it.each(['source/deep/part.ts', 'lock.json'])('is what %s has changed under', (path) => {
    write('out/main.js', 2_000)
    write(path, 3_000)
    touchFolders(1_000)
    expect(isStale(root, target)).toBe(true)
  })

  it('is what has lost a source', () => {
    write('out/main.js', 2_000)
    rmSync(join(root, 'source/deep/part.ts'))
    expect(isStale(root, target)).toBe(true)
  })
})
