/** "```{code-block} sh", as MyST and Sphinx write code. */
const DIRECTIVE = /^([\s>]*)(`{3,}|~{3,})\s*\{(?:code-block|code|sourcecode|code-cell)\}[ \t]*([\w#+.-]*)[^\n]*$/
const INFO = /^\s*\{(?:code-block|code|sourcecode|code-cell)\}[ \t]*([\w#+.-]*)/
/** ":linenos:" says how the code is shown. */
const OPTION = /^[\s>]*:([a-z][\w-]{1,30}):(?:\s+(\S.*))?$/
const RULE = /^[\s>]*-{3}\s*$/
const YAML_CAPTION = /^[\s>]*(caption):\s+(\S.*)$/
/** More options than any block has. */
const MOST_OPTIONS = 20

/** How many lines at the beginning of a block of code are its options, with the blank ones behind them, and what they call it. */
export type CodeOptions = { readonly count: number; readonly caption: string | undefined }

/** Reads the options of a block by the words behind its fence and its lines; undefined where it is no such block. */
export function codeOptions(info: string, lines: readonly string[]): CodeOptions | undefined {
  return INFO.test(info) ? optionsIn(lines) : undefined
}

/** "sh" of "{code-block} sh"; undefined for any other fence. */
export const languageOfDirective = (info: string): string | undefined => INFO.exec(info)?.[1]

function optionsIn(lines: readonly string[]): CodeOptions {
  const own = lines.slice(0, MOST_OPTIONS)
  const isYaml = RULE.test(own[0] ?? '')
  const end = isYaml
    ? own.findIndex((line, at) => at > 0 && RULE.test(line)) + 1
    : own.findIndex((line) => !OPTION.test(line))
  const options = end < 0 ? own : own.slice(0, end)
  if (options.length === 0) return { count: 0, caption: undefined }
  const caption = options
    .map((line) => (isYaml ? YAML_CAPTION : OPTION).exec(line))
    .find((found) => found?.[1] === 'caption')?.[2]
  const blank = own.slice(options.length).findIndex((line) => line.trim() !== '')
  return { count: options.length + Math.max(0, blank), caption }
}

/** The lines with code of such a block as any Markdown shows it: `count` lines in the place of the fence and its options, the fence as the last of them. Undefined for any other line. */
export function shownFence(lines: readonly string[], at: number): readonly string[] | undefined {
  const [, lead = '', mark, language = ''] = DIRECTIVE.exec(lines[at] ?? '') ?? []
  if (mark === undefined) return undefined
  const { count, caption } = optionsIn(lines.slice(at + 1, at + 1 + MOST_OPTIONS))
  const fence = `${lead}${mark}${language}`
  if (count === 0) return [fence]
  const first = caption === undefined ? lead.trimEnd() : `${lead}**${caption}**`
  return [first, ...Array.from({ length: count - 1 }, () => lead.trimEnd()), fence]
}
