import { describe, expect, it } from 'vitest'
import { damageAt } from '../../../shared/journal/damage.ts'
import { judgeAnchor } from '../../../shared/journal/judge-anchor.ts'
import { genesisHash } from '../../../shared/journal/record-hash.ts'
import { sha256 } from './sample-log.ts'

const position = (seq: number, salt = '') => ({ seq, hash: sha256(`${seq}${salt}`), bytes: seq * 100 })
const scan = { last: position(10), damage: null, atAnchor: null }

describe('J6 the anchor', () => {
  it('J6 without an anchor nothing is claimed', () => {
    expect(judgeAnchor(scan, null)).toEqual({ kind: 'intact', anchoredSeq: 0 })
    expect(judgeAnchor(scan, { seq: 0, hash: genesisHash, bytes: 0 })).toEqual({ kind: 'intact', anchoredSeq: 0 })
  })

  it('J6 an anchor at the end vouches for all, one behind it for its part', () => {
    for (const seq of [10, 7]) {
      const found = judgeAnchor({ ...scan, atAnchor: position(seq) }, position(seq))
      expect(found).toEqual({ kind: 'intact', anchoredSeq: seq })
    }
  })

  it('J6 an anchor ahead means lost evidence, with the count in the message', () => {
    const found = judgeAnchor(scan, position(13))
    expect(found).toMatchObject({ kind: 'tailMissing', lastSeq: 10, anchoredSeq: 13 })
    expect(found).toHaveProperty('message', expect.stringMatching(/^3 saved entries are gone/))
    expect(judgeAnchor(scan, position(11))).toHaveProperty('message', expect.stringMatching(/^1 saved entry is gone/))
  })

  it.each([
    ['hash', position(7, 'other')],
    ['length', { ...position(7), bytes: 701 }],
  ])('J6 another %s at the anchor is another log', (_what, anchor) => {
    const found = judgeAnchor({ ...scan, atAnchor: position(7) }, anchor)
    expect(found).toMatchObject({ kind: 'damaged', line: 7, rule: 'J6/anchor' })
  })

  it('J5 damage inside the log is told before what the anchor says', () => {
    const found = judgeAnchor({ ...scan, damage: damageAt(11, 'J3/hash') }, position(13))
    expect(found).toMatchObject({ kind: 'damaged', line: 11, rule: 'J3/hash' })
  })
})
