import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import type { InlineConfig } from 'vite'
import { inlineOfflinePage, offlinePageConfig } from './offline-page.ts'
import { inlineWorkers } from './worker-scripts.ts'

/** One thing that `npm run build` makes. */
export type BuildTarget = {
  readonly name: string
  /** The file whose age is the target's age, relative to the checkout. */
  readonly output: string
  /** Folders and files whose change makes the output stale. */
  readonly sources: readonly string[]
  readonly config: (root: string) => InlineConfig
}

type NodeBundle = {
  readonly name: string
  readonly entry: string
  readonly output: string
  readonly sources: readonly string[]
  readonly format: 'es' | 'cjs'
  /** Modules that get a file of their own beside it, as the script of a thread does, by the name of the file; what several need stands in files besides. */
  readonly beside?: Readonly<Record<string, string>>
}

const offlinePage = ['renderer/offline-copy', 'renderer/ui']
const buildItself = ['scripts/build', 'package-lock.json', 'vite.config.ts']

/** Everything is bundled except Node itself and `electron`, which only exists inside its own binary. */
const isExternal = (id: string) => id === 'electron' || id.startsWith('node:') || builtinModules.includes(id)

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const inFolder = (root: string, paths: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, join(root, path)]))

const nodeBundle = ({ name, entry, output, sources, format, beside }: NodeBundle): BuildTarget => ({
  name,
  output,
  sources: [...sources, ...buildItself],
  config: (root) => {
    return {
      root,
      configFile: false,
      publicDir: false,
      plugins: [inlineOfflinePage(root), inlineWorkers(root)],
      ssr: { noExternal: true },
      resolve: { external: ['electron'] },
      build: {
        ssr: beside === undefined ? join(root, entry) : true,
        outDir: join(root, dirname(output)),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        sourcemap: false,
        rolldownOptions: {
          external: isExternal,
          ...(beside && { input: inFolder(root, { [fileName(output)]: entry, ...beside }) }),
          output: beside
            ? { format, entryFileNames: '[name]', chunkFileNames: '[name]-[hash].js' }
            : { format, codeSplitting: false, entryFileNames: fileName(output) },
        },
      },
    }
  },
})

/** All targets, in no order: none needs another's output to build. */
export const buildTargets: readonly BuildTarget[] = [
  {
    name: 'renderer',
    output: 'out/renderer/index.html',
    sources: ['renderer', 'shared', ...buildItself],
    config: (root) => ({ configFile: join(root, 'vite.config.ts') }),
  },
  {
    name: 'offline copy',
    output: 'out/offline-copy/page.js',
    sources: [...offlinePage, 'shared', ...buildItself],
    config: offlinePageConfig,
  },
  nodeBundle({
    name: 'desktop main',
    entry: 'electron/desktop/main.ts',
    output: 'out/main/main.js',
    sources: ['electron/desktop', 'electron/host', 'shared', ...offlinePage, 'package.json'],
    format: 'es',
  }),
  nodeBundle({
    name: 'desktop preload',
    entry: 'electron/desktop/preload.ts',
    output: 'out/preload/preload.cjs',
    sources: ['electron/desktop', 'shared'],
    format: 'cjs',
  }),
  nodeBundle({
    name: 'loopback',
    entry: 'electron/loopback/main.ts',
    output: 'out/loopback/main.js',
    sources: ['electron/loopback', 'electron/host', 'shared', ...offlinePage, 'package.json'],
    format: 'es',
  }),
  nodeBundle({
    name: 'cli',
    entry: 'electron/cli/nightdesk.ts',
    output: 'out/cli/nightdesk.js',
    sources: ['electron/cli', 'electron/host', 'shared', ...offlinePage, 'package.json'],
    format: 'es',
    beside: { 'reading-worker.js': 'electron/cli/reading/reading-worker.ts' },
  }),
]
