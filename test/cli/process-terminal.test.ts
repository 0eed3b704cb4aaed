import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { ownFolder } from './own-folder.ts'

const program = join(import.meta.dirname, '../../electron/cli/nightdesk.ts')
const { at, write } = ownFolder()

const shell = (script: string) =>
  spawnSync('bash', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, PROGRAM: program, FOLDER: at() },
  })

describe('the terminal of the process', () => {
  it.skipIf(!existsSync('/dev/full'))('says that an answer could not be written, and ends with 2', () => {
    write('a.md', '# A', '1. Look')
    const { status, stderr } = shell('"$NODE" "$PROGRAM" check "$FOLDER" > /dev/full')
    expect(stderr).toMatch(/^The answer could not be written: .*no space left.*\n$/i)
    expect(status).toBe(2)
  })

  it('ends as it would when its reader has read enough', () => {
    for (let number = 0; number < 60; number += 1)
      write(`${number}.md`, '# A', '1. Look', ...Array.from({ length: 60 }, () => '[x](gone.md)'))
    const { stdout, stderr } = shell('"$NODE" "$PROGRAM" check "$FOLDER" | head -1; echo $PIPESTATUS')
    expect(stdout).toBe(`Checked ${at()}\n1\n`)
    expect(stderr).toBe('')
  })
})
