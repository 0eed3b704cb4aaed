import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const root = import.meta.dirname

/** Zod tries `Function('')` while its schemas are made, before any module of ours could tell it not to; the policy forbids eval. */
const zodWithoutEval = 'globalThis.__zod_globalConfig ??= { jitless: true };'

/**
 * The window's bundle, the same for both doors: absolute paths resolve under `app://nightdesk/` and under the loopback door.
 * Nothing is inlined, because the content security policy allows neither inline scripts nor `data:` fonts.
 */
export default defineConfig({
  root: join(root, 'renderer'),
  base: '/',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: join(root, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { output: { banner: zodWithoutEval } },
  },
})
