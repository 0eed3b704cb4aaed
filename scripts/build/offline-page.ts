import { join } from 'node:path'
import type { InlineConfig, Plugin } from 'vite'

/** How the page of an offline copy is built: one script and one style, to be put into each copy. */
export const offlinePageConfig = (root: string): InlineConfig => ({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'silent',
  build: {
    outDir: join(root, 'out/offline-copy'),
    emptyOutDir: true,
    // A phone that is some years old must open it.
    target: ['chrome111', 'safari16.4', 'firefox113'],
    // The page checks no input, so the schemas that come along with what it imports stay out of it.
    rolldownOptions: {
      treeshake: {
        manualPureFunctions: ['z'],
        moduleSideEffects: (id) => !/[\\/]node_modules[\\/]zod[\\/]/.test(id),
      },
    },
    lib: {
      entry: join(root, 'renderer/offline-copy/main.ts'),
      formats: ['iife'],
      name: 'offlineCopy',
      fileName: () => 'page.js',
      cssFileName: 'page',
    },
  },
})

/** The script and style of the page, built in memory. */
export async function buildOfflinePage(root: string): Promise<{ readonly script: string; readonly style: string }> {
  const { build } = await import('vite')
  const config = offlinePageConfig(root)
  const built = await build({ ...config, build: { ...config.build, write: false } })
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output : []))
  const script = files.find((file) => file.type === 'chunk')
  const style = files.find((file) => file.type === 'asset')
  if (script?.type !== 'chunk' || style?.type !== 'asset')
    throw new Error('the page of the offline copy came out empty')
  return { script: script.code, style: String(style.source) }
}

const READER = 'electron/host/offline-copy-page.ts'

/** Puts the built page into a bundle in place of the module that reads it from the checkout: what is installed needs no file. */
export const inlineOfflinePage = (root: string): Plugin => ({
  name: 'inline-offline-page',
  load: async (id) => {
    if (id !== join(root, READER).replaceAll('\\', '/')) return null
    const { script, style } = await buildOfflinePage(root)
    const page = `{ script: ${JSON.stringify(script)}, style: ${JSON.stringify(style)} }`
    return `export const readOfflinePage = () => ({ ok: true, value: ${page} })`
  },
})
