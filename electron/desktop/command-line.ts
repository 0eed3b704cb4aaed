import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Result } from '../../shared/kit/result.ts'
import { readGivenIntake } from '../host/intake/given-intake.ts'
import type { GivenIntake } from '../host/intake/intake.ts'

/** What the command line chose; null means the ordinary place. */
export type CommandLine = {
  readonly workspace: string | null
  readonly data: string | null
  /** A failure is one sentence that says what to mend; the console opens without it. */
  readonly intake: Result<GivenIntake>
}

const options = {
  workspace: { type: 'string' },
  data: { type: 'string' },
  'intake-port': { type: 'string' },
  'intake-token': { type: 'string' },
} as const

/**
 * Reads `--workspace DIR`, `--data DIR`, `--intake-port N` and `--intake-token T`. Everything else is left to Chromium, whose
 * switches share this command line.
 */
export function readCommandLine(args: readonly string[], currentFolder: string): CommandLine {
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true })
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
  const folder = (value: unknown): string | null => {
    const path = text(value)
    return path === undefined ? null : resolve(currentFolder, path)
  }
  return {
    workspace: folder(values.workspace),
    data: folder(values.data),
    intake: readGivenIntake(text(values['intake-port']), text(values['intake-token'])),
  }
}
