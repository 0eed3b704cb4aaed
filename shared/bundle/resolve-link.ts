import { decoded } from '../kit/relative-path.ts'
import { pagesFor, pathsMeant } from '../runbook/text/page-address.ts'
import { plainAnchor } from '../runbook/text/slug.ts'

const FOLLOWED = /^(?:https?|mailto|tel):/i
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i

/** The address of a heading of a document within the copy. */
export const headingAnchor = (anchor: string, slug: string): string => `${anchor}.${slug}`

/**
 * Where links of a document lead in a copy: out by http, https, mailto and tel only (R7), to another document or heading of
 * the copy, and else nowhere: null, and the words stay.
 */
export function linkResolver(
  document: { readonly path: string; readonly anchor: string },
  anchors: ReadonlyMap<string, string>,
): (href: string) => string | null {
  return (given) => {
    const href = given.trim()
    if (FOLLOWED.test(href)) return href
    if (href.startsWith('//')) return `https:${href}`
    if (href === '' || ANY_SCHEME.test(href)) return null
    const [place = '', ...fragments] = href.split('#')
    const slug = plainAnchor(decoded(fragments.join('#')))
    const paths = place === '' ? [document.path] : pathsMeant(document.path, decoded(place.split('?', 1)[0] ?? ''))
    const anchor = paths.flatMap(pagesFor).flatMap((each) => anchors.get(each) ?? [])[0]
    if (anchor === undefined) return null
    return `#${slug === '' ? anchor : headingAnchor(anchor, slug)}`
  }
}
