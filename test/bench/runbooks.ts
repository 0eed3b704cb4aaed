import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import MarkdownIt from 'markdown-it'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { openWatchedWorkspace } from '../support/watched-workspace.ts'
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

/** The number of a file in letters, so that a word with it behind stays a word. */
const inLetters = (number: number): string => [...`${number}`].map((digit) => 'bcdfghklmn'[Number(digit)]).join('')

/** A sentence with its last long word made one of its own, else with that behind it; its first word tells what it asks for, and stays. */
function sentenceOf(sentence: string, letters: string): string {
  const changed = sentence.replace(/^(.*\s[a-z]{4,})(?![a-z])/s, `$1${letters}`)
  return changed === sentence && /\p{L}/u.test(sentence) ? `${sentence} ${letters}` : changed
}

/**
 * A text as the file of that number has it. The reader remembers what it was asked before, so no sentence, command or heading may stand in two files: a
 * heading is numbered, which leaves it what it announces, and each sentence has a word of its own. Front matter, fences and bare marks stay.
 */
function ownText(text: string, number: number): string {
  const letters = inLetters(number)
  const front = /^---\n.*?\n---\n/s.exec(text)?.[0] ?? ''
  const lines = text.slice(front.length).split('\n')
  const own = lines.map((line) => {
    if (/^\s*(?:```|~~~|:::|[-=|: ]*$)/.test(line)) return line
    if (/^#{1,6} /.test(line)) return line.replace(/^#+ /, (mark) => `${mark}${number}. `)
    const [, mark = '', words = ''] = /^(\s*(?:(?:[-*+>|]|\d+[.)])\s+)*)(.*)$/.exec(line) ?? []
    return (
      mark +
      words
        .split(/(?<=[.!?]) /)
        .map((sentence) => sentenceOf(sentence, letters))
        .join(' ')
    )
  })
  return front + own.join('\n')
}

function fill(folder: string, texts: readonly string[]): void {
  mkdirSync(join(folder, 'runbooks'), { recursive: true })
  writeFileSync(join(folder, 'team.yaml'), readFileSync(join(fixtures, 'workspace/team.yaml')))
  texts.forEach((text, number) => void writeFileSync(join(folder, `runbooks/r${number}.md`), text))
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

async function workspaceRows(folder: string, dataFolder: string): Promise<BenchRow[]> {
  const startedAt = performance.now()
  const workspace = openWatchedWorkspace({ workspaceFolder: folder, dataFolder })
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

/** The program as it is built and run, from its start to its end: what nobody has warmed up. */
function checkMs(folder: string): number {
  const program = join(import.meta.dirname, '../../out/cli/nightdesk.js')
  let ended: number | null = null
  const ms = timed(() => {
    ended = spawnSync(process.execPath, [program, 'check', folder], { stdio: ['ignore', 'ignore', 'inherit'] }).status
  })
  if (ended !== 0 && ended !== 1) throw new Error(`${program} ended with ${ended}: is it built?`)
  return ms
}

/**
 * Parsing and checking 1,000 runbooks of which no two have a sentence in common, and a workspace of as many: its start, and a `git pull` of half of them.
 * The yardstick is what plain Markdown of the same texts costs.
 */
export async function benchRunbooks(): Promise<BenchRow[]> {
  const samples = sampleTexts()
  const texts = Array.from({ length: RUNBOOKS }, (_, number) => ownText(samples[number % samples.length] ?? '', number))
  const [folder, dataFolder] = ['bench', 'data'].map((name) => mkdtempSync(join(tmpdir(), `nightdesk-${name}-`))) as [
    string,
    string,
  ]
  fill(folder, texts)
  const checkedMs = checkMs(folder)
  const many = texts.map((text, number) => ({ path: `runbooks/r${number}.md`, text }))
  const megabytes = many.reduce((sum, { text }) => sum + text.length, 0) / 1_000_000
  const markdown = new MarkdownIt({ html: true })
  const yardstickMs = timed(() => texts.forEach((text) => void markdown.render(text)))
  const firstMs = timed(() => many.forEach(parseRunbook))
  const nextMs = timed(() => many.forEach(parseRunbook))
  const rows: BenchRow[] = [
    { name: `yardstick: 1,000 distinct texts (${megabytes.toFixed(1)} MB) as HTML`, value: yardstickMs, unit: 'ms' },
    { name: 'parse them as runbooks, first time', value: firstMs, unit: 'ms', ratio: firstMs / yardstickMs },
    { name: 'parse them again', value: nextMs, unit: 'ms', ratio: nextMs / yardstickMs },
    {
      name: 'nightdesk check of them, a new process',
      value: checkedMs,
      unit: 'ms',
      target: '3,000',
      ratio: checkedMs / yardstickMs,
    },
    ...(await workspaceRows(folder, dataFolder)),
  ]
  for (const each of [folder, dataFolder]) rmSync(each, { recursive: true })
  return rows
}
