import { describe, expect, it } from 'vitest'
import { failureModesPage } from '../../../shared/library/failure-modes.ts'

const document = (path: string, kind: 'runbook' | 'reference' = 'reference') => ({ kind, path, title: path })
const pageOf = (...paths: readonly string[]) => failureModesPage(paths.map((path) => document(path)))?.path ?? null

describe('where to look when no runbook fits', () => {
  it('is the page about failure modes, else the first page of a folder of them', () => {
    expect(pageOf('reference/a.md', 'reference/failure-modes/x.md', 'reference/failure-modes.md')).toBe(
      'reference/failure-modes.md',
    )
    const pages = ['reference/failure-modes/late-data.md', 'reference/failure-modes/README.md']
    expect(pageOf(...pages)).toBe('reference/failure-modes/README.md')
    expect(pageOf('reference/Failure Modes/b.md', 'reference/Failure Modes/a.md')).toBe('reference/Failure Modes/a.md')
  })

  it('is nowhere when the workspace has neither, and never a runbook', () => {
    expect(pageOf('reference/metrics.md', 'reference/all-failure-modes-explained/x.md')).toBeNull()
    expect(failureModesPage([document('runbooks/failure-modes.md', 'runbook')])).toBeNull()
  })
})
