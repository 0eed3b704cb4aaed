import { createHash } from 'node:crypto'
import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { withoutEnding } from '../../shared/runbook/text/runbook-file.ts'

/** SHA-256 of a text's UTF-8 bytes, in hex: what a run pins (R6). */
export const sha256OfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Whether a file lies where runbooks do. */
export const isAmongRunbooks = (path: string): boolean => path.startsWith('runbooks/')

/** A runbook as a document of the library. */
export const runbookDocument = (runbook: Runbook): LibraryDocument => ({
  kind: 'runbook',
  path: runbook.path,
  title: runbook.title,
  pipeline: runbook.frontMatter.pipeline ?? null,
  owner: runbook.frontMatter.owner ?? null,
  lastVerified: runbook.frontMatter.lastVerified ?? null,
  tags: runbook.scenarios.map(({ title }) => title),
  text: runbook.text,
  sha256: sha256OfText(runbook.text),
})

/** A page that is no runbook, as a document of the reference shelf; its title is found the way a runbook's is. */
export function referenceDocument({ path, title, text }: Pick<Runbook, 'path' | 'title' | 'text'>): LibraryDocument {
  const base = { kind: 'reference', path, title, pipeline: null, owner: null, lastVerified: null } as const
  return { ...base, tags: [], text, sha256: sha256OfText(text) }
}

const FRONT_MATTER = /^\uFEFF?(---|\+\+\+)\r?\n[\s\S]*?\n\1[ \t]*(?:\r?\n|$)/
const TOP_HEADING = /^ {0,3}#[ \t]+(\S.*)$/m

/**
 * A file as a document before it is understood, for the seconds after a start: by its first heading, or its file's name. What it says else is known once
 * it was read as a runbook.
 */
export function unreadDocument({ path, text }: Pick<Runbook, 'path' | 'text'>): LibraryDocument {
  const heading = TOP_HEADING.exec(text.replace(FRONT_MATTER, ''))?.[1]
    ?.replace(/[ \t]#+[ \t]*$/, '')
    .trim()
  const title = heading ?? withoutEnding(path.split('/').at(-1) ?? path)
  return { ...referenceDocument({ path, title, text }), kind: isAmongRunbooks(path) ? 'runbook' : 'reference' }
}
