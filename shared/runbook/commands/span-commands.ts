import { runsInAnotherLanguage } from '../languages/foreign-mood.ts'
import type { Command } from '../runbook.ts'
import type { Block, Inline, ListBlock, ListItem } from '../text/block.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import { beginOfChoice, MOST_CODES, placeOf, placesOf } from './code-places.ts'
import { inlineCommand, isCallInAConsole, isShellCommand, namesACall, SMALL_WORDS } from './command-lines.ts'
import { METHODS } from './command-words.ts'
import { isOnlyNamed } from './only-named.ts'

/** Commands without those that stand among them already: a sentence may name one twice. */
export function onlyOnce(commands: readonly Command[]): Command[] {
  const seen = new Set<string>()
  return commands.filter(({ text }) => seen.size < seen.add(text).size)
}

/** Code spans of paragraphs that are whole commands. */
export function spanCommands(blocks: readonly Block[]): Command[] {
  return onlyOnce(blocks.flatMap((block) => (block.type === 'paragraph' ? commandsIn(block.inline, block.line) : [])))
}

const known = new WeakMap<Inline, { readonly firstLine: number; readonly commands: readonly Command[] }>()

/** The code spans of a text that are whole commands; `firstLine` is the one it begins on. */
export function commandsIn(inline: Inline, firstLine: number): readonly Command[] {
  const found = known.get(inline)
  if (found?.firstLine === firstLine) return found.commands
  const commands = readCommandsIn(inline, firstLine)
  known.set(inline, { firstLine, commands })
  return commands
}

function readCommandsIn(inline: Inline, firstLine: number): readonly Command[] {
  const { text } = inline
  const named = new Set<string>()
  const places = placesOf(inline)
  return inline.codes.flatMap((code, index) => {
    const at = places[index] ?? -1
    if (isOnlyNamed(inline, code, at)) {
      named.add(code)
      return []
    }
    // "Never run `relayctl drop` before noon. Then run `relayctl drop`": what was only named must be told to be run.
    if (named.has(code) && !IS_RUN.test(text.slice(Math.max(0, at - 60), at))) return []
    const line = inline.codeLines?.get(code) ?? firstLine
    const whole = withOptions(inline, code)
    if (whole === code && lacksOption(code, inline.codes)) return []
    const command = inlineCommand(whole, line) ?? requestIn(inline, whole, line) ?? runIn(inline, code, line)
    return command === undefined || isWatched(inline, command) ? [] : command
  })
}

/** "`GET /health`: look at the backlog", "Call `POST /drain`": what the words begin with, or are told to send. */
function requestIn(inline: Inline, code: string, line: number): Command | undefined {
  if (!IS_A_REQUEST.test(code)) return undefined
  const { text } = inline
  const at = placeOf(inline, code)
  if (at < 0) return undefined
  const before = text.slice(Math.max(0, at - 40), at)
  return at === 0 || SENDS.test(before) ? { language: 'http', text: code, line } : undefined
}

const IS_A_REQUEST = new RegExp(`^(?:${METHODS}) (?:https?://|/)\\S+`)
const SENDS =
  /(?:^|\b)(?:call|hit|send|curl|request|check|query|run|execute|use|using|via|with|to|endpoint|api|route)(?: an?| the)? $|[:\uFF1A] $/i

/** "run `relay.py` with `--force`" */
function withOptions({ text, codes }: Inline, code: string): string {
  if (codes.length < 2 || codes.length > MOST_CODES || !/[\s/.]/.test(code) || IS_SETTINGS_FILE.test(code)) return code
  const options = codes.filter((other) => ONLY_AN_OPTION.test(other))
  let behind = text.slice(text.indexOf(code) + code.length)
  let whole = code
  for (let leads = ADDS_OPTION; ; leads = AND) {
    const rest = behind.replace(leads, '')
    const option = rest === behind ? undefined : options.find((other) => rest.startsWith(other))
    if (option === undefined) return whole
    whole += ` ${option}`
    behind = rest.slice(option.length)
  }
}

const ADDS_OPTION = /^ (?:again )?(?:with|using|plus)(?: (?:the|an?|its))?(?: (?:flags?|options?|arguments?|switch))? /
const AND = /^(?:,? and(?: the)?|,) /

