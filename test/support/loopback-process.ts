import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const doorScript = join(import.meta.dirname, '../../out/loopback/main.js')
const START_PATIENCE_MS = 60_000

/** Where a door is to be opened. */
export type LoopbackOptions = {
  readonly dataFolder: string
  readonly workspaceFolder: string
  /** UTC ISO at which the test clock stands. */
  readonly clockAt: string
  /** The port that the data folder's door had last time, or a free one, when left out. */
  readonly port?: number
}

/** A built loopback door in a process of its own, as a user runs it. */
export type LoopbackProcess = {
  /** The address with its token; it works once. */
  readonly address: string
  readonly origin: string
  readonly processId: number
  /** What it said on stderr. */
  readonly said: () => string
  /** Sends a signal and waits for the end; gives the exit code, null when the signal ended it. */
  readonly end: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>
}

function waitForAddress(door: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const giveUp = (why: string) => reject(new Error(`The loopback door ${why}.\n${heard}${said()}`))
    const timer = setTimeout(() => giveUp('did not print its address'), START_PATIENCE_MS)
    door.once('exit', (code) => giveUp(`ended with ${code} before it printed its address`))
    door.stdout?.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      const address = /Nightdesk is at (\S+)\n/.exec(heard)?.[1]
      if (address === undefined) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}

/** Starts the built door on a data folder and waits until it is open. */
export async function startLoopback({
  dataFolder,
  workspaceFolder,
  clockAt,
  port,
}: LoopbackOptions): Promise<LoopbackProcess> {
  const words = [
    '--data',
    dataFolder,
    '--workspace',
    workspaceFolder,
    '--no-open',
    '--test-clock',
    clockAt,
    ...(port === undefined ? [] : ['--port', `${port}`]),
  ]
  const door = spawn(process.execPath, [doorScript, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let stderr = ''
  door.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  const ended = new Promise<number | null>((resolve) => door.once('close', resolve))
  const address = await waitForAddress(door, () => stderr)
  return {
    address,
    origin: new URL(address).origin,
    processId: door.pid ?? Number.NaN,
    said: () => stderr,
    end: (signal) => {
      door.kill(signal)
      return ended
    },
  }
}
