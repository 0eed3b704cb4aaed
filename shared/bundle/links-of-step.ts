import type { Step } from '../runbook/runbook.ts'
import { withTargets } from '../runbook/text/link-definitions.ts'
import { sourceLines } from '../runbook/text/source-lines.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { MarkupPlace } from './safe-markup.ts'

/** A link that leads somewhere, in safe markup. */
const LINK = /(<a\b[^>]*? href="([^"]*)"[^>]*>)([\s\S]*?)<\/a>/g
const MAY_HOLD_A_LINK = /[[:<]|www\./i

type Link = { readonly href: string; readonly markup: string }

/**
 * Reads where the words of a step itself lead, for the steps of one file: its row is plain text. Each link once, as safe markup, without those that
 * stand beside it (`markup` of what is said there); what they lead to may stand elsewhere in the file.
 */
export function linksOfSteps(
  text: string,
  place: MarkupPlace,
): (step: Pick<Step, 'markdown'>, beside: string) => readonly string[] {
  const lines = sourceLines(text)
  const linksIn = (markup: string): readonly Link[] =>
    [...markup.matchAll(LINK)].flatMap(([, start = '', href = '', inner = '']) => {
      const words = inner.replace(/<[^>]*>/g, '').trim()
      return words === '' ? [] : [{ href, markup: `${start}${words}</a>` }]
    })
  return ({ markdown }, beside) => {
    if (!MAY_HOLD_A_LINK.test(markdown)) return []
    const own = linksIn(renderMarkdown(withTargets(markdown, lines), { ...place, anchorOf: () => null }))
    const taken = new Set(linksIn(beside).map(({ href }) => href))
    return own.flatMap(({ href, markup }) => {
      if (taken.has(href)) return []
      taken.add(href)
      return [markup]
    })
  }
}