/** Of "`relay_errors_total{ring="b"}` is rising" the query is what the sentence tells of. */
function isWatched(inline: Inline, { language, text: query }: Command): boolean {
  if (language !== 'promql') return false
  const { text } = inline
  if (NAMES_AN_ALERT.test(text)) return true
  const at = placeOf(inline, query)
  const before = /(?:[^.!?]|[.!?](?! ))*$/.exec(text.slice(Math.max(0, at - LONGEST_SAID), at))?.[0].trim() ?? ''
  if (ONLY_LABELS.test(query) && IS_SAID_TO_BE.test(before)) return true
  const [behind = ''] = text.slice(at + query.length, at + query.length + LONGEST_SAID).split(/[.!?](?: |$)/)
  const tells = IS_TOLD_OF.test(behind) || (before === '' && behind.split(' ').length > 3)
  return tells && !asksForAction(`${before} ${query}${behind}`)
}

/** "Alert rule: ring full (`ring_size{ring="b"} > 3`)" */
const NAMES_AN_ALERT =
  /^(?:alert(?:ing)?(?: rules?| name| expression)?|expr(?:ession)?|conditions?|thresholds?|triggers?)\s*[:\uFF1A]/i

/** "The selector should be `{ring="b"}`" tells what stands in a query. */
const ONLY_LABELS = /^\{[^{}]*\}$/
const IS_SAID_TO_BE = /(?<!\b(?:query|search|filter)(?: \w+)? )\b(?:be|is|are|was|becomes?|reads?|from|to|into|as)$/i

const LONGEST_SAID = 300
const IS_TOLD_OF = /^ (?:(?:is|are|was|has|stays|keeps|exceeds|[a-z]+s)\b|[<>=])/

/** "by running `jps`": what is run is a command, whatever its name; so is what calls a tool that the text types elsewhere. */
function runIn(inline: Inline, code: string, line: number): Command | undefined {
  const { text, codes, calls } = inline
  const at = placeOf(inline, code)
  const begin = codes.length < MOST_CODES ? beginOfChoice(text, codes, at) : at
  if (begin < 0) return undefined
  const before = text.slice(Math.max(0, begin - 60), begin)
  const behind = text.slice(at + code.length)
  const isOfTheText = calls?.has(code) === true && !namesACall(code) && !LACKS_AN_OBJECT.test(code)
  const isCall = isUnknownCall(code) || isOfTheText
  const isCalled = IS_RUNNABLE_CALL.test(code) && !IS_SETTINGS_FILE.test(code)
  if (isCalled && runsInAnotherLanguage(before, behind.slice(0, 60)) && isInOrder(text, code))
    return { language: 'sh', text: code.trim(), line }
  const isMeant =
    (IS_MEANS.test(before) &&
      (isCall || (code.trim().includes(' ') && CALLS_IT_A_COMMAND.test(before) && !namesACall(code)))) ||
    (IS_MEANS.test(before) && IS_FUNCTION.test(code)) ||
    (isOfTheText && IS_LOOKED_AT.test(before))
  const isRun =
    !IS_SETTINGS_FILE.test(code) &&
    IS_RUN.test(before) &&
    (IS_DONE.test(behind) || isCalledACommand(code, behind)) &&
    RUNNABLE.test(code)
  if (IS_A_QUERY_OF_LOGS.test(code) && (CALLED_A_QUERY.test(behind) || IS_QUERIED.test(before)))
    return { language: 'text', text: code.trim(), line }
  if (IS_CALLED_OF_A_CLASS.test(code) && IS_RUN.test(before)) return { language: 'text', text: code.trim(), line }
  return isMeant || isRun ? { language: 'sh', text: code.trim(), line } : undefined
}

/** Whether the sentence in which code stands asks for something: "系统会自动执行 `relayctl open`" only tells. */
const isInOrder = (text: string, code: string): boolean =>
  asksForAction(sentencesOf(text).find((sentence) => sentence.includes(code)) ?? '')

/** A call of two words or more, of whatever tool: "Führe `relayctl open` aus". */
const IS_RUNNABLE_CALL = /^(?:\.{0,2}\/)?[a-z][\w./-]* [^\s.,;:][^.,;:]*$/

/** "Get the ring: `relayctl ring show b`", "Inspect `relayctl status`" */
const IS_LOOKED_AT =
  /[:\uFF1A] $|(?:^|[.;:] |\b(?:then|and|first),? )(?:inspect|check|review|read|watch|consult|query)(?: (?:the )?output of)? $/i
/** "via `relayctl curl`" */
const LACKS_AN_OBJECT =
  /^[\w.-]+ (?:curl|exec|get|describe|edit|apply|delete|create|scale|cp|set|put|rm|restore|import)$/

/** "use `@ring: b` for the query" */
const IS_A_QUERY_OF_LOGS = /^@?[\w.]+ ?[:=] ?\S/
const CALLED_A_QUERY = /^ (?:for|as|in) (?:the|a|your) (?:\w+ )?(?:query|filter|search)\b/i

