import { defineConfig } from 'vitest/config'

const folders = 'test/{shared,host,renderer,contract,guard,desktop,loopback,cli,scripts}'

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: [`${folders}/**/*.test.{ts,tsx}`], exclude: ['**/*.long.test.ts'] },
      },
      { extends: true, test: { name: 'long', include: [`${folders}/**/*.long.test.ts`] } },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
