import { describe, expect, it } from 'vitest'
import { folderOfNpmRun } from '../../electron/cli/npm-run.ts'

const ours = { npm_lifecycle_event: 'nightdesk', npm_package_name: 'nightdesk', INIT_CWD: '/here' }

describe('npm run nightdesk', () => {
  it('paths are meant from where it was typed, though npm moves to the root first', () => {
    expect(folderOfNpmRun(ours)).toBe('/here')
  })

  it.each([
    ['no script', { INIT_CWD: '/here' }],
    ['a script of another house that calls it', { ...ours, npm_lifecycle_event: 'test', npm_package_name: 'runbooks' }],
    ['another script of Nightdesk', { ...ours, npm_lifecycle_event: 'check' }],
  ])('%s leaves the folder as it is', (_what, env) => {
    expect(folderOfNpmRun(env)).toBeUndefined()
  })
})
