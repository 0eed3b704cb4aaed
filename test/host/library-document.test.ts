import { describe, expect, it } from 'vitest'
import { unreadDocument } from '../../electron/host/library-document.ts'

const titleOf = (path: string, text: string): string => unreadDocument({ path, text }).title

describe('a document that is not understood yet', () => {
  it('L19.1 goes by its first heading, else by the name of its file', () => {
    expect(titleOf('runbooks/a.md', '---\n# a comment\nowner: eng-a\n---\n\n# Ring is full ##\n\n# Other\n')).toBe(
      'Ring is full',
    )
    expect(titleOf('runbooks/ring-full.md', '#no heading\n\nThe ring is full.\n')).toBe('ring-full')
  })

  it('L19.1 is of the kind of its folder', () => {
    expect(unreadDocument({ path: 'runbooks/x/a.md', text: '# A\n' }).kind).toBe('runbook')
    expect(unreadDocument({ path: 'reference/a.md', text: '# A\n' }).kind).toBe('reference')
  })
})
