import { isLongerThan } from '../kit/is-longer-than.ts'
import { isForbiddenCode } from '../runbook/forbidden-code.ts'
import type { ForbiddenCode } from '../runbook/runbook.ts'
import { decodeHtml } from '../runbook/text/html-attribute.ts'
import { warnsOutOfSight } from '../runbook/warns-out-of-sight.ts'
import type { OfflineWords } from './offline-copy.ts'
import { FORBIDDEN, renderMarkdown } from './render-markdown.ts'
import type { MarkupPlace } from './safe-markup.ts'

/** As many as the console shows at first (`renderer/ui/words-beside.tsx`). */
const SHOWN_LINES = 8
/** Two more are not worth a button. */
const LONGEST_SHOWN = SHOWN_LINES + 2

/** Marks the blocks of code in safe markup that are not to be run, known by their own lines: beside a step, the lines of the file are not known. */
function markForbidden(markup: string, forbidden: readonly ForbiddenCode[]): string {
  if (forbidden.length === 0) return markup
  return markup.replace(/<pre\b/g, (tag, at: number) => {
    const inner = markup.slice(at, markup.indexOf('</pre>', at))
    const code = decodeHtml(inner.replace(/<[^>]*>/g, ''))
    return isForbiddenCode(forbidden, code, null) ? `${tag} ${FORBIDDEN}=""` : tag
  })
}

/**
 * Reads what the author says beside the steps of one document (R3.14) as the console shows it there, null where nothing is said. Its headings
 * have no address: those of the full text below have theirs.
 */
export function wordsBeside(
  forbidden: readonly ForbiddenCode[],
  place: MarkupPlace,
): (markdown: string) => OfflineWords | null {
  return (markdown) => {
    if (markdown === '') return null
    const markup = renderMarkdown(markdown, { ...place, anchorOf: () => null })
    if (markup.trim() === '') return null
    const isWarned = {
      below: warnsOutOfSight(markdown, SHOWN_LINES),
      above: warnsOutOfSight(markdown, SHOWN_LINES, true),
    }
    return { markup: markForbidden(markup, forbidden), isLong: isLongerThan(markdown, LONGEST_SHOWN), isWarned }
  }
}
