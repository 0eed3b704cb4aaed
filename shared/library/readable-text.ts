/** The marks that begin a line of Markdown: quotes, lists, boxes, headings, notes of site builders. */
const LINE_MARKS =
  /^(?:[ \t]*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|#{1,6}(?=\s|$)|\[[ xX]\](?=\s)|(?:!!!|\?\?\?\+?|:::+)(?=\s|\w|$)|\[![A-Za-z]+\][+-]?(?=\s|$)))+/
/** The line that begins or ends a block of code, in a list or a quote as well. */
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})[^`]*$/
/** Lines that draw: below a heading, between rows of a table, between parts. */
const DRAWN = /^[ \t>]*[|:=_*-][|:=_* \t-]{2,}$/
/** What a site builder fills in or leaves out: `{{< relref "x" >}}`, `{% include x %}`, comments. */
const BUILDER = /\{\{[<%][^\n]{0,300}?[>%]\}\}|\{%[^\n]{0,300}?%\}|<!--[^\n]{0,1000}?-->/g
/** Tags of HTML; other words in angle brackets are for the reader to fill in. */
const TAG =
  /<\/?(?:a|b|blockquote|br|center|code|dd|details|div|dl|dt|em|font|h[1-6]|head|hr|i|img|kbd|li|link|meta|ol|p|pre|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:[ \t][^<>\n]{0,500})?\/?>/gi
/** Where a link leads, behind its words; and what begins the words. */
const TARGET = /(?<=\])\([^()\n]{0,500}(?:\([^()\n]{0,100}\)[^()\n]{0,300})?\)/g
const BRACKETS = /!?\[(?=[^\][\n]{0,300}\] {2})|(?<=\[[^\][\n]{0,300})\](?= {2})/g

const blank = (text: string): string => ' '.repeat(text.length)

/** Blanks what a pattern finds outside of code in a line. */
function blanker(pattern: RegExp): (line: string) => string {
  const orCode = new RegExp(`(\`{1,3}[^\`\\n]{1,500}\`{1,3})|${pattern.source}`, pattern.flags)
  return (line) => line.replace(orCode, (found, code?: string) => code ?? blank(found))
}
const withoutTags = [BUILDER, TAG].map(blanker)
const withoutLinks = [TARGET, BRACKETS].map(blanker)

function withoutInlineMarks(text: string): string {
  if (!/[[{<]/.test(text)) return text
  const plain = withoutTags.reduce((line, without) => without(line), text)
  return plain.includes('](') ? withoutLinks.reduce((line, without) => without(line), plain) : plain
}

/**
 * A text with spaces where its marks of Markdown, HTML and site builders stand, so that every word is where it was. Code is left as it
 * is, without the lines around it. Good for quoting; not for reading what the text means.
 */
export function readableText(text: string): string {
  let fence = ''
  return text
    .split(/(?<=\n|\r(?!\n))/)
    .map((line) => {
      const content = line.replace(/[\r\n]{1,2}$/, '')
      const mark = FENCE.exec(content)?.[1] ?? ''
      const end = line.slice(content.length)
      if (fence !== '') {
        if (!mark.startsWith(fence) || content.trim().replace(/^[>\s]+/, '') !== mark) return line
        fence = ''
        return blank(content) + end
      }
      if (mark !== '') fence = mark
      if (mark !== '' || DRAWN.test(content)) return blank(content) + end
      return withoutInlineMarks(content.replace(LINE_MARKS, blank)) + end
    })
    .join('')
}
