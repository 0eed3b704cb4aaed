import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract/contract.ts'
import { inputWords } from '../../shared/contract/input-words.ts'
import { personFactSchema } from '../../shared/contract/person-facts.ts'

const schema = z.object({ reason: z.string().min(1).max(2_000), severity: z.number().max(5).optional() })
const wordsFor = (input: unknown): string => {
  const { error } = schema.safeParse(input)
  return error === undefined ? '' : inputWords(error)
}

describe('why an input is not taken', () => {
  it('is said to whoever typed it, with what to do', () => {
    expect(wordsFor({ reason: 'x'.repeat(2_001) })).toBe(
      'This is longer than the 2,000 characters that are kept. Shorten it; what is long can be attached as evidence.',
    )
    expect(wordsFor({ reason: '' })).toBe('This may not be blank.')
  })

  it('is said of the words of a fact, too', () => {
    const data = { step: 'a', text: 'A', reason: 'x'.repeat(2_001) }
    const { error } = personFactSchema.safeParse({ type: 'step.skipped', data })
    expect(error && inputWords(error)).toContain('longer than the 2,000 characters')
  })

  it('is said of an address that names no incident', () => {
    const { error } = contract['incidents.open'].input.safeParse({ incident: '20261122-4k7m/more', tail: 1 })
    expect(error && inputWords(error)).toMatch(/^No incident has such an id\./)
  })

  it('names the place of what only a program can have sent', () => {
    expect(wordsFor({ reason: 'x', severity: 9 })).toContain('severity')
    expect(wordsFor(7)).not.toBe('')
  })
})
