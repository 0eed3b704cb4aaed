import type { CodeBlock } from './block.ts'
import { isShellCommand } from './command-lines.ts'

/** The names of columns above what a tool lists. */
const COLUMN_NAMES = /^[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)?(?:\s{2,}[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)*)+\s*$/
/** "web-0   1/1   Running", "pod "web-0" deleted", "deployment.apps/web scaled". */
const TOLD_OF_A_THING =
  /^\S+\s+\d+\/\d+\s+[A-Z]\w+|^[a-z]+(?:\.[\w.]+)?(?:\/\S+| "\S+") (?:created|deleted|configured|patched|scaled|restarted|unchanged|evicted|cordoned|uncordoned|drained|labeled|annotated|edited)\b/
/** A name and nothing else, as a tool lists them. */
const ONLY_A_NAME = /^\s*[\w.:/@]*[\d.-][\w.:/@-]*\s*$/

/** Whether a block begins with the names of the columns of a listing. */
export function beginsWithColumns({ text }: CodeBlock): boolean {
  return COLUMN_NAMES.test(/^\s*(\S.*)/.exec(text)?.[1] ?? '')
}

/** Whether a block, straight below another one, lists names and runs nothing: what the commands above it printed. */
export function listsNames({ text }: CodeBlock): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => ONLY_A_NAME.test(line) && !isShellCommand(line.trim()))
}

/** The commands of a block and what they printed below them, where the last lines are such; undefined where they are not. */
export function withoutPrinted(text: string): { readonly typed: string; readonly output: string } | undefined {
  const lines = text.trimEnd().split('\n')
  const from = lines.findIndex((line) => COLUMN_NAMES.test(line.trim()) || TOLD_OF_A_THING.test(line.trim()))
  if (from < 1 || !isShellCommand((lines[0] ?? '').trim())) return undefined
  if (lines.slice(from).some((line) => isShellCommand(line.trim()) || /^\s*#\s/.test(line))) return undefined
  return { typed: lines.slice(0, from).join('\n').trimEnd(), output: lines.slice(from).join('\n').trim() }
}
