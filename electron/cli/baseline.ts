import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '../../shared/kit/problem.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { fingerprint } from '../../shared/runbook/text/slug.ts'
import { sourceLines } from '../../shared/runbook/text/source-lines.ts'
import type { Gathered } from './gather-runbooks.ts'
import { writeInPlace } from './place-to-write.ts'
import { UsageError } from './terminal.ts'

const known = z.strictObject({
  /** From the root of the repository, with forward slashes. */
  file: z.string(),
  rule: z.string(),
  /** A fingerprint of the line it stands on, or of the message where no line is meant: it holds while lines above it come and go. */
  mark: z.string(),
  count: z.int().min(1),
})
const baselineFile = z.strictObject({ shape: z.literal(1), known: z.array(known) })

/** Problems that a team knows and lives with, so that only new ones are told. */
type Known = z.infer<typeof known>

/** The problems that are new, how many are known, and how many known ones of the files that were read are there no longer. */
export type SetAside = { readonly problems: readonly Problem[]; readonly known: number; readonly gone: number }

/**
 * Whether a problem may be lived with. Not a secret, since two of a kind cannot be told apart without writing them down; and not what
 * means that a page would not arrive, or that a file is not read at all.
 */
const mayBeKnown = ({ rule }: Problem): boolean =>
  rule === 'workspace/encoding' || (rule.startsWith('runbook/') && rule !== 'runbook/secret')

const keyOf = ({ file, rule, mark }: Omit<Known, 'count'>): string => JSON.stringify([file, rule, mark])

type Marked = { readonly problem: Problem; readonly place: Omit<Known, 'count'> }

/** Says of each problem by what it is known again. */
function marked(problems: readonly Problem[], gathered: Gathered): readonly Marked[] {
  const texts = new Map(gathered.runbooks.map(({ path, text }) => [path, text]))
  const lines = new Map<string, readonly string[]>()
  const linesOf = (file: string): readonly string[] => {
    const read = lines.get(file) ?? sourceLines(texts.get(file) ?? '')
    lines.set(file, read)
    return read
  }
  return problems.map((problem) => {
    const line = problem.line === undefined ? undefined : linesOf(problem.file)[problem.line - 1]
    const mark = fingerprint(line?.trim() ?? problem.message)
    return { problem, place: { file: placeOf(problem.file, gathered), rule: problem.rule, mark } }
  })
}

function placeOf(file: string, { withinRepository }: Gathered): string {
  return withinRepository === '' ? file : `${withinRepository}/${file}`
}

/** Reads a baseline; `ifNone` is said besides when the file is none. Throws a UsageError when it is not there or is none. */
export function readBaseline(path: string, ifNone = 'Give another file.'): readonly Known[] {
  if (!existsSync(path)) throw new UsageError(`There is no baseline at ${path}. Write it with --write-baseline.`)
  try {
    return baselineFile.parse(JSON.parse(readFileSync(path, 'utf8'))).known
  } catch (error) {
    const why = error instanceof z.ZodError ? 'it has another shape' : reasonOf(error)
    throw new UsageError(`${path} is no baseline: ${why}. ${ifNone}`)
  }
}

/** Takes the known problems out; one more of a kind than is known is new. */
export function setAside(problems: readonly Problem[], gathered: Gathered, baseline: readonly Known[]): SetAside {
  const left = new Map(baseline.map((entry) => [keyOf(entry), entry.count]))
  const open = marked(problems, gathered).filter(({ problem, place }) => {
    const key = keyOf(place)
    const count = left.get(key) ?? 0
    if (count === 0 || !mayBeKnown(problem)) return true
    left.set(key, count - 1)
    return false
  })
  const read = new Set(gathered.runbooks.map(({ path }) => placeOf(path, gathered)))
  const gone = baseline
    .filter(({ file }) => read.has(file))
    .reduce((sum, entry) => sum + (left.get(keyOf(entry)) ?? 0), 0)
  return { problems: open.map(({ problem }) => problem), known: problems.length - open.length, gone }
}

/**
 * Writes the problems of a check as the baseline and gives it. What is known of files that were not read this time, and are still there, is kept. An
 * existing file is replaced whole or not at all, and only when it is a baseline. `path` is one that `placeToWrite` gave. Throws a UsageError when it cannot be
 * written.
 */
export function writeBaseline(path: string, problems: readonly Problem[], gathered: Gathered): readonly Known[] {
  const earlier = existsSync(path) ? readBaseline(path, 'Nothing was written in it.') : []
  const found = marked(problems, gathered)
  const read = new Set(gathered.runbooks.map((runbook) => placeOf(runbook.path, gathered)))
  for (const { place } of found) read.add(place.file)
  const entries = new Map<string, Known>()
  for (const entry of earlier)
    if (!read.has(entry.file) && existsSync(join(gathered.repository, entry.file))) entries.set(keyOf(entry), entry)
  for (const { place } of found.filter(({ problem }) => mayBeKnown(problem)))
    entries.set(keyOf(place), { ...place, count: (entries.get(keyOf(place))?.count ?? 0) + 1 })
  const sorted = [...entries.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry)
  const rows = sorted.map((entry) => `\n    ${JSON.stringify(entry)}`).join(',')
  writeInPlace(path, `{\n  "shape": 1,\n  "known": [${rows}${rows === '' ? '' : '\n  '}]\n}\n`, '--baseline')
  return sorted
}
