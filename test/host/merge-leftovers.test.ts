import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mergeLeftovers } from '../../electron/host/merge-leftovers.ts'
import { findDocuments } from '../../electron/host/workspace-files.ts'

const sides = ['BACKUP', 'BASE', 'LOCAL', 'REMOTE']

it('what git mergetool left beside a runbook is no runbook', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-merge-'))
  mkdirSync(join(folder, 'runbooks'))
  const left = sides.flatMap((side) => [`late_${side}_4711.md`, `v1.2.md.${side}.42.md`])
  for (const name of ['late.md', 'v1.2.md', 'late.md.orig', ...left]) {
    writeFileSync(join(folder, 'runbooks', name), '# Late\n')
  }
  expect(findDocuments(folder).files.map(({ path }) => path)).toEqual(['runbooks/late.md', 'runbooks/v1.2.md'])
  rmSync(folder, { recursive: true })
})

it.each([
  ['without the file itself', ['late_LOCAL_1.md', 'late_REMOTE_1.md']],
  ['one side alone', ['late.md', 'late_LOCAL_1.md', 'late_BASE_1.md']],
  ['sides of two merges', ['late.md', 'late_LOCAL_1.md', 'late_REMOTE_2.md']],
  ['other names', ['late.md', 'late_local_1.md', 'late_remote_1.md', 'late-LOCAL-1.md', 'REMOTE.md']],
])('not surely left by a merge: %s', (_, names) => {
  expect(mergeLeftovers(names)).toEqual(new Set())
})
