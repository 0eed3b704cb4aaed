import { rememberedOf } from '../../kit/remembered.ts'
import type { Runbook } from '../runbook.ts'

/** What `#fragment` links can point at in the pages that were read, asked by their path among the files that links lead to. */
export type KnownAnchors = Pick<ReadonlyMap<string, readonly string[]>, 'get'>

/** Page sources into which a site builder puts parts of other files, headings among them. */
const HOLDS_OTHERS = /\{[{%]|--8<--|!include|<!--\s*include|^import\s/im
const PLAIN_MARKDOWN = /\.(?:md|markdown)$/i

/** Whether all headings of a page are known: asked only of pages that a link leads into. */
const isUnderstood = rememberedOf(
  ({ path, text, problems }: Runbook): boolean =>
    PLAIN_MARKDOWN.test(path) &&
    !HOLDS_OTHERS.test(text) &&
    !problems.some(({ rule }) => rule === 'runbook/too-large' || rule === 'runbook/too-deep'),
)

/** The anchors of pages that were read, where all of them are known (R8); `within` is where the pages lie among the files. */
export function knownAnchors(pages: readonly Runbook[], within = ''): KnownAnchors {
  const byPath = new Map(pages.map((page) => [within === '' ? page.path : `${within}/${page.path}`, page]))
  return {
    get: (path) => {
      const page = byPath.get(path)
      return page !== undefined && isUnderstood(page) ? page.anchors : undefined
    },
  }
}
