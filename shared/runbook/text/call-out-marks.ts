const NAMES =
  'note|warning|caution|important|danger|error|tip|hint|info|attention|seealso|see-also|admonition|dropdown|details|topic|sidebar|card|todo|example|question|abstract|success|failure|bug|quote'

/** ```` ```{warning} ```` opens words in a box where other fences open code. */
const DIRECTIVE = new RegExp(`^\\s*(?:\`{3,}|~{3,})\\s*\\{(?:${NAMES})\\}`, 'i')
/** `:::{warning}`, `!!! danger "Mind"`, `> [!NOTE]`, `[CAUTION]` on a line of its own. */
const MARK = new RegExp(
  `^\\s*(?:>\\s*)*(?:(?::{3,}|\`{3,}|~{3,})\\s*\\{?(${NAMES})\\b\\}?|(?:!!!|\\?\\?\\?\\+?)\\s*(${NAMES})\\b|\\[!?(${NAMES})\\])[^\\n]{0,200}$`,
  'i',
)
const ALONE = new RegExp(`^\\s*\\[(?:${NAMES})\\]\\s*$`, 'i')
/** These only say that there is a box. */
const SAYS_NOTHING = /^(?:admonition|dropdown|details|topic|sidebar|card|quote|abstract)$/i

/** Whether a line opens a box of words that is written like a fence of code. */
export function opensWordsInFence(line: string): boolean {
  return DIRECTIVE.test(line)
}

/** Whether a line is nothing but the mark of a call-out: the words stand in the next one. */
export function isCallOutMark(line: string): boolean {
  return ALONE.test(line)
}

/** What a line that opens a call-out says of the words below it: "Warning"; empty for any other line. */
export function callOutOf(line: string): string {
  const found = MARK.exec(line)
  const name = found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
  return name === '' || SAYS_NOTHING.test(name) ? '' : name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
}
