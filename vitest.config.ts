import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{shared,host,renderer,contract,guard,desktop,loopback,cli,scripts}/**/*.test.{ts,tsx}'],
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
