import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{shared,host,renderer,contract,guard,desktop,loopback,cli,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
