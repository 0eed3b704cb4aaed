import { climbsOut, decoded, pathFrom } from '../../shared/kit/relative-path.ts'
import type { DocumentPlace } from './document-place.ts'

/** Where a relative link in a document leads: into the library, to another file of the workspace, or out of it. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly place: DocumentPlace }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside' }

/** Resolves a link of the document at `from` against the documents there are; a left out `.md` is forgiven. */
export function linkTarget(from: string, href: string, documents: ReadonlySet<string>): LinkTarget {
  const [beforeAnchor = '', ...rest] = href.trim().split('#')
  const anchor = rest.length === 0 ? null : decoded(rest.join('#'))
  const named = decoded(beforeAnchor.split('?')[0] ?? '').replaceAll('\\', '/')
  const path = named === '' ? from : pathFrom(from, named)
  if (climbsOut(path)) return { kind: 'outside' }
  const candidates = [path, `${path}.md`, `${path}/index.md`, `${path}/README.md`]
  const found = candidates.find((candidate) => documents.has(candidate))
  if (found === undefined) return { kind: 'file', path }
  return { kind: 'document', place: { path: found, anchor: anchor === '' ? null : anchor } }
}
