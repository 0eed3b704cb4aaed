import { createHash } from 'node:crypto'
import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'

/** SHA-256 of a text's UTF-8 bytes, in hex: what a run pins (R6). */
export const sha256OfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

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
