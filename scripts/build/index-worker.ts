import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'electron/host/index-worker.ts'
const SCRIPT = 'electron/host/index-worker-script.ts'

/** The script of the index thread, built in memory; CommonJS, because that is what a worker made from a text takes. */
async function buildIndexWorker(root: string): Promise<string> {
  const { build } = await import('vite')
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: join(root, WORKER),
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: (id) => id.startsWith('node:') || builtinModules.includes(id),
        output: { format: 'cjs', codeSplitting: false },
      },
    },
  })
  const script = [built].flat().flatMap((each) => ('output' in each ? each.output : []))[0]
  if (script?.type !== 'chunk') throw new Error('the script of the index thread came out empty')
  return script.code
}

/**
 * Puts the index thread's script into a bundle as a text. A file beside the program would have to be found inside the packed
 * archive, which threads cannot be relied on to read; a text needs nothing to be found.
 */
export const inlineIndexWorker = (root: string): Plugin => ({
  name: 'inline-index-worker',
  load: async (id) =>
    id === join(root, SCRIPT).replaceAll('\\', '/')
      ? `export const indexWorkerScript = ${JSON.stringify(await buildIndexWorker(root))}`
      : null,
})
