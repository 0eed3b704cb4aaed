import { z } from 'zod'
import { fail } from '../kit/result.ts'
import type { Misread } from './alert.ts'

const LONGEST = 300

/** A zod refusal as one line: the place in the body and what is wrong there. */
export function misread(error: z.ZodError, hint: string): { readonly ok: false; readonly error: Misread } {
  const words = z.prettifyError(error).replaceAll(/\s+/g, ' ').replaceAll('✖ ', '').trim()
  return fail({ message: `That body was not understood: ${words.slice(0, LONGEST)}`, hint })
}