/** "Query for `level=error ring="b"`" */
const IS_QUERIED = /\b(?:query|search|filter)(?: (?:the )?(?:logs|events|results))? (?:for|by|with|using):? $/i

/** Of "Run `relayctl ring repair` command" several words are whole, of "Run the `jps` utility" one is. */
function isCalledACommand(code: string, behind: string): boolean {
  return (
    /^ (?:utility|tool)\b/i.test(behind) || (code.trim().includes(' ') && /^ (?:command|script|query)\b/i.test(behind))
  )
}

const IS_RUN =
  /(?<!\b(?:after|if you|when|while|before|not|never|is|are|be)(?: \w+)? )\b(?:run(?:ning)?|execut(?:e|ing)|type)(?:(?: the| this| that)?(?: following)?(?: (?:command|script|query))?:?)? $/i
/** "Restore it with `ringctl restore <ring>`": a tool that is not known here, with what it does and what it does it to. */
const IS_MEANS =
  /(?<!\b(?:after|if you|when|while|not|never|is|are)(?: \w+)? )\b(?:run(?:ning)?|execut(?:e|ing)|type|us(?:e|ing)|with|via)(?: the| this)?(?: following)?(?:(?: [\w-]+){0,2} (?:command|script))?:? $/i
/** "using `ring_close('b')`" */
const IS_FUNCTION = /^[a-z]\w*_\w+\([^()\s][^()]*\);?$/
/** "Run `RefillRings.perform_now`": for the console of a language. */
const IS_CALLED_OF_A_CLASS = /^[A-Z]\w*(?:::[A-Z]\w*)*\.[a-z]+(?:_[a-z]+)+[!?]?$/
const CALLS_IT_A_COMMAND = /\bcommand:? $/i
const isUnknownCall = (code: string): boolean =>
  (IS_CALL.test(code) || isCallInAConsole(code)) && !/[.,;:]$/.test(code) && !isShellCommand(code)
const IS_CALL =
  /^(?:[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)* (?:[a-z][\w:-]* ){0,3}(?:<[\w -]+>|\{[\w|-]+\}|\$\w+|--?[a-z])|[a-z][\w-]*(?:ctl|adm|admin|tool|-cli) [a-z])/
/** Playbooks and manifests are run by something else. */
const IS_SETTINGS_FILE = /^\S+\.(?:ya?ml|json|toml|tf|md|xml|ini|conf)$/
/** What may follow a command that is run; a noun makes it a name, as in "run `etcdctl` commands". */
const IS_DONE = /^\s*(?:[.,;:)]|$|(?:to|and|on|in|from|with|against|again|as|for|or|until|inside|via|manually)\b)/
/** `INFO` is asked of a console; `EXPLAIN` is nothing without its query. */
const RUNNABLE =
  /^(?![a-z]+[A-Z]\w*$)(?:\\[a-z]{1,8}\+?(?: \S+)?$|^(?:\.{0,2}\/)?(?:[a-z][\w./-]*|(?!EXPLAIN$|PRAGMA )[A-Z]{3,})(?: \S.*)?$)/

/** Of few pieces of code in a sentence one is an option alone: then a tool beside it is not what one types. */
function lacksOption(code: string, codes: readonly string[]): boolean {
  return codes.length < 5 && BARE_TOOL.test(code.trim()) && codes.some((other) => ONLY_AN_OPTION.test(other))
}

/** A tool with what it does and nothing it does it to. */
const BARE_TOOL = /^[\w.-]+ [\w-]+$/
const ONLY_AN_OPTION = /^--?[\w-]+(?:[ =]\S+)?$/

/**
 * The items of a list that are nothing but code, and commands whatever their tool: where most of the list are whole commands alone, beside as many items with a command what has the shape of a
 * call, and what calls the tool that the words `above` say to use ("Give it the ring by hand, using `ringctl`").
 */
export function listedCalls({ items }: ListBlock, above?: Inline): ReadonlyMap<ListItem, Command> {
  const codes = items.flatMap((item) => {
    const code = onlyCode(item) ?? codeInFront(item)
    return code === undefined ? [] : { item, code, isKnown: inlineCommand(code, item.line) !== undefined }
  })
  const unknown = codes.filter(({ code, isKnown }) => !isKnown && OF_SEVERAL_WORDS.test(code))
  if (unknown.length === 0) return new Map()
  const known = codes.filter(({ isKnown }) => isKnown).length
  const areMost = known > 0 && known * 2 >= items.length
  const areAsMany = items.filter(({ blocks }) => spanCommands(blocks).length > 0).length >= unknown.length
  const isCall = (code: string): boolean =>
    areMost ||
    (!namesACall(code) &&
      ((areAsMany && SHOWS_A_CALL.test(code) && !SMALL_WORDS.test(code)) || usesToolOf(code, above)))
  return new Map(
    unknown
      .filter(({ code }) => isCall(code))
      .map(({ item, code }) => [item, { language: 'sh', text: code, line: item.line }]),
  )
}

