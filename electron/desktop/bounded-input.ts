import type { Refusal } from '../../shared/contract/refusal.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'

/** The largest call in characters: evidence of 32 MiB as base64, with room for its caption. */
export const maxInputLength = 48 * 1024 * 1024
const maxValues = 200_000
const maxDepth = 32
const maxNameLength = 100

const tooLarge: Refusal = {
  code: 'tooLarge',
  message: 'That is more than Nightdesk takes in one piece. Nothing was saved.',
  hint: 'Attach a smaller file, or cut the log to the part that matters.',
}
const notPlain: Refusal = { code: 'badInput', message: 'The call carries something that is not plain data.' }

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}

/**
 * Looks at a call before anything reads it: plain data only, bounded in length, in count and in depth. The walk keeps its own
 * stack and counts as it goes, so that a cycle or a million shared references ends at the bound.
 */
export function checkInput(name: unknown, input: unknown): Result<string, Refusal> {
  if (typeof name !== 'string' || name.length > maxNameLength) return fail(notPlain)
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: input, depth: 0 }]
  let length = 0
  let values = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next
    values += 1
    if (typeof value === 'string') length += value.length
    else if (typeof value === 'object' && value !== null) {
      if (!isPlain(value) || Object.hasOwn(value, '__proto__')) return fail(notPlain)
      const keys = Object.keys(value)
      if (depth >= maxDepth || values + waiting.length + keys.length > maxValues) return fail(tooLarge)
      for (const key of keys) {
        length += key.length
        waiting.push({ value: Reflect.get(value, key), depth: depth + 1 })
      }
    } else if (typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') {
      return fail(notPlain)
    }
    if (length > maxInputLength) return fail(tooLarge)
  }
  return ok(name)
}
