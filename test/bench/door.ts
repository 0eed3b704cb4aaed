import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '../..')

/** The built door on a data folder, with the real clock, as a user runs it. */
export type BenchDoor = { readonly address: string; readonly pid: number; readonly close: () => Promise<void> }

/** Starts the door on a workspace, the demo's unless told otherwise, and waits for its one line. */
export async function openBenchDoor(
  dataFolder: string,
  workspace: string = join(root, 'fixtures/workspace'),
  more: readonly string[] = [],
): Promise<BenchDoor> {
  const words = ['--data', dataFolder, '--workspace', workspace, '--no-open', ...more]
  const door: ChildProcess = spawn(process.execPath, [join(root, 'out/loopback/main.js'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let heard = ''
    door.once('exit', (code) => reject(new Error(`the door ended with ${code}`)))
    door.stdout?.on('data', (chunk: Buffer) => {
      heard += chunk.toString('utf8')
      const found = /Nightdesk is at (\S+)/.exec(heard)?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    address,
    pid: door.pid ?? 0,
    close: async () => {
      door.kill('SIGTERM')
      await new Promise((resolve) => door.once('close', resolve))
    },
  }
}
