import { climbsOut, decoded } from '../../shared/kit/relative-path.ts'
import { pagesFor, pathsMeant } from '../../shared/runbook/text/page-address.ts'
import type { DocumentPlace } from './document-place.ts'

/** Where a relative link in a document leads: into the library, to another file of the workspace, or out of it. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly place: DocumentPlace }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside' }

/** Resolves a link of the document at `from` against the documents there are; the address of the page that a site builder makes of one leads to it, too. */
export function linkTarget(from: string, href: string, documents: ReadonlySet<string>): LinkTarget {
  const [beforeAnchor = '', ...rest] = href.trim().split('#')
  const anchor = rest.length === 0 ? null : decoded(rest.join('#'))
  const named = decoded(beforeAnchor.split('?')[0] ?? '').replaceAll('\\', '/')
  const paths = named === '' ? [from] : pathsMeant(from, named)
  const found = paths.flatMap(pagesFor).find((candidate) => documents.has(candidate))
  const [path = from] = paths
  if (found === undefined) return climbsOut(path) ? { kind: 'outside' } : { kind: 'file', path }
  return { kind: 'document', place: { path: found, anchor: anchor === '' ? null : anchor } }
}
