import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordEnvelopeSchema } from '../../../shared/incident/facts/fact-catalog.ts'
import { isEnvelope } from '../../../shared/journal/is-envelope.ts'
import { noteAfter } from './sample-log.ts'

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.constantFrom<unknown>(
    undefined,
    0,
    -1,
    1.5,
    2 ** 53,
    '',
    'x'.repeat(64),
    'A'.repeat(64),
    'a'.repeat(64),
    [],
    {},
    { kind: 'person', id: '' },
    { kind: 'alarm', id: 'clock', shift: 1 },
    { kind: 'robot', id: 'r' },
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.constantFrom(
    '2026-02-29T00:00:00.000Z',
    '2028-02-29T23:59:59.999Z',
    '2026-03-06T24:00:00.000Z',
    '2026-03-06T03:00:60.000Z',
    '2026-03-06T03:00:00Z',
    '2026-03-06T03:00:00.000+00:00',
    '2026-3-06T03:00:00.0000Z',
    '0000-01-01T00:00:00.000Z',
    '2026-03-06 03:00:00.000Z',
  ),
)
const fields = [
  'v',
  'seq',
  'id',
  'incident',
  'type',
  'at',
  'occurredAt',
  'by',
  'key',
  'data',
  'prev',
  'hash',
  'extra',
] as const

describe('J2 the envelope', () => {
  it('J2 has the verdict of the schema, whatever a field holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), odd, (field, value) => {
        const record: unknown = { ...noteAfter(null), [field]: value }
        expect(isEnvelope(record)).toBe(recordEnvelopeSchema.safeParse(record).success)
      }),
      { numRuns: 5_000 },
    )
  })

  it('J2 has the verdict of the schema on anything at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(isEnvelope(value)).toBe(recordEnvelopeSchema.safeParse(value).success)
      }),
    )
  })

  it.each(fields.filter((field) => field !== 'occurredAt' && field !== 'key' && field !== 'extra'))(
    'J2 needs %s',
    (field) => {
      const { [field]: _left, ...rest } = noteAfter(null)
      expect(isEnvelope(rest)).toBe(false)
      expect(isEnvelope(noteAfter(null))).toBe(true)
    },
  )
})
