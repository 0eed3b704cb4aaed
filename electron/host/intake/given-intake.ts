import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { GivenIntake } from './intake.ts'

const SHORTEST_TOKEN = 16

const portSchema = z.coerce.number().int().min(0).max(65_535)
const tokenSchema = z
  .string()
  .min(SHORTEST_TOKEN)
  .max(512)
  .regex(/^[\x21-\x7e]+$/)

/** Reads `--intake-port` and `--intake-token` of a command line; the failure is one sentence that says what to mend and repeats no token. */
export function readGivenIntake(port: string | undefined, token: string | undefined): Result<GivenIntake> {
  const readPort = portSchema.nullable().safeParse(port ?? null)
  if (!readPort.success) return fail(`--intake-port takes a number from 0 to 65535, not "${port}"`)
  const readToken = tokenSchema.nullable().safeParse(token ?? null)
  if (!readToken.success)
    return fail(`--intake-token takes ${SHORTEST_TOKEN} to 512 letters, digits and signs without blanks`)
  return ok({ port: readPort.data, token: readToken.data })
}
