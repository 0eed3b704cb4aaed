import { describe, expect, it } from 'vitest'
import { type FactRecord, recordEnvelopeSchema } from '../../../shared/incident/facts/fact-catalog.ts'
import { chainStart, checkChain, checkLine } from '../../../shared/journal/check-line.ts'
import type { DamageRule } from '../../../shared/journal/damage.ts'
import { genesisHash, recordForHashing } from '../../../shared/journal/record-hash.ts'
import { incident, noteAfter, sampleLines, sealed, sha256 } from './sample-log.ts'

const check = (lines: readonly string[]) => checkChain(chainStart, lines, incident, sha256)
const replaced = (lines: readonly string[], line: number, text: string) => lines.with(line - 1, text)
const damaged = (line: number, rule: DamageRule) => expect.objectContaining({ line, rule })
const third = (lines: readonly string[]): FactRecord => recordEnvelopeSchema.parse(JSON.parse(lines[2] ?? ''))

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

describe('J3 the chain', () => {
  const lines = sampleLines(12)

  it('J3 a sound log holds, from the zeros to its last hash', () => {
    const { position, damage } = check(lines)
    expect(damage).toBeNull()
    expect(position.seq).toBe(12)
    expect(third(lines).prev).toBe(JSON.parse(lines[1] ?? '').hash)
    expect(JSON.parse(lines[0] ?? '').prev).toBe(genesisHash)
  })

  it('J3 the hash is over the canonical JSON of the record without its hash', () => {
    const record = third(lines)
    expect(recordForHashing(record)).not.toContain(record.hash)
    expect(record.hash).toBe(sha256(recordForHashing(record)))
    expect(recordForHashing(record).startsWith('{"at":"2026-03-06T03:00:03.000Z","by":{"id":"eng-a"')).toBe(true)
  })

  it('J3 any split of a log is judged as the whole', () => {
    for (let cut = 0; cut <= lines.length; cut += 1) {
      const first = check(lines.slice(0, cut))
      expect(checkChain(first.position, lines.slice(cut), incident, sha256)).toEqual(check(lines))
    }
  })

  it('J3.2 finds each of 10,000 flipped bits, on its own line', () => {
    const file = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    const starts = [0]
    for (const line of lines) starts.push((starts.at(-1) ?? 0) + Buffer.byteLength(line) + 1)
    const random = randomFrom(20260306)
    for (let flip = 0; flip < 10_000; flip += 1) {
      const place = random(file.length - 1)
      const bit = 1 << random(8)
      file[place] = (file[place] ?? 0) ^ bit
      const expected = starts.findLastIndex((start) => start <= place) + 1
      const { damage } = check(file.toString('utf8').split('\n').slice(0, -1))
      expect({ place, bit, line: damage?.line }).toEqual({ place, bit, line: expected })
      file[place] = (file[place] ?? 0) ^ bit
    }
  })

  it('J3.2 finds 512 bytes of nothing anywhere', () => {
    const file = Buffer.from(lines.map((line) => `${line}\n`).join(''))
    for (let sector = 0; sector + 512 < file.length; sector += 64) {
      const hole = Buffer.from(file).fill(0, sector, sector + 512)
      const line = file.subarray(0, sector).toString('utf8').split('\n').length
      expect(check(hole.toString('utf8').split('\n').slice(0, -1)).damage).toEqual(damaged(line, 'J2/json'))
    }
  })

  it('J3 finds a dropped line', () => {
    for (let line = 1; line < lines.length; line += 1) {
      expect(check(lines.toSpliced(line - 1, 1)).damage).toEqual(damaged(line, 'J3/seq'))
    }
  })

  it('J3 finds swapped lines', () => {
    for (let line = 1; line < lines.length; line += 1) {
      const swapped = lines.toSpliced(line - 1, 2, lines[line] ?? '', lines[line - 1] ?? '')
      expect(check(swapped).damage).toEqual(damaged(line, 'J3/seq'))
    }
  })

  it('J3 finds a doubled line', () => {
    for (let line = 1; line <= lines.length; line += 1) {
      expect(check(lines.toSpliced(line, 0, lines[line - 1] ?? '')).damage).toEqual(damaged(line + 1, 'J3/seq'))
    }
  })

  it('J3 finds a record that was replaced by another with a right hash, at the line after it', () => {
    const forged = sealed({ ...third(lines), data: { text: 'nothing happened' } })
    expect(check(replaced(lines, 3, JSON.stringify(forged))).damage).toEqual(damaged(4, 'J3/prev'))
  })
})

