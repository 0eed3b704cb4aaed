import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { type Version, whyNotTaken } from './last-good-version.ts'
import { referenceDocument, runbookDocument } from './library-document.ts'
import { type FoundFile, findMarkdown, fingerprintOf, type WorkspaceFile } from './workspace-files.ts'

type Entry = {
  readonly fingerprint: string
  readonly document: LibraryDocument | null
  readonly runbook: Runbook | null
  readonly problems: readonly Problem[]
}

/** What stands on the shelf, in the order of the paths, runbooks first. */
export type ShelfContents = {
  readonly runbooks: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
  readonly problems: readonly Problem[]
}

/** A file that is new or was edited, and how it stood when that was found. */
export type EditedFile = FoundFile & { readonly fingerprint: string; readonly bytes: number }

/**
 * The runbooks and pages of a workspace as last understood, file by file, so that an edit costs the reading of one file and a `git pull` that of those it
 * changed. Kept in memory only: there is no second copy that could be wrong.
 */
export type Shelf = {
  /** Forgets the files that are gone, and names those to be read. `gone` tells whether any was. */
  readonly compare: () => { readonly edited: readonly EditedFile[]; readonly gone: boolean }
  /** Takes what was read of a file. One that could not be read, or was broken by the edit, keeps its last good version (W1). */
  readonly take: (edited: EditedFile, read: WorkspaceFile | Problem) => void
  readonly contents: () => ShelfContents
}

const isRunbook = (path: string): boolean => path.startsWith('runbooks/')

const bytesOf = (fingerprint: string): number => Number(fingerprint.split(' ')[2] ?? 0)

function understand(file: WorkspaceFile, fingerprint: string): Entry {
  if (!isRunbook(file.path)) {
    return { fingerprint, document: referenceDocument(file), runbook: null, problems: file.problems }
  }
  const runbook = parseRunbook(file)
  return {
    fingerprint,
    document: runbookDocument(runbook),
    runbook,
    problems: [...file.problems, ...runbook.problems],
  }
}

const versionOf = ({ runbook }: Entry, { text }: { readonly text: string }): Version => ({ text, runbook })

/** Makes an empty shelf for a workspace folder. */
export function createShelf(folder: string): Shelf {
  const entries = new Map<string, Entry>()
  let order: readonly string[] = []
  return {
    compare: () => {
      const found = ['runbooks', 'reference'].flatMap((name) => findMarkdown(folder, name))
      order = found.map(({ path }) => path)
      const present = new Set(order)
      const gone = [...entries.keys()].filter((path) => !present.has(path))
      for (const path of gone) entries.delete(path)
      const edited = found.flatMap((each): EditedFile[] => {
        const fingerprint = fingerprintOf(each.file)
        return entries.get(each.path)?.fingerprint === fingerprint
          ? []
          : [{ ...each, fingerprint, bytes: bytesOf(fingerprint) }]
      })
      return { edited, gone: gone.length > 0 }
    },
    take: ({ path, fingerprint }, read) => {
      const before = entries.get(path)
      if (!('text' in read)) {
        entries.set(path, { document: null, runbook: null, ...before, fingerprint, problems: [read] })
      } else if (before?.document?.text === read.text && before.problems.length === 0 && read.problems.length === 0) {
        entries.set(path, { ...before, fingerprint })
      } else {
        const now = understand(read, fingerprint)
        const reason = before?.document && whyNotTaken(path, versionOf(before, before.document), versionOf(now, read))
        entries.set(path, before && reason ? { ...before, fingerprint, problems: [reason] } : now)
      }
    },
    contents: () => {
      const kept = order.flatMap((path) => entries.get(path) ?? [])
      return {
        runbooks: kept.flatMap(({ runbook }) => runbook ?? []),
        documents: kept.flatMap(({ document }) => document ?? []),
        problems: kept.flatMap(({ problems }) => problems),
      }
    },
  }
}
