/** A tag with its words on the same line: `<Step title="Open it">Turn the key.</Step>`, `{{% notice warning %}}Never twice.{{% /notice %}}`. */
export type OneLineTag = {
  readonly lead: string
  /** The tag alone, as it stands above words on lines of their own. */
  readonly open: string
  readonly text: string
  /** It ends on the line too. */
  readonly isClosed: boolean
}

/** Each of these begins with another character, so that nothing is tried twice. */
const ATTRIBUTES = `(?:"[^"\\n]{0,300}"|'[^'\\n]{0,300}'|\\{[^{}\\n]{0,300}\\}|[^<>"'{\\n]){0,500}`
const COMPONENT = new RegExp(`^(\\s*)(<([A-Za-z][\\w-]{0,40})(?:\\s${ATTRIBUTES})?(?<!/)>)\\s*(\\S[^\\n]*)$`)
const SHORTCODE = /^(\s*)(\{\{[<%]\s*([\w-]{1,40})[^{}\n]{0,500}[>%]\}\})\s*(\S[^\n]*)$/
const LIQUID = /^(\s*)(\{%-?\s*([\w-]{1,40})[^{}%\n]{0,500}-?%\})\s*(\S[^\n]*)$/
const END = /(?:<\/[\w-]{1,40}>|\{\{[<%]\s*\/\s*[\w-]{1,40}\s*[>%]\}\}|\{%-?\s*(?:end|\/)[\w-]{1,40}\s*-?%\})$/

/** Reads a line that begins with a tag and goes on with words; undefined for any other line. */
export function oneLineTag(line: string): OneLineTag | undefined {
  if (!/^\s*[<{]/.test(line)) return undefined
  const [, lead = '', open = '', name = '', rest = ''] =
    COMPONENT.exec(line) ?? SHORTCODE.exec(line) ?? LIQUID.exec(line) ?? []
  const behind = rest.trimEnd()
  const [end = ''] = END.exec(behind) ?? []
  const isClosed = end.replace(/^\{%-?\s*end|[^\w-]+/g, '') === name
  const text = (isClosed ? behind.slice(0, behind.length - end.length) : behind).trim()
  return text === '' ? undefined : { lead, open, text, isClosed }
}
