import type { DocumentPlace } from './document-place.ts'

/** Where a relative link in a document leads: into the library, to another file of the workspace, or out of it. */
export type LinkTarget =
  | { readonly kind: 'document'; readonly place: DocumentPlace }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside' }

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The workspace path that a relative one means; null when it climbs out. A leading slash means the workspace. */
function resolved(from: string, path: string): string | null {
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') segments.push(segment)
    else if (segments.pop() === undefined) return null
  }
  return segments.join('/')
}

/** Resolves a link of the document at `from` against the documents there are; a left out `.md` is forgiven. */
export function linkTarget(from: string, href: string, documents: ReadonlySet<string>): LinkTarget {
  const [beforeAnchor = '', ...rest] = href.trim().split('#')
  const anchor = rest.length === 0 ? null : decoded(rest.join('#'))
  const named = decoded(beforeAnchor.split('?')[0] ?? '').replaceAll('\\', '/')
  const path = named === '' ? from : resolved(from, named)
  if (path === null) return { kind: 'outside' }
  const candidates = [path, `${path}.md`, `${path}/index.md`, `${path}/README.md`]
  const found = candidates.find((candidate) => documents.has(candidate))
  if (found === undefined) return { kind: 'file', path }
  return { kind: 'document', place: { path: found, anchor: anchor === '' ? null : anchor } }
}
