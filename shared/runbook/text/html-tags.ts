import type { Token } from 'markdown-it'

const TAGS = new Set(
  'a abbr acronym address area article aside audio b base big blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg path table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
)

/** `<pod>`, `<APP_NAME>`, `<your pod>`: words in angle brackets, and no attributes. */
const ONLY_WORDS = /^<([a-z][\w.-]*)(?: [\w.-]+)*>$/i
/** `<pod>`, `</pod>`, `<Tab title="x">`, `<!DOCTYPE html>`, and no `< 5 minutes, or >` or `<https://x.y>`. */
const TAG = /^<(?:[!?]|\/?[a-z][\w.-]*(?::[a-z][\w-]*)?[\s/>])/i
const END_TAG = /<\/[a-z][\w.-]*>/gi

/** Whether what Markdown takes for a tag is something for the reader to fill in: no tag of HTML, and not closed by any of the others around it. */
export function isFilledIn(tag: string, others: ReadonlySet<string>): boolean {
  const name = ONLY_WORDS.exec(tag)?.[1] ?? ''
  return name !== '' && !isKnownTag(name) && !others.has(`</${name}>`)
}

/** Whether HTML knows a tag of that name. */
export function isKnownTag(name: string): boolean {
  return TAGS.has(name.toLowerCase())
}

/** Whether HTML takes what stands from a `<` to a `>` for a tag or a comment; any other `<` is a sign of the text. */
export function isTag(text: string): boolean {
  return TAG.test(text)
}

/** The end tags of a page, of what its parser takes for HTML. */
export function endTagsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { type, content, children } of tokens) {
    if (type === 'html_block') for (const [tag] of content.matchAll(END_TAG)) found.add(tag)
    for (const child of children ?? []) if (child.content.startsWith('</')) found.add(child.content)
  }
  return found
}
