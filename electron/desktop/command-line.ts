import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What the command line chose; null means the ordinary place. */
export type CommandLine = { readonly workspace: string | null; readonly data: string | null }

/** Reads `--workspace DIR` and `--data DIR`. Everything else is left to Chromium, whose switches share this command line. */
export function readCommandLine(args: readonly string[], currentFolder: string): CommandLine {
  const options = { workspace: { type: 'string' }, data: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true })
  const folder = (value: unknown): string | null =>
    typeof value === 'string' && value !== '' ? resolve(currentFolder, value) : null
  return { workspace: folder(values.workspace), data: folder(values.data) }
}
