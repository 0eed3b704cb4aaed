import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressOf, anchorOfLine, lineOfAnchor, placeOf } from '../../../../renderer/state/document-place.ts'
import { linkTarget } from '../../../../renderer/state/link-target.ts'
import { rowAfterKey } from '../../../../renderer/ui/row-keys.ts'

const documents = new Set([
  'runbooks/profit.md',
  'runbooks/spark/skew.md',
  'reference/fixing skew.md',
  'reference/index.md',
])

const document = (path: string, anchor: string | null = null) => ({ kind: 'document', place: { path, anchor } })

describe('links between documents', () => {
  it.each([
    ['runbooks/profit.md', '../reference/fixing%20skew.md', document('reference/fixing skew.md')],
    [
      'runbooks/profit.md',
      '../reference/fixing%20skew.md#late-data',
      document('reference/fixing skew.md', 'late-data'),
    ],
    ['runbooks/profit.md', 'spark/skew.md', document('runbooks/spark/skew.md')],
    ['runbooks/profit.md', 'spark/skew', document('runbooks/spark/skew.md')],
    ['runbooks/spark/skew.md', './../profit.md?raw=1', document('runbooks/profit.md')],
    ['runbooks/spark/skew.md', '/runbooks/profit.md', document('runbooks/profit.md')],
    ['runbooks/spark/skew.md', '..\\profit.md', document('runbooks/profit.md')],
    ['runbooks/profit.md', '/reference', document('reference/index.md')],
    ['runbooks/profit.md', '#', document('runbooks/profit.md')],
    ['runbooks/profit.md', '%E0%A4%A.md', { kind: 'file', path: 'runbooks/%E0%A4%A.md' }],
    ['runbooks/profit.md', '../team.yaml', { kind: 'file', path: 'team.yaml' }],
    ['runbooks/late.md', '../profit/', document('runbooks/profit.md')],
    ['runbooks/profit.md', '../../secrets.txt', { kind: 'outside' }],
    ['runbooks/profit.md', '/../etc/passwd', { kind: 'outside' }],
  ])('from %s to %s', (from, href, target) => {
    expect(linkTarget(from, href, documents)).toEqual(target)
  })

  it('never leads out of the workspace', () => {
    const piece = fc.constantFrom('..', '.', 'a', 'b.md', '', '%2e%2e', '\\', '#', '?')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const target = linkTarget('runbooks/profit.md', pieces.join('/'), documents)
        if (target.kind === 'document') expect(documents.has(target.place.path)).toBe(true)
        if (target.kind === 'file') expect(target.path.split('/')).not.toContain('..')
      }),
    )
  })
})

describe('places in the address', () => {
  it.each([
    ['runbooks/profit.md', { path: 'runbooks/profit.md', anchor: null }],
    ['runbooks/profit.md#L12', { path: 'runbooks/profit.md', anchor: 'L12' }],
    ['runbooks/issue #3.md', { path: 'runbooks/issue #3.md', anchor: null }],
    ['runbooks/issue #3.MD#late-data', { path: 'runbooks/issue #3.MD', anchor: 'late-data' }],
    ['runbooks/profit.md#', { path: 'runbooks/profit.md#', anchor: null }],
  ])('%s', (address, place) => {
    expect(placeOf(address)).toEqual(place)
    expect(addressOf(place)).toBe(address)
  })

  it('an anchor of a line names it, any other anchor a heading', () => {
    expect(lineOfAnchor(anchorOfLine(120))).toBe(120)
    expect(lineOfAnchor('late-data')).toBeNull()
    expect(lineOfAnchor('L12b')).toBeNull()
  })
})

describe('arrow keys between rows', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 0, -1],
    ['ArrowUp', 3, 2],
    ['Home', 3, 0],
    ['End', 1, 4],
    ['Enter', 1, null],
  ])('%s from %i leads to %j of five', (key, at, next) => {
    expect(rowAfterKey(key, at, 5)).toBe(next)
  })
})
