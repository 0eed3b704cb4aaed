/** A tag of a template language: `<%= title %>`, `{{ title }}`, `{% include x %}`, `<?php ... ?>`. */
const TAGS = /<%.{0,300}?%>|<\?.{0,300}?\?>|\{\{.{0,300}?\}\}|\{%.{0,300}?%\}/gs

/** Whether a text is made by a template and holds no word of its own: such a heading says nothing until the site is built (R1). */
export function isOnlyTemplate(text: string): boolean {
  return text.search(TAGS) >= 0 && !/[\p{L}\p{N}]/u.test(text.replace(TAGS, ''))
}

/** What a builder puts around a note: `{{site.data.alerts.callout_info}}`, and what it reads in elsewhere: `{% include x %}`, and a comment of MDX. */
const MARKS =
  /\{\/\*[^\n]{0,1000}?\*\/\}|\{\{-?\s*site\.data\.alerts\.\w{1,40}\s*-?\}\}|\{\{%\s*\/[^\n%]{0,100}%\}\}|\{%[^\n%]{0,300}%\}/g
/** Where a link leads, as a tag tells it: `]({{< relref "x" >}})`, `]({% link x.md %})`, `](<%= url %>)`. */
const TAG_AS_TARGET = /\]\(\s{0,5}(?:\{\{|\{%|<%)[^()\n]{0,300}?(?:\}\}|%\}|%>)[^\s()]{0,200}\s{0,5}\)/g
const CODE_SPAN = /(`{1,3}[^`\n]{1,500}`{1,3})/

/** `]({{< ref "late-data.md" >}})`: the page it leads to. */
const PAGE_AS_TARGET = /\]\(\s{0,5}\{\{[<%]-?\s*(?:rel)?ref\s+["']?([^\s"'{}<>]{1,200})["']?\s*-?[>%]\}\}\s{0,5}\)/g

/** `]({{ site.baseurl }}{% link late-data.md %}#ring)`: the page it leads to. */
const LINK_AS_TARGET =
  /\]\(\s{0,5}(?:\{\{[^{}\n]{0,60}\}\}\s{0,3})?\{%-?\s*(?:link|post_url)\s+([^\s%]{1,200})\s*-?%\}([^\s()]{0,200})\s{0,5}\)/g

/** A line with links to pages as any Markdown reads them. Code is left as it is. */
export function withPagesAsTargets(line: string): string {
  if (!/\]\(\s*\{[{%]/.test(line)) return line
  return line
    .split(CODE_SPAN)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(PAGE_AS_TARGET, ']($1)').replace(LINK_AS_TARGET, ']($1$2)'),
    )
    .join('')
}

/** A line of text without the marks of a site builder, with links that Markdown can read though a tag tells where they lead (R4). Code is left as it is. */
export function withoutTags(line: string): string {
  if (!/\{[{%/]|<%/.test(line)) return line
  return line
    .split(CODE_SPAN)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(TAG_AS_TARGET, (found) => `](${encodeURI(found.slice(2, -1).trim())})`).replace(MARKS, ''),
    )
    .join('')
}
