import type { Inline } from './block.ts'
import { oneLineTag } from './one-line-tags.ts'

const NAMES =
  'note|warning|caution|important|danger|error|tip|hint|info|attention|seealso|see-also|admonition|dropdown|details|topic|sidebar|card|todo|example|question|abstract|success|failure|bug|quote'

/** ```` ```{warning} ```` opens words in a box where other fences open code. */
const DIRECTIVE = new RegExp(`^\\s*(?:\`{3,}|~{3,})\\s*\\{(?:${NAMES})\\}`, 'i')
/** `:::{warning}`, `!!! danger "Mind"`, `> [!NOTE]`, `[CAUTION]` on a line of its own. */
const MARK = new RegExp(
  `^\\s*(?:>\\s*)*(?:(?::{3,}|\`{3,}|~{3,})\\s*\\{?(${NAMES})\\b\\}?|(?:!!!|\\?\\?\\?\\+?)\\s*(${NAMES})(?![^\\s"])|\\[!?(${NAMES})\\])[^\\n]{0,200}$`,
  'i',
)
const ALONE = new RegExp(`^\\s*\\[(?:${NAMES})\\]\\s*$`, 'i')
/** These only say that there is a box. */
const SAYS_NOTHING = /^(?:admonition|dropdown|details|topic|sidebar|card|quote|abstract)$/i

/** "!!! danger "Never twice"", "!!! danger Never twice": behind any name, for authors make their own; small words are classes. */
const ADMONITION =
  /^\s*(?:!!!|\?\?\?\+?)\s*([\w-]+)(?![^\s"])(?:[^"\n]{0,100}"([^\n]{0,300})"|\s+(\p{Lu}[^\n]{0,300}|\S+(?: \S+){3}[^\n]{0,300}))\s*$/u
/** ":::danger[Never twice]{#id}", "::: danger Never twice", "```{danger} Never twice". */
const CONTAINER = new RegExp(
  `^\\s*(?::{3,}|\`{3,}|~{3,})\\s*\\{?(${NAMES})(?![\\w-])\\}?(?:\\s*\\[([^\\n]{1,300})\\]\\s*(?:\\{[^\\n]{0,200})?|\\s*(?:title=)?"([^"\\n]{1,300})"|\\s+([^\\s{][^\\n]{0,300}?)\\s*(?:\\{[^{}\\n]{0,100}\\})?)\\s*$`,
  'i',
)
/** `<Admonition type="danger" title="Never twice">`, `{{% alert title="Never twice" %}}`, `{% hint title="Never twice" %}`: the tag of a box of words. */
const TAG = new RegExp(
  `^\\s*(?:<(?=[A-Z])|\\{\\{[<%]|\\{%-?)\\s*(?:${NAMES}|alert|callout|notice|aside|banner|message)(?![\\w-])[^\\n]{0,300}?\\s(?:title|heading|header)\\s*=\\s*(?:\\{\\s*)?(?:"([^"\\n]{1,300})"|'([^'\\n]{1,300})')[^\\n]{0,300}(?<!/)(?:[>%]\\}\\}|-?%\\}|>)\\s*$`,
  'i',
)
/** `{{% notice warning "Never twice" %}}`, `{{< expand "Never twice" >}}`: what stands behind the kind, or in a box that has none, without its name. */
const SHORTCODE = new RegExp(
  `^\\s*(?:\\{\\{[<%]|\\{%-?)\\s*(?:(?:${NAMES}|alert|callout|notice|aside|banner|message)\\s+["']?([\\w-]{3,20})["']?|expand|details|collapse|collapsible|accordion|spoiler)\\s+(?:"([^"\\n]{1,300})"|'([^'\\n]{1,300})')[^{}\\n]{0,300}(?:[>%]\\}\\}|-?%\\})\\s*$`,
  'i',
)
/** `<Accordion title="Late rings">`: what any component is headed by. */
const COMPONENT =
  /^\s*<[A-Z]\w{0,40}\s[^<>\n]{0,300}?(?<=\s)(?:title|heading|header|summary)\s*=\s*(?:\{\s*)?(?:"([^"\n]{1,300})"|'([^'\n]{1,300})')[^<>\n]{0,300}(?<!\/)>\s*$/
/** `> [!danger] Never twice` */
const QUOTED = /^\s*(?:>\s*)+\[![A-Za-z]+\][+-]?[ \t]+(\S[^\n]{0,300})$/
const IS_NAME = new RegExp(`^(?:${NAMES})$`, 'i')
const TITLE = '\uE0A4'

/** The title of a call-out in the line that opens it; empty where it has none, only says again of what kind it is, or stands on the line of its words. */
export function callOutTitle(line: string): string {
  const [, , ...forms] = ADMONITION.exec(line) ?? CONTAINER.exec(line) ?? []
  const title = (forms.find((form) => form !== undefined) ?? titleInTag(line)).trim()
  return IS_NAME.test(title) ? '' : title
}

/** The title in the tag of a call-out; empty where there is none. */
export function titleInTag(line: string): string {
  if (!/^\s*[<{>]/.test(line) || oneLineTag(line) !== undefined) return ''
  const shortcode = SHORTCODE.exec(line)
  if (shortcode) return shortcode[2] ?? shortcode[3] ?? ''
  const [, ...forms] = TAG.exec(line) ?? QUOTED.exec(line) ?? []
  return forms.find((form) => form !== undefined) ?? ''
}

/** The title in the tag of any component, which needs not be a box; empty where there is none. */
export function titleOfComponent(line: string): string {
  const [, ...forms] = COMPONENT.exec(line) ?? []
  return forms.find((form) => form !== undefined) ?? ''
}

/** The line that opens a call-out as the parser of Markdown is to see it: its title as a heading that `titleOf` knows again, else blank. */
export function titleLine(line: string): string {
  const title = callOutTitle(line) || titleOfComponent(line)
  return title === '' ? '' : `${/^[\s>]*/.exec(line)?.[0] ?? ''}###### ${TITLE}${title}`
}

/** The words of a heading that `titleLine` made: they are those of a paragraph. Undefined for any other heading. */
export function titleOf({ text, prose, ...inline }: Inline): Inline | undefined {
  if (!text.startsWith(TITLE)) return undefined
  return { ...inline, text: text.slice(TITLE.length), prose: prose.slice(TITLE.length) }
}

/** Whether a line opens a box of words that is written like a fence of code. */
export function opensWordsInFence(line: string): boolean {
  return DIRECTIVE.test(line)
}

/** Whether a line is nothing but the mark of a call-out: the words stand in the next one. */
export function isCallOutMark(line: string): boolean {
  return ALONE.test(line)
}

/** The kind that the tag of a call-out tells: `type="danger"`, or its own name. */
const KIND_TOLD = new RegExp(
  `\\b(?:type|style|colou?r|variant|kind|context)\\s*=\\s*["']?(${NAMES})\\b|^\\s*\\{[{%][<%]?-?\\s*\\w+\\s+["']?(${NAMES})["']?\\s+["']`,
  'i',
)
const KIND_OF_TAG = new RegExp(`^\\s*(?:<|(?:>\\s*)+\\[!|\\{\\{[<%]|\\{%-?)\\s*(${NAMES})\\b`, 'i')

/** What a line that opens a call-out says of the words below it: "Warning"; empty for any other line. */
export function callOutOf(line: string): string {
  const found = titleInTag(line) === '' ? MARK.exec(line) : (KIND_TOLD.exec(line) ?? KIND_OF_TAG.exec(line))
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  return name === '' || SAYS_NOTHING.test(name) ? '' : name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
}
