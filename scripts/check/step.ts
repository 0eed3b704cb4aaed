import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

/** What a step found: whether it holds, and what to read when it does not. */
export type Outcome = { readonly passed: boolean; readonly report: string }

/** One thing that `npm run check` looks at. */
export type Step = { readonly name: string; readonly run: () => Promise<Outcome> }

/** The script behind an installed command. It runs on this Node, whatever the machine's own `node` is. */
const installed = (root: string, script: string) => join(root, 'node_modules', script)

/** A step that is an installed tool: it passes when the tool exits with 0. `script` lies under node_modules. */
export const toolStep = (name: string, root: string, script: string, words: readonly string[]): Step => ({
  name,
  run: () =>
    new Promise((resolve) => {
      const tool = spawn(process.execPath, [installed(root, script), ...words], { cwd: root })
      const said: Buffer[] = []
      tool.stdout.on('data', (chunk: Buffer) => said.push(chunk))
      tool.stderr.on('data', (chunk: Buffer) => said.push(chunk))
      tool.on('error', (error) => resolve({ passed: false, report: String(error) }))
      tool.on('close', (code) => resolve({ passed: code === 0, report: Buffer.concat(said).toString('utf8').trim() }))
    }),
})

/** Runs steps, `width` at a time, and says each with its time as it ends; gives the names of those that failed. */
export async function runSteps(steps: readonly Step[], width: number): Promise<readonly string[]> {
  const waiting = [...steps]
  const failed: string[] = []
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const startedMs = performance.now()
      const { passed, report } = await step.run()
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
      if (passed) continue
      failed.push(step.name)
      console.log(report.replace(/^/gm, '       '))
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return failed
}