const OF_SEVERAL_WORDS = /^[a-z][\w./-]* \S/
/** "ringsh use ring-b": a sign that words of a text seldom have, and no end of a sentence. */
const SHOWS_A_CALL = /^[a-z][\w./-]* (?=.*(?:[\w}][-=/_][\w${]|[<$]))(?!.*[.!?,;:]$)/

/** Whether an order ends in the tool of a call, as the means to carry it out. */
function usesToolOf(code: string, above: Inline | undefined): boolean {
  const tool = code.slice(0, code.indexOf(' '))
  if (above?.codes.at(-1) !== tool || !asksForAction(above.prose)) return false
  const at = above.text.lastIndexOf(tool)
  return (
    IS_MEANS.test(above.text.slice(Math.max(0, at - 60), at)) &&
    /^\s*[.:\uFF1A]?$/.test(above.text.slice(at + tool.length))
  )
}

/** "`ringsh use ring-b` Opens the ring": the code that an item begins with, in front of what it is for. */
function codeInFront({ blocks }: ListItem): string | undefined {
  const [only] = blocks
  if (blocks.length !== 1 || only?.type !== 'paragraph') return undefined
  const { text, codes } = only.inline
  const [code = ''] = codes
  return codes.length === 1 && text.startsWith(code) && TELLS_WHAT_FOR.test(text.slice(code.length)) ? code : undefined
}

const TELLS_WHAT_FOR = /^(?: [-\u2013\u2014]|[:\uFF1A])? \p{Lu}\p{Ll}+ \p{Ll}/u

/** The code of an item that is nothing else. */
export function onlyCode({ blocks }: ListItem): string | undefined {
  const [only] = blocks
  if (blocks.length !== 1 || only?.type !== 'paragraph') return undefined
  const { text, codes } = only.inline
  return codes.length === 1 && codes[0]?.trim() === text ? text : undefined
}

/**
 * Commands of a sentence without those that the code below it gives in full, though with more words between theirs: they name it. So does one that `words` have among others
 * in brackets: "Restore it (drops the ring with `relayctl drop --all`, then fills it):".
 */
export function withoutNames(spans: readonly Command[], below: readonly Command[], words = ''): readonly Command[] {
  if (below.length === 0) return spans
  const brackets = (words.match(IN_BRACKETS) ?? []).filter((bracket) => !asksForAction(bracket.slice(1, -1)))
  return spans.filter(
    ({ text }) =>
      !below.some((command) => saysInOrder(command.text, text)) &&
      !isOneOfAKind(text, below, words) &&
      !brackets.some((bracket) => bracket.includes(text) && bracket.length > text.length + MARKS),
  )
}

/** Whether some words name code by its kind, and a command below them does that: "Perform an unconstrained `relayctl plan`:" above "rl plan ring". */
export function isOneOfAKind(code: string, below: readonly Command[], words: string): boolean {
  const at = words.indexOf(code)
  return at > 0 && OF_A_KIND.test(words.slice(Math.max(0, at - 60), at)) && below.some(({ text }) => doesAs(text, code))
}

const OF_A_KIND = /\ban?(?: [a-z-]+){0,2} $/i

/** Whether a command does what another one says, with a tool of whatever name: "rl plan ring" as "relayctl plan". */
function doesAs(command: string, other: string): boolean {
  const act = other.replace(/^\S+\s*/, '')
  return act !== '' && saysInOrder(command, act)
}

const IN_BRACKETS = /\([^()]{1,300}\)/g
const MARKS = '()'.length

/** Whether a text has all words of another one in their order: "relayctl -n b ring drain --all" those of "relayctl ring drain"; behind a console's own call also filled in. */
function saysInOrder(text: string, other: string): boolean {
  if (text.includes(other)) return true
  const words = other.split(/\s+/)
  const mayBeFilled = !text.replace(/^sudo /, '').startsWith(`${words[0]} `)
  let found = 0
  for (const word of text.split(/\s+/)) {
    if (word === words[found] || (found === 0 && word.endsWith(`/${words[0]}`))) found += 1
    else if (found > 1 && mayBeFilled && IS_A_PLACE.test(words[found] ?? '')) found += 1
  }
  return found === words.length
}
const IS_A_PLACE = /^<[^<>]+>$/
