import { spawn } from 'node:child_process'
import process from 'node:process'

/** The version of V8 that has a compiler between its quick one and its thorough one (Node 22). */
const THREE_COMPILERS = 12

/**
 * The settings of a version of V8 for reading runbooks, whose thousand patterns would each be compiled twice, and whose blocks outlive a small nursery. They are
 * told to a process when it starts, for V8 does not bear a change while it runs (DECISIONS 69). An older V8 has its thorough compiler busy in each thread with
 * what a thousand files do not use often enough: it begins six times later.
 */
export function settingsOf(v8: string): readonly string[] {
  const isOld = Number.parseInt(v8, 10) < THREE_COMPILERS
  return ['--no-regexp-tier-up', '--min-semi-space-size=16', ...(isOld ? ['--interrupt-budget=400000'] : [])]
}

/** What Node ends with where it does not know a setting. */
const UNKNOWN_SETTING = 9
/** What a process is told that is asked to end: whoever asks the one that was started asks the one that works for it. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs this very command line in a process with these settings, on the same terminal, and gives its exit code. Undefined where this one has them, and where
 * no other can be had or knows them: the command is then run here, slower.
 */
export async function runWithSettings(
  settings: readonly string[] = settingsOf(process.versions.v8),
): Promise<number | undefined> {
  if (process.versions.electron !== undefined || settings.every((each) => process.execArgv.includes(each))) return
  const words = [...process.execArgv, ...settings, ...process.argv.slice(1)]
  const { code, signal } = await ended(words)
  if (signal !== null) process.kill(process.pid, signal)
  return code === UNKNOWN_SETTING ? undefined : (code ?? undefined)
}

type End = { readonly code: number | null; readonly signal: NodeJS.Signals | null }

/** How a process with these words ended; without a code and a signal where it could not be started. */
function ended(words: readonly string[]): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { stdio: 'inherit' })
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
    for (const signal of ENDINGS) process.on(signal, passOn)
    const end = (how: End): void => {
      for (const signal of ENDINGS) process.off(signal, passOn)
      resolve(how)
    }
    child.on('error', () => end({ code: null, signal: null }))
    child.on('exit', (code, signal) => end({ code, signal }))
  })
}
