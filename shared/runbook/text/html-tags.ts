const TAGS = new Set(
  'a abbr acronym address area article aside audio b base big blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select slot small source span strike strong style sub summary sup svg path table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(
    ' ',
  ),
)

/** `<pod>`, `<APP_NAME>`, `<your pod>`: words in angle brackets, and no attributes. */
const ONLY_WORDS = /^<([a-z][\w.-]*)(?: [\w.-]+)*>$/i
/** `<TabItem>`: a component of a site builder. */
const COMPONENT = /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)*$/

/** Whether what Markdown takes for a tag is something for the reader to fill in: no tag of HTML, and not closed by any of the others around it. */
export function isFilledIn(tag: string, others: ReadonlySet<string>): boolean {
  const name = ONLY_WORDS.exec(tag)?.[1] ?? ''
  return name !== '' && !TAGS.has(name.toLowerCase()) && !COMPONENT.test(name) && !others.has(`</${name}>`)
}
