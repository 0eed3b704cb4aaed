import process from 'node:process'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** The terminal of this process, and how the process ends. */
export type ProcessTerminal = Terminal & { readonly endWith: (code: ExitCode) => void }

/**
 * Writes to this process's own streams. An answer that cannot be written, as on a full disk, ends with 2 and a line that says so: half an answer must not look
 * like a whole one. A reader that has read enough and went away (`| head`) is no failure.
 */
export function createProcessTerminal(): ProcessTerminal {
  let isCut = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || isCut) return
    isCut = true
    process.exitCode = 2
    process.stderr.write(`The answer could not be written: ${reasonOf(error)}\n`)
  })
  // There is nowhere left to say it.
  process.stderr.on('error', () => undefined)
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    error: (text) => void process.stderr.write(`${text}\n`),
    endWith: (code) => {
      process.exitCode = isCut ? 2 : code
    },
  }
}
