import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A folder for each test of a file, gone afterwards. */
export function ownFolder() {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nightdesk-cli-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const at = (path = '.'): string => join(folder, path)
  return {
    at,
    /** Writes lines, or bytes as they are; gives the whole path. */
    write: (path: string, ...lines: readonly (string | Uint8Array)[]): string => {
      mkdirSync(dirname(at(path)), { recursive: true })
      const [only] = lines
      writeFileSync(at(path), only instanceof Uint8Array ? only : lines.join('\n'))
      return at(path)
    },
    bytes: (path: string): Buffer => readFileSync(at(path)),
    text: (path: string): string => readFileSync(at(path), 'utf8'),
  }
}