describe('J2 lines', () => {
  const lines = sampleLines(3)

  it('J2 unknown types and unknown fields are kept and hashed (J7)', () => {
    const foreign = noteAfter(third(lines), { type: 'weather.observed', data: { clouds: [1, { high: true }] } })
    const line = JSON.stringify(sealed({ ...foreign, humour: { dry: true } } as FactRecord))
    const { hash } = third(lines)
    const checked = checkLine({ seq: 3, hash }, line, incident, sha256)
    expect(checked.ok && JSON.stringify(checked.value)).toBe(line)
    const altered = checkLine({ seq: 3, hash }, line.replace('"dry":true', '"dry":null'), incident, sha256)
    expect(altered).toEqual({ ok: false, error: damaged(4, 'J3/hash') })
  })

  it.each([
    ['no JSON', 'J2/json', () => '{"v":1'],
    ['an empty line', 'J2/json', () => ''],
    ['something else', 'J2/shape', () => '"text"'],
    ['a missing field', 'J2/shape', (line: string) => line.replace('"by":', '"bye":')],
    ['a blank more', 'J2/form', (line: string) => line.replace('"seq":3', '"seq": 3')],
    ['another escape', 'J2/form', (line: string) => line.replace('ó', '\\u00f3')],
    ['another case in an escape', 'J2/form', (line: string) => line.replace('\\u001f', '\\u001F')],
    ['a doubled member', 'J2/form', (line: string) => line.replace('"v":1', '"v":1,"v":1')],
    ['a carriage return', 'J2/form', (line: string) => `${line}\r`],
    ['a changed word', 'J3/hash', (line: string) => line.replace('loader', 'reader')],
  ] as const)('J2.1 names the rule that %s breaks', (_what, rule, change) => {
    const changed = replaced(lines, 3, change(lines[2] ?? ''))
    expect(changed).not.toEqual(lines)
    expect(check(changed).damage).toEqual(damaged(3, rule))
  })

  it('J2.2 names a record of another incident', () => {
    const stranger = noteAfter(null, { incident: '20260306-0000' })
    expect(check([JSON.stringify(stranger)]).damage).toEqual(damaged(1, 'J2/incident'))
  })

  it('J2 deep nesting and lone surrogates are damage, not a crash', () => {
    const deep = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`
    const line = (lines[2] ?? '').replace(/"data":\{.*?\}/, `"data":${deep}`)
    expect(check(replaced(lines, 3, line)).damage?.line).toBe(3)
    const half = (lines[2] ?? '').replace('loader', '\\ud83d')
    expect(check(replaced(lines, 3, half)).damage).toEqual(damaged(3, 'J3/hash'))
  })

  it('J7 a higher version with a right hash is a newer Nightdesk, with a wrong one damage', () => {
    const newer = noteAfter(third(lines), { v: 2, type: 'note.painted' })
    const hash = third(lines).hash
    const text = JSON.stringify(newer)
    expect(checkLine({ seq: 3, hash }, text, incident, sha256)).toEqual({ ok: false, error: damaged(4, 'J7/version') })
    const flipped = (lines[2] ?? '').replace('"v":1', '"v":3')
    expect(check(replaced(lines, 3, flipped)).damage).toEqual(damaged(3, 'J3/hash'))
  })
})
