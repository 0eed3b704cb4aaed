import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import { readGivenIntake } from '../host/intake/given-intake.ts'
import type { GivenIntake } from '../host/intake/intake.ts'

/** How the loopback door was started. */
export type DoorArguments = {
  readonly data: string
  /** Null takes the workspace chosen in Settings, else the demo one. */
  readonly workspace: string | null
  /** Null takes the port of last time, or any free one. */
  readonly port: number | null
  readonly open: boolean
  /** UTC ISO; null runs on the system's clock. */
  readonly testClockAt: string | null
  readonly intake: GivenIntake
}

const portSchema = z.coerce.number().int().min(0).max(65_535)
const instantSchema = z.iso.datetime({ offset: true })

/** Reads the command line; the failure is one sentence that says what to mend. Paths are taken from `folder`. */
export function readDoorArguments(words: readonly string[], folder: string): Result<DoorArguments> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        workspace: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        'test-clock': { type: 'string' },
        'intake-port': { type: 'string' },
        'intake-token': { type: 'string' },
      },
    })
    if (!values.data) return fail('Say where to keep the data: --data DIR')
    const port = portSchema.nullable().safeParse(values.port ?? null)
    if (!port.success) return fail(`--port takes a number from 0 to 65535, not "${values.port}"`)
    const testClockAt = values['test-clock'] ?? null
    if (testClockAt !== null && !instantSchema.safeParse(testClockAt).success)
      return fail(`--test-clock takes an instant such as 2026-12-24T13:00:00.000Z, not "${testClockAt}"`)
    const intake = readGivenIntake(values['intake-port'], values['intake-token'])
    if (!intake.ok) return intake
    return ok({
      data: resolve(folder, values.data),
      workspace: values.workspace ? resolve(folder, values.workspace) : null,
      port: port.data,
      open: !values['no-open'],
      testClockAt,
      intake: intake.value,
    })
  } catch (error) {
    return fail(reasonOf(error))
  }
}
