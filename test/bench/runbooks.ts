import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runNightdesk } from '../../electron/cli/run-nightdesk.ts'
import { openWorkspace } from '../../electron/host/workspace.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { type BenchRow, timed } from './append-setup.ts'

const RUNBOOKS = 1_000
const PULLED = 500
const fixtures = join(import.meta.dirname, '../../fixtures')

function sampleTexts(): readonly string[] {
  return ['workspace/runbooks', 'foreign-runbooks'].flatMap((folder) =>
    readdirSync(join(fixtures, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(fixtures, folder, name), 'utf8')),
  )
}

function fill(folder: string, texts: readonly string[]): void {
  mkdirSync(join(folder, 'runbooks'), { recursive: true })
  writeFileSync(join(folder, 'team.yaml'), readFileSync(join(fixtures, 'workspace/team.yaml')))
  for (let number = 0; number < RUNBOOKS; number += 1)
    writeFileSync(join(folder, `runbooks/r${number}.md`), texts[number % texts.length] ?? '')
}

/** The longest stretch in which the event loop did not turn while a piece of work went on. */
async function longestBlock(isGoingOn: () => boolean): Promise<number> {
  let longest = 0
  let last = performance.now()
  while (isGoingOn()) {
    await new Promise((resume) => setImmediate(resume))
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  return longest
}

async function workspaceRows(folder: string): Promise<BenchRow[]> {
  const startedAt = performance.now()
  const workspace = openWorkspace(
    folder,
    () => undefined,
    () => undefined,
    { last: () => null, keep: () => '' },
  )
  const openMs = performance.now() - startedAt
  const startBlock = await longestBlock(workspace.isReading)
  const allMs = performance.now() - startedAt
  await wait(2_000)
  const text = (number: number): string =>
    workspace.runbooks().find(({ path }) => path === `runbooks/r${number}.md`)?.text ?? ''
  for (let number = 0; number < PULLED; number += 1)
    writeFileSync(join(folder, `runbooks/r${number}.md`), `# Pulled ${number}\n\n${text(number)}`)
  const pulledAt = performance.now()
  const isPulling = (): boolean =>
    workspace.isReading() || workspace.runbooks().filter(({ title }) => title.startsWith('Pulled')).length === 0
  const pullBlock = await longestBlock(isPulling)
  const pullMs = performance.now() - pulledAt
  await workspace.close()
  return [
    { name: 'open a workspace of 1,000 runbooks, until the team is in force', value: openMs, unit: 'ms' },
    { name: 'until all of them are read', value: allMs, unit: 'ms' },
    { name: 'longest pause of the host meanwhile', value: startBlock, unit: 'ms' },
    { name: 'git pull of 500 files, until all are shown', value: pullMs, unit: 'ms' },
    { name: 'longest pause of the host meanwhile', value: pullBlock, unit: 'ms' },
  ]
}

/** Parsing and checking 1,000 runbooks, and a workspace of as many: its start, and a `git pull` of half of them. */
export async function benchRunbooks(): Promise<BenchRow[]> {
  const texts = sampleTexts()
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))
  fill(folder, texts)
  const many = Array.from({ length: RUNBOOKS }, (_, number) => ({
    path: `runbooks/r${number}.md`,
    text: texts[number % texts.length] ?? '',
  }))
  const megabytes = many.reduce((sum, { text }) => sum + text.length, 0) / 1_000_000
  const firstMs = timed(() => many.forEach(parseRunbook))
  const nextMs = timed(() => many.forEach(parseRunbook))
  const said: string[] = []
  const checkedAt = performance.now()
  await runNightdesk(
    ['check', folder],
    { out: (line) => void said.push(line), error: (line) => void said.push(line) },
    Date.now(),
  )
  const checkMs = performance.now() - checkedAt
  const rows: BenchRow[] = [
    { name: `parse 1,000 runbooks (${megabytes.toFixed(1)} MB), first time`, value: firstMs, unit: 'ms' },
    { name: 'parse them again', value: nextMs, unit: 'ms', ratio: nextMs / firstMs },
    { name: 'nightdesk check of 1,000 runbooks', value: checkMs, unit: 'ms', target: '3,000' },
    ...(await workspaceRows(folder)),
  ]
  rmSync(folder, { recursive: true })
  return rows
}
