import { defineConfig } from 'vitest/config'

const folders = 'test/{host,renderer,contract,guard,desktop,loopback,cli,scripts}'
const domain = 'test/shared'

export default defineConfig({
  test: {
    maxWorkers: '100%',
    // No test leaves state to the next file, so that one process reads the code and compiles its patterns once: a third of
    // the time. Tests that kill, flood or start processes have a process of their own.
    projects: [
      {
        extends: true,
        test: { name: 'domain', include: [`${domain}/**/*.test.ts`], exclude: ['**/*.long.test.ts'], isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.long.test.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'long', include: [`{${folders},${domain}}/**/*.long.test.ts`] } },
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
