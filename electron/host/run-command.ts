import { type ChildProcess, spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { createMaskStream, createOutputRoom } from './mask-stream.ts'

/** A command is ended when it runs longer than this: a runbook's step is no place for a job. */
const LONGEST_MS = 15 * 60_000
/** How long a command that was asked to stop may take before it is killed. */
const STOP_PATIENCE_MS = 3_000

/** How a command ended. `output` is masked and capped. */
export type CommandEnd = {
  readonly exitCode: number | null
  readonly endedBy: 'exit' | 'stopped' | 'timeout' | 'error'
  readonly durationMs: number
  readonly output: string
  readonly isCapped: boolean
}

export type RunningCommand = {
  readonly stop: () => void
  /** Kills it and says how far it came, at once: for a host that closes and cannot wait. */
  readonly abandon: () => CommandEnd
  readonly ended: Promise<CommandEnd>
}

/** The shell that commands are handed to, and how it takes one. */
export const commandShell =
  process.platform === 'win32'
    ? { name: 'cmd.exe', words: (text: string) => ['/d', '/s', '/c', text] }
    : { name: '/bin/sh', words: (text: string) => ['-c', text] }

function killGroup(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    child.kill(signal)
  }
}

/** A command that never came to be: no process, an end at once, in words. */
function notStarted(error: unknown, hear: (lines: string) => void): RunningCommand {
  // Node repeats the text in what it says about one that it does not take, and a secret may stand in it.
  const output = `${reasonOf(error).replace(/ Received .*$/s, '')}\n`
  hear(output)
  const end: CommandEnd = { exitCode: null, endedBy: 'error', durationMs: 0, output, isCapped: false }
  return { stop: () => undefined, abandon: () => end, ended: Promise.resolve(end) }
}

const spawnShell = (text: string, folder: string) =>
  spawn(commandShell.name, commandShell.words(text), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })

function follow(
  child: ReturnType<typeof spawnShell>,
  hear: (lines: string) => void,
  secrets: readonly string[],
): RunningCommand {
  const startedAtMs = performance.now()
  const room = createOutputRoom()
  const masks = [createMaskStream(room, secrets), createMaskStream(room, secrets)] as const
  let output = ''
  let endedBy: CommandEnd['endedBy'] = 'exit'
  let killTimer: ReturnType<typeof setTimeout> | undefined
  const take = (lines: string): void => {
    if (lines === '') return
    output += lines
    hear(lines)
  }
  const end = (why: CommandEnd['endedBy']): void => {
    if (endedBy !== 'exit') return
    endedBy = why
    killGroup(child, 'SIGTERM')
    killTimer = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_PATIENCE_MS)
  }
  const timer = setTimeout(() => end('timeout'), LONGEST_MS)
  for (const [stream, mask] of [
    [child.stdout, masks[0]],
    [child.stderr, masks[1]],
  ] as const) {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => take(mask.push(chunk)))
  }
  const finished = (exitCode: number | null): CommandEnd => {
    clearTimeout(timer)
    clearTimeout(killTimer)
    for (const mask of masks) take(mask.end())
    const durationMs = Math.round(performance.now() - startedAtMs)
    return { exitCode, endedBy, durationMs, output, isCapped: room.isCapped() }
  }
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once('error', (error) => {
      endedBy = 'error'
      take(`${error.message}\n`)
      resolve(finished(null))
    })
    child.once('close', (exitCode) => resolve(finished(exitCode)))
  })
  return {
    stop: () => end('stopped'),
    abandon: () => {
      endedBy = 'stopped'
      killGroup(child, 'SIGKILL')
      return finished(null)
    },
    ended,
  }
}

/**
 * Runs a text in the shell, in a folder, with the desk's own environment; `hear` gets masked lines as they come, in which
 * `secrets` are hidden whatever they look like.
 */
export function runCommand(
  text: string,
  folder: string,
  hear: (lines: string) => void,
  secrets: readonly string[] = [],
): RunningCommand {
  try {
    return follow(spawnShell(text, folder), hear, secrets)
  } catch (error) {
    return notStarted(error, hear)
  }
}
