import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { reasonOf } from '../../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { putFile } from '../put-file.ts'

/** The port that is offered first: free on most machines, and always the same, because senders are told it once. */
export const DEFAULT_PORT = 9_797

const settingsSchema = z.object({
  isEnabled: z.boolean(),
  port: z.number().int().min(1).max(65_535),
  /** The SHA-256 of the token, hex: who reads this file can send nothing. */
  token: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), madeAt: z.iso.datetime() }).nullable(),
})

/** Whether the intake is on, where, and the digest of its token. */
export type IntakeSettings = z.infer<typeof settingsSchema>

/** Where they are kept. */
export type IntakeSettingsFile = {
  readonly read: () => IntakeSettings
  readonly write: (change: Partial<IntakeSettings>) => Result<IntakeSettings>
}

const off: IntakeSettings = { isEnabled: false, port: DEFAULT_PORT, token: null }

/** Keeps them in the data folder, in a file for its owner alone. A file that cannot be read means: off, and no token. */
export function createIntakeSettings(dataFolder: string): IntakeSettingsFile {
  const file = join(dataFolder, 'intake.json')
  const read = (): IntakeSettings => {
    try {
      return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return off
    }
  }
  return {
    read,
    write: (change) => {
      const settings = { ...read(), ...change }
      try {
        putFile(file, `${JSON.stringify(settings)}\n`, 0o600)
        return ok(settings)
      } catch (error) {
        return fail(`It was not saved: ${reasonOf(error)}`)
      }
    },
  }
}
