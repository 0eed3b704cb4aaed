import type { Problem } from '../../../shared/kit/problem.ts'
import { findSecretProblems } from '../../../shared/runbook/lint/check-secrets.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../../shared/runbook/runbook.ts'

/** The text of a file, as it was read from the disk; `path` is relative to the folder that a command was pointed at. */
export type FileText = { readonly path: string; readonly text: string }

/** Files that several threads read. `taken` is memory of all of them: how many files somebody has taken already. */
export type SharedWork = { readonly files: readonly FileText[]; readonly taken: Int32Array<SharedArrayBuffer> }

/** A file as it was read, with the secrets in it: to look for them takes long, and asks for nothing but the text. */
export type ReadFile = { readonly runbook: Runbook; readonly secrets: readonly Problem[] }

/** Some files that stand behind one another; `from` is the place of the first. */
export type ReadFiles = { readonly from: number; readonly files: readonly ReadFile[] }

/** So many files are taken at once: few enough that all threads end together, though one file may take a hundred times as long as another. */
const AT_ONCE = 2

/** The places of files in the order in which they are best read: the longest first, so that no thread begins one when the others are done. */
export function longestFirst(files: readonly FileText[]): number[] {
  const lengthAt = (place: number): number => files[place]?.text.length ?? 0
  return [...files.keys()].sort((one, other) => lengthAt(other) - lengthAt(one))
}

/** Work on files that nobody has taken yet. */
export function sharedWork(files: readonly FileText[]): SharedWork {
  return { files, taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) }
}

/** Reads the next few files that no thread has taken; undefined when none are left. */
export function readNext({ files, taken }: SharedWork): ReadFiles | undefined {
  const from = Atomics.add(taken, 0, AT_ONCE)
  return from < files.length ? { from, files: files.slice(from, from + AT_ONCE).map(readFile) } : undefined
}

/** Reads one file, as every thread does. */
export function readFile(file: FileText): ReadFile {
  const runbook = parseRunbook(file)
  return { runbook, secrets: findSecretProblems(runbook) }
}
