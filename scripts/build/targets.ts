import { builtinModules } from 'node:module'
import { join } from 'node:path'
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
}

const offlinePage = ['renderer/offline-copy', 'renderer/ui']
const buildItself = ['scripts/build', 'package-lock.json', 'vite.config.ts']

/** Everything is bundled except Node itself and `electron`, which only exists inside its own binary. */
const isExternal = (id: string) => id === 'electron' || id.startsWith('node:') || builtinModules.includes(id)

const nodeBundle = ({ name, entry, output, sources, format }: NodeBundle): BuildTarget => ({
  name,
  output,
  sources: [...sources, ...buildItself],
  config: (root) => {
    const slash = output.lastIndexOf('/')
    return {
      root,
      configFile: false,
      publicDir: false,
      plugins: [inlineOfflinePage(root), inlineWorkers(root)],
      ssr: { noExternal: true },
      resolve: { external: ['electron'] },
      build: {
        ssr: join(root, entry),
        outDir: join(root, output.slice(0, slash)),
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        sourcemap: false,
        rolldownOptions: {
          external: isExternal,
          output: { format, codeSplitting: false, entryFileNames: output.slice(slash + 1) },
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
  }),
]
