import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The modules that say where the script of a thread is, with what runs in it and the name under which they give it. */
const SCRIPTS = [
  {
    module: 'electron/host/index-worker-script.ts',
    worker: 'electron/host/index-worker.ts',
    name: 'indexWorkerScript',
  },
  {
    module: 'electron/host/evidence-worker-script.ts',
    worker: 'electron/host/evidence-worker.ts',
    name: 'evidenceWorkerScript',
  },
]

/** The script of a thread, built in memory; CommonJS, because that is what a worker made from a text takes. */
async function buildWorker(root: string, worker: string): Promise<string> {
  const { build } = await import('vite')
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      write: false,
      ssr: join(root, worker),
      target: 'node20',
      minify: false,
      rolldownOptions: {
        external: (id) => id.startsWith('node:') || builtinModules.includes(id),
        output: { format: 'cjs', codeSplitting: false },
      },
    },
  })
  const script = [built].flat().flatMap((each) => ('output' in each ? each.output : []))[0]
  if (script?.type !== 'chunk') throw new Error(`the script of ${worker} came out empty`)
  return script.code
}

/**
 * Puts the scripts of threads into a bundle as texts. A file beside the program would have to be found inside the packed
 * archive, which threads cannot be relied on to read; a text needs nothing to be found.
 */
export const inlineWorkers = (root: string): Plugin => ({
  name: 'inline-workers',
  load: async (id) => {
    const script = SCRIPTS.find(({ module }) => id === join(root, module).replaceAll('\\', '/'))
    return script && `export const ${script.name} = ${JSON.stringify(await buildWorker(root, script.worker))}`
  },
})
