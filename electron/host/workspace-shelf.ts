import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { isOnlyPage } from '../../shared/runbook/only-page.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import type { DocumentMemory } from './document-memory.ts'
import { keepsLastVersion, type Version, whyNotTaken } from './last-good-version.ts'
import { isAmongRunbooks, referenceDocument, runbookDocument } from './library-document.ts'
import type { Standing, WorkspaceFile } from './workspace-files.ts'

type Entry = {
  readonly fingerprint: string
  readonly document: LibraryDocument | null
  readonly runbook: Runbook | null
  /** What was read of a file among the runbooks, also of one that is only a page: what an edit takes from it is held against this. */
  readonly read: Runbook | null
  readonly problems: readonly Problem[]
}

/** What stands on the shelf: runbooks first, in the order of a listing of their folders. */
export type ShelfContents = {
  readonly runbooks: readonly Runbook[]
  /** These and what is only a page beside them. */
  readonly pages: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
  readonly problems: readonly Problem[]
}

/**
 * The runbooks and pages of a workspace as last understood, file by file, so that an edit costs the reading of one file and a `git pull` that of those it
 * changed. A file that it did not know yet is held against what is remembered of it from before the start.
 */
export type Shelf = {
  /** Forgets the files that are not present any more, and tells whether there was one. */
  readonly keepOnly: (isPresent: (path: string) => boolean) => boolean
  readonly paths: () => readonly string[]
  /** Whether anything was taken of a file. */
  readonly has: (path: string) => boolean
  /** Whether a file stands otherwise than when it was taken. */
  readonly isEdited: (path: string, standing: Standing) => boolean
  /** Takes what was read of a file that stood so before. One that could not be read, or was broken by the edit, keeps its last good version (W1). */
  readonly take: (path: string, standing: Standing, read: WorkspaceFile | Problem) => void
  readonly contents: () => ShelfContents
}

/** Sorts as folders are listed, each with what is in it before its next neighbour; runbooks come first. */
const orderOf = (path: string): string => `${isAmongRunbooks(path) ? 0 : 1}${path.replaceAll('/', '\0')}`

/** A README beside runbooks is a page to read, as `nightdesk check` says too. */
function understand(file: WorkspaceFile, fingerprint: string): Entry {
  const runbook = parseRunbook(file)
  const read = isAmongRunbooks(file.path) ? runbook : null
  if (read === null || isOnlyPage(read)) {
    return { fingerprint, document: referenceDocument(runbook), runbook: null, read, problems: file.problems }
  }
  return {
    fingerprint,
    document: runbookDocument(read),
    runbook: read,
    read,
    problems: [...file.problems, ...runbook.problems],
  }
}

const versionOf = ({ read }: Entry, { text }: { readonly text: string }): Version => ({ text, runbook: read })

/** Makes an empty shelf. */
export function createShelf(memory: DocumentMemory): Shelf {
  const entries = new Map<string, Entry>()
  const remembered = (path: string): Entry | undefined => {
    const text = memory.textOf(path)
    return text === null ? undefined : understand({ path, text, problems: [] }, '')
  }
  return {
    keepOnly: (isPresent) => {
      const gone = [...entries.keys()].filter((path) => !isPresent(path))
      for (const path of gone) entries.delete(path)
      return gone.length > 0
    },
    paths: () => [...entries.keys()],
    has: (path) => entries.has(path),
    isEdited: (path, { fingerprint }) => entries.get(path)?.fingerprint !== fingerprint,
    take: (path, standing, read) => {
      const { fingerprint } = standing
      const isText = 'text' in read
      const isKept = isText && !entries.has(path) && memory.holds(path, standing)
      const before = isKept ? undefined : (entries.get(path) ?? remembered(path))
      if (!isText) {
        const problems = [before?.document ? keepsLastVersion(read) : read]
        entries.set(path, { document: null, runbook: null, read: null, ...before, fingerprint, problems })
        return
      }
      const isAsBefore = before?.document?.text === read.text && before.problems.length + read.problems.length === 0
      const now = isAsBefore ? before : understand(read, fingerprint)
      const reason = before?.document && whyNotTaken(path, versionOf(before, before.document), versionOf(now, read))
      entries.set(path, before && reason ? { ...before, fingerprint, problems: [reason] } : { ...now, fingerprint })
      if (!isKept && !reason) memory.keep(path, standing, read.text)
    },
    contents: () => {
      const kept = [...entries]
        .map(([path, entry]) => ({ order: orderOf(path), entry }))
        .toSorted((a, b) => (a.order < b.order ? -1 : 1))
        .map(({ entry }) => entry)
      return {
        runbooks: kept.flatMap(({ runbook }) => runbook ?? []),
        pages: kept.flatMap(({ read }) => read ?? []),
        documents: kept.flatMap(({ document }) => document ?? []),
        problems: kept.flatMap(({ problems }) => problems),
      }
    },
  }
}
