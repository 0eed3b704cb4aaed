import type { Token } from 'markdown-it'

const OF_A_SHELL = /^\s*\{?\.?(?:sh|bash|zsh|shell|console|terminal|session|(?:sh|bash|shell)-?session)\b/i
/** A line that calls something: "relayctl drain", behind a prompt, `sudo` or what is set for it. */
const CALL = /^(?:\$ )?(?:sudo )?(?:[A-Z_]\w*=\S+ )*([a-z][\w.-]+) +[\w./:<>{}$"'-]/
/** A call in a sentence that an option shows to be one. */
const CALL_WITH_OPTION = /^([a-z][\w.-]{2,}|[a-z]\w(?= [a-z])) (?:[\w./:-]+ ){0,3}--?[a-z]/
/** So does a value to fill in: "lsnrctl status <listener>". */
const CALL_WITH_VALUE = /^([a-z][\w.-]{2,}) (?:[\w./:-]+ ){0,3}<[\w .@-]{1,60}>/
/** "Run `relayctl process`." */
const IS_RUN = /\b(?:run|execute)(?: the)? $/i
const CALL_THAT_IS_RUN = /^([a-z][\w.-]{2,}) [a-z-]/
/** What begins a line of a script or of a query, and is no tool. */
const NO_TOOL = new Set(
  'if for while until do done then else elif fi case esac in function return local read exit set unset source select from where and or order group having insert update delete values join left right inner limit with as create drop alter begin commit end log show use the a an this'.split(
    ' ',
  ),
)

/** The tools that a text types itself, in a script or with an option: what is not known here shows itself so (R3). */
export function typedTools(tokens: readonly Token[]): ReadonlySet<string> {
  const tools = new Set<string>()
  const add = (line: string, shape: RegExp): void => {
    const [, tool] = shape.exec(line) ?? []
    if (tool !== undefined && !NO_TOOL.has(tool)) tools.add(tool)
  }
  for (const { type, info, content, children } of tokens) {
    if (type === 'fence' && OF_A_SHELL.test(info)) for (const line of content.split('\n')) add(line, CALL)
    if (type === 'fence' && info.trim() === '') for (const line of content.split('\n')) add(line, CALL_WITH_VALUE)
    for (const [index, child] of (children ?? []).entries()) {
      if (child.type !== 'code_inline') continue
      if (IS_RUN.test(children?.[index - 1]?.content ?? '')) add(child.content, CALL_THAT_IS_RUN)
      add(child.content, CALL_WITH_OPTION)
      add(child.content, CALL_WITH_VALUE)
    }
  }
  return tools
}
