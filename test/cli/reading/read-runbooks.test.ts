import { describe, expect, it } from 'vitest'
import { readRunbooks, threadsFor } from '../../../electron/cli/reading/read-runbooks.ts'
import { longestFirst } from '../../../electron/cli/reading/shared-work.ts'
import { findSecretProblems } from '../../../shared/runbook/lint/check-secrets.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'

const files = Array.from({ length: 60 }, (_, number) => ({
  path: `runbooks/r${number}.md`,
  text: `# Ring ${number} is late\n\n## Fix\n\n${'1. Restart the loader.\n'.repeat((number * 7) % 23)}2. Tell team ${number}.\n${number === 41 ? 'password: hunter2hunter2' : ''}\n`,
}))
const expected = files.map((file) => ({ runbook: parseRunbook(file), secrets: findSecretProblems(file) }))

const scriptOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`)

async function readWith(options: { readonly threads: number; readonly script?: URL }) {
  const said: string[] = []
  const read = await readRunbooks(files, { ...options, say: (line) => void said.push(line) })
  return { read, said }
}

describe('reading many runbooks', () => {
  it('gives in three threads what one gives, in the order of the files', async () => {
    expect(await readWith({ threads: 3 })).toEqual({ read: expected, said: [] })
    expect(await readWith({ threads: 1 })).toEqual({ read: expected, said: [] })
  })

  it('begins with the longest file, which would keep everybody waiting at the end', () => {
    const few = ['short', 'the longest of all', '', 'as long'].map((text, number) => ({ path: `r${number}.md`, text }))
    expect(longestFirst(few)).toEqual([1, 3, 0, 2])
  })

  it('looks for secrets in the thread that reads', () => {
    expect(expected.flatMap(({ secrets }) => secrets.map(({ file }) => file))).toEqual(['runbooks/r41.md'])
  })

  it('goes on without a thread that cannot start, and says why', async () => {
    const { read, said } = await readWith({ threads: 2, script: scriptOf('throw new Error("no memory")') })
    expect(read).toEqual(expected)
    expect(said).toEqual(['A reading thread ended (no memory); its files are read without it, slower.'])
  })

  it('goes on where there are no threads at all', async () => {
    const { read, said } = await readWith({ threads: 2, script: new URL('https://example.org/worker.js') })
    expect(read).toEqual(expected)
    expect(said).toHaveLength(1)
  })

  it('reads what a thread took and did not give back', async () => {
    const dies =
      'import { workerData } from "node:worker_threads"; Atomics.add(workerData.taken, 0, 20); process.exit(3)'
    const { read, said } = await readWith({ threads: 3, script: scriptOf(dies) })
    expect(read).toEqual(expected)
    expect(said).toEqual(Array(2).fill('A reading thread ended (exit code 3); its files are read without it, slower.'))
  })

  it('starts no thread for a small folder, and never more than three', () => {
    expect([0, 1, 100].map(threadsFor)).toEqual([1, 1, 1])
    expect(threadsFor(100_000)).toBeLessThanOrEqual(3)
  })
})
