import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import type { Readable } from 'node:stream'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { spokenDuration } from '../../shared/postmortem/spoken-time.ts'
import { createKeptOutput, type OutputStream } from './command-output.ts'
import type { Shell } from './find-shell.ts'
import { createMaskStream } from './mask-stream.ts'

/** How long a command that was asked to stop may take before it is killed. */
const STOP_PATIENCE_MS = 3_000
/** Longer than this on one piece of output, and the command has to wait as long again: the alarm comes first. */
const LONGEST_TURN_MS = 20

/** How a command ended. `output` is masked and capped; `linesLeftOut` are missing in its middle. */
export type CommandEnd = {
  readonly exitCode: number | null
  readonly endedBy: 'exit' | 'stopped' | 'timeout' | 'error'
  readonly durationMs: number
  readonly output: string
  readonly isCapped: boolean
  readonly linesLeftOut: number
}

export type RunningCommand = {
  readonly stop: () => void
  /** Kills it and says how far it came, at once: for a host that closes and cannot wait. */
  readonly abandon: () => CommandEnd
  readonly ended: Promise<CommandEnd>
  /** What it printed so far, masked: whole lines, and the line that has no end yet. */
  readonly printed: () => { readonly text: string; readonly unfinished: string }
}

/** What is run, by what, where, and for how long at most (milliseconds; null is as long as it takes). */
export type CommandOrder = {
  readonly text: string
  readonly shell: Shell
  readonly folder: string
  readonly limitMs: number | null
  /** Known values that stand in it: hidden in its output whatever they look like. */
  readonly secrets: readonly string[]
}

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
function notStarted(error: unknown): RunningCommand {
  // Node repeats the text in what it says about one that it does not take, and a secret may stand in it.
  const output = `${reasonOf(error).replace(/ Received .*$/s, '')}\n`
  const end: CommandEnd = {
    exitCode: null,
    endedBy: 'error',
    durationMs: 0,
    output,
    isCapped: false,
    linesLeftOut: 0,
  }
  return {
    stop: () => undefined,
    abandon: () => end,
    ended: Promise.resolve(end),
    printed: () => ({ text: output, unfinished: '' }),
  }
}

const spawnShell = ({ text, shell, folder }: CommandOrder) =>
  spawn(shell.file, shell.words(text), {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })

/** Everything that a child prints, masked and kept; `hear` is told after each piece. */
function keepOutput(child: ReturnType<typeof spawnShell>, secrets: readonly string[], hear: () => void) {
  const kept = createKeptOutput()
  const masks = { out: createMaskStream(secrets), err: createMaskStream(secrets) }
  const listenTo = (stream: Readable, name: OutputStream): void => {
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      const beganAtMs = performance.now()
      kept.take(name, masks[name].push(chunk))
      hear()
      const tookMs = performance.now() - beganAtMs
      if (tookMs < LONGEST_TURN_MS) return
      stream.pause()
      setTimeout(() => stream.resume(), tookMs)
    })
  }
  listenTo(child.stdout, 'out')
  listenTo(child.stderr, 'err')
  const unfinished = (): string =>
    [masks.out.unfinished(), masks.err.unfinished()].filter((line) => line !== '').join('\n')
  return {
    kept,
    printed: () => ({ text: kept.text(), unfinished: unfinished() }),
    finish: (): void => {
      kept.take('out', masks.out.end())
      kept.take('err', masks.err.end())
    },
  }
}

/** What stands in the output where a limit cut it short: the output may be read without the log. */
const limitLine = (limitMs: number | null): string =>
  `[Nightdesk ended it here: it ran for ${spokenDuration(limitMs ?? 0)}, the limit that was chosen for it]`

/** The system says that the shell is not there when it is the folder that is away. */
const noFolder = (folder: string): string => `The folder ${folder} is not there, so nothing was run.`

/** Asks a child to end, then makes it: also what it left behind and what still holds its output. */
function endChild(child: ReturnType<typeof spawnShell>): NodeJS.Timeout {
  killGroup(child, 'SIGTERM')
  return setTimeout(() => {
    killGroup(child, 'SIGKILL')
    child.stdout.destroy()
    child.stderr.destroy()
  }, STOP_PATIENCE_MS)
}

function follow(
  child: ReturnType<typeof spawnShell>,
  { limitMs, secrets, folder }: CommandOrder,
  hear: () => void,
): RunningCommand {
  const startedAtMs = performance.now()
  const output = keepOutput(child, secrets, hear)
  let endedBy: CommandEnd['endedBy'] = 'exit'
  let killTimer: NodeJS.Timeout | undefined
  const end = (why: CommandEnd['endedBy']): void => {
    if (endedBy !== 'exit') return
    endedBy = why
    killTimer = endChild(child)
  }
  const limitTimer = limitMs === null ? undefined : setTimeout(() => end('timeout'), limitMs)
  const finished = (exitCode: number | null): CommandEnd => {
    clearTimeout(limitTimer)
    clearTimeout(killTimer)
    output.finish()
    if (endedBy === 'timeout') output.kept.take('err', [limitLine(limitMs)])
    const durationMs = Math.round(performance.now() - startedAtMs)
    const { kept } = output
    const [isCapped, linesLeftOut] = [kept.isCapped(), kept.linesLeftOut()]
    return { exitCode, endedBy, durationMs, output: kept.text(), isCapped, linesLeftOut }
  }
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once('error', (error) => {
      endedBy = 'error'
      output.kept.take('err', [existsSync(folder) ? error.message : noFolder(folder)])
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
    printed: output.printed,
  }
}

/** Runs a text in a shell, with the desk's own environment and without input; `hear` is told whenever it printed something. */
export function runCommand(order: CommandOrder, hear: () => void): RunningCommand {
  try {
    return follow(spawnShell(order), order, hear)
  } catch (error) {
    return notStarted(error)
  }
}
