import type { Command } from '../runbook.ts'
import type { CodeBlock } from '../text/block.ts'
import { continues, isBareCommand, isCall, isShellCommand, isToolLine, isUnknownCall, REMARK } from './command-lines.ts'
import { openQuote } from './open-lines.ts'

/** The names of columns above what a tool lists. */
const COLUMN_NAMES = /^[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)?(?:\s{2,}[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)*)+\s*$/
/** "web-0   1/1   Running", "pod "web-0" deleted", "deployment.apps/web scaled", "created key [08b2]". */
const TOLD_OF_A_THING =
  /^\S+\s+\d+\/\d+\s+[A-Z]\w+|^[a-z]+(?:\.[\w.]+)?(?:\/\S+| "\S+") (?:created|deleted|configured|patched|scaled|restarted|unchanged|evicted|cordoned|uncordoned|drained|labeled|annotated|edited)\b|^(?:created|deleted|updated|activated|enabled|disabled|revoked|removed|added|uploaded)(?: [a-z]+){0,4} \[[^\]\n]+\]/
/** A name and nothing else, as a tool lists them. */
const ONLY_A_NAME = /^\s*[\w.:/@]*[\d.-][\w.:/@-]*\s*$/
/** A listing of files: "total 4", "drwxr-xr-x 2 root". */
const LISTED_FILES = /^total \d+\S?$|^[-dlcbps](?:[r-][w-][xsStT-]){3}[.+@]?\s/
/** Fields set far apart, at least three on a line; an aligned remark at the end is no field. */
const ROW = /^[^#\s][^#]*?\S {2,}[^\s#][^#]*? {2,}[^\s#-]/
/** The hash that a thing is known by, in front of what is told of it. */
const HASH = /^[0-9a-f]{32,64}(?:\s|$)/
/** "relay.example.org. 300 IN TXT "b"": a record of a name server. */
const NAME_RECORD = /^[\w*-]+(?:\.[\w-]+)+\.?\s+(?:\d+\s+)?(?:IN\s+)?(?:A|AAAA|CNAME|MX|NS|PTR|SOA|SRV|TXT)(?:\s|$)/
/** "Status: ok", "Last seen: never": what a tool tells of a thing. */
const TOLD_FIELD = /^[A-Za-z][\w./-]{0,40}(?: [\w./()-]{1,30}){0,4}:(?:\s+\S|$)/
/** A sentence of a tool: "Error from server", "No resources found". */
const TOLD_SENTENCE = /^[A-Z][a-z']+,?(?: [\w'"./()-]+)+/
/** A number, an object, a mark in front of a unit: none of it is typed. */
const TOLD_VALUE =
  /^(?:\.{1,3}|[\d.,]+ ?[%A-Za-z]{0,3}|\d{3,} [A-Z]\w+|true|false|null)$|^\((?:integer|nil|empty|error|\d+ rows?)\b|^["{}[\]●○✓✔✗×└├│]/
/** "=> true": what a console of a language answers. */
const ANSWER = /^\s*=> ?\S/
/** A line below what it belongs to, in a tree that a tool draws. */
const BRANCH = /^\s*[\u2514\u251C]/
/** The line that a table draws below the names of its columns. */
const RULE = /^\s*[+|]?[-=]{3,}[-=+| ]*$/
const TABLE_OR_OBJECT =
  /^(?:HTTP\/|\(\d+,\d+\) +\||at [\w.$]+\(|[|+][-=|+ ]|[{}[\]<]|[A-Z][A-Z_()/%-]*(?: [A-Z_()/%-]+)?\s{2,}[A-Z])/
/** Lines of a log, whatever language the block claims to be of, and samples of a metric with their value. */
const LOG_LINE =
  /^(?:[a-zA-Z_:][\w:]*\{[^}\n]*\}\s+(?:=\s*)?-?\d[\d.e+]*$|\[?\d{4}[-/]\d\d[-/]\d\d[T _]|\[?\d\d:\d\d:\d\d|<\d{1,3}>|##\[|\[?(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG|PANIC|CRITICAL)\b|[IWEF]\d{4} \d\d:|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\w+\.go:\d+\]|Traceback \(|Caused by:(?: |$)|(?:\w+\.)*\w*(?:Error|Exception): |(?:fatal|panic): |(?:level|lvl|time|ts|err|error|msg|caller|severity)=(?:["'][^"'\n]* |["'\w][^\s"']*["']? ))/
/** What holds further lines together: loops, functions, texts typed into a command. */
const HOLDS_LINES = /^\s*(?:for|while|until|if|case|function|select)\b|[{(]\s*$|<<-?\s*["']?\w|\b(?:do|then)\s*$/

/** `ring_size{ring="b"} 7`: what a query of metrics is answered. */
const SAMPLE = /^\s*[a-zA-Z_:][\w:]*\{[^}\n]*\}\s+(?:=>?\s*)?-?\d[\d.e+]*\s*$/
const isSample = (line: string): boolean => line.includes('} ') && SAMPLE.test(line)

/** What a shell is told and no tool prints: a test, a program in quotes, what is done together, a file that is read, what gets its type. */
const SHELL_SYNTAX =
  /^\[{1,2} (?:(?:! )?-[a-z] |\S+ (?:[=!]?=~?|[<>]|-[a-z]{2}) ).*? \]{1,2}(?:$|\s*[;&|#])|^(["'])[$/.~][^"'\n]*\1(?: [^\s:,]|$)|^\{ .*; \}|^\((?=cd |.*&& ).*\)$|^<[\w/~$-]*[./$][\w./~$-]* [a-z][^<>]*$|^\[[\w.]+\]\$\w/

/** Whether a line is one of a log. */
export function isLogLine(line: string): boolean {
  return LOG_LINE.test(line)
}

/** Whether a line stands above a row that a console of a database prints field by field. */
export function isExpandedRow(line: string): boolean {
  return /^-\[ RECORD \d/.test(line)
}

/** Whether a line is of a table, an object, a stack, a record of a name server, a listing by hashes or an answer of HTTP. */
export function isTableOrObject(line: string): boolean {
  return [TABLE_OR_OBJECT, NAME_RECORD, HASH].some((shape) => shape.test(line)) || isExpandedRow(line)
}

/** "√ the ring is open", "× it is late": what a tool answers for each of its checks. */
const CHECKED = /^\s*[\u221A\u203C\u2713\u2714\u2717\u2718\u00D7\u2705\u274C] ?\S/

/** Whether a block begins with the names of the columns of a listing, with names above the rule of a table, or with a name that is underlined above what was checked. */
export function beginsWithColumns({ text }: CodeBlock): boolean {
  const [first = '', second = '', third = ''] = text.split('\n', 40).filter((line) => line.trim() !== '')
  return (
    CHECKED.test(first) ||
    (RULE.test(second) && CHECKED.test(third)) ||
    COLUMN_NAMES.test(first.trimStart()) ||
    (RULE.test(second) && /\S\s*\|\s*\S|\S {2,}\S|^\s*[A-Z][\w:.]*\s*$/.test(first) && !isShellCommand(first))
  )
}

const SENTENCE = /^\s*[\p{Lu}][^$=;<>\\]{25,}[.?!]\s*$/u
/** The name of a file that is looked at or edited, and run by nobody; a folder above what it holds ("/var/backups:"). */
const FILE =
  /^\s*(?:[\w.<>{}$*-]*\/)+[\w.<>{}$*-]+\.(?:conf|cfg|cnf|ini|ya?ml|json|toml|xml|properties|log|txt|md|csv|pem|crt|key|env)\s*$/
/** A path from the root, of something that no shell runs by its name. */
const PATH = /^\s*\/(?!(?:\S*\/)?(?:s?bin|init\.d)\/)[\w.<>{}$*:/-]+(?<!\.(?:sh|bash|py|rb|pl|exe|bat))\s*$/
const FOLDER = /^\s*(?:\/[\w.<>{}$*-]+)+\/?:\s*$/
const FIELD_OF_AN_OBJECT = /^\s*"[\w.-]+"\s*:\s/

/** Whether a block is nothing but the names of files that one looks at or edits. */
export function namesFiles({ text }: Pick<CodeBlock, 'text'>): boolean {
  return text.split('\n').every((line) => line.trim() === '' || FILE.test(line) || PATH.test(line))
}

/** "Severity = (delay - now) / deadline": how a number is worked out. */
const FORMULA = /^\s*[A-Za-z][\w ]* = (?=.* [-+*/^] )[\w\s().%^*+/[\]-]+$/

/** "ring+<team>@relay.example.org" */
const IS_AN_ADDRESS = /^\s*[\w.+<>-]+@[\w-]+(?:\.[\w-]+)+\s*$/

/** Whether a block that says it is for a shell holds what nobody types: the text of a message, an object under its title, names of files, or options without their tool. */
export function isNotTyped({ text }: CodeBlock): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.every((line) => FORMULA.test(line) || IS_AN_ADDRESS.test(line))) return true
  if (namesFiles({ text }) || FOLDER.test(lines[0] ?? '')) return true
  if (lines.every((line) => /^\s*--?[A-Za-z]\w/.test(line) || /^\s*(?:#|<[^<>]*>$)/.test(line))) return true
  if (lines.some((line) => isShellCommand(line.trim()) || /^\s*[\w./-]+ .*\s--?[a-z]/.test(line))) return false
  const isObject =
    lines.slice(0, 3).some((line) => /^\s*[[{]\s*$/.test(line)) && lines.some((line) => FIELD_OF_AN_OBJECT.test(line))
  return isObject
    ? !/^\s*[a-zA-Z_.]+\(/.test(lines[0] ?? '') && !REQUEST.test(lines[0] ?? '')
    : lines.filter((line) => SENTENCE.test(line)).length > 1
}

const REQUEST = /^\s*(?:GET|PUT|POST|DELETE|HEAD|PATCH) /

/** Whether a line is one of a listing: a name with a number in it and nothing else, or a row of columns. */
export function isListed(line: string): boolean {
  return (ONLY_A_NAME.test(line) && !isShellCommand(line.trim())) || ROW.test(line)
}

/** "#5: ObjectId: 2.5", "Certificate[1]:", "Names [", a line of many numbers: what a tool tells of a thing. */
const OF_A_DUMP = /^\s*(?:#\d+: \S|[A-Z]\w*(?:\[\d+\])?: *(?:\S|$)|[A-Z]\w+ \[$|\]$|\.{3}$)/
const BEGINS_A_DUMP = /^\s*(?:#\d+: \S|[A-Z]\w*\[\d+\]:\s*$|[A-Z]\w+ \[\s*$)/

/** Whether a block of no language shows what a thing looks like: the dump of an object, a row of numbers, or the options of a tool with their meaning. */
export function showsAThing({ text }: CodeBlock): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.some((line) => isShellCommand(line.trim()))) return false
  const [first = ''] = lines
  const dumped = lines.filter((line) => OF_A_DUMP.test(line)).length
  return (
    (BEGINS_A_DUMP.test(first) && dumped * 2 >= lines.length) ||
    /^\s*\d[\d.,:]* \S+ /.test(first) ||
    tellsOptions(lines)
  )
}

/** "ring update [name]    Update a ring" above its options. */
const tellsOptions = ([first = '', ...others]: readonly string[]): boolean =>
  /^\s*[a-z][\w -]*(?: [[<][\w -]+[\]>])* {2,}[A-Z][a-z]+ [a-z]/.test(first) &&
  others.length > 0 &&
  others.every((line) => /^\s*--?\w/.test(line))

/** Whether each line of a block is what a tool prints, so that none of it was typed. */
export function isAllPrinted({ text }: CodeBlock): boolean {
  return text.split('\n').every((line) => line.trim() === '' || isPrinted(line))
}

/** Whether a block, straight below another one, lists names and runs nothing: what the commands above it printed. */
export function listsNames({ text }: CodeBlock): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => ONLY_A_NAME.test(line) && !isShellCommand(line.trim()))
}

type Answered = { readonly typed: string[]; readonly output: string[]; readonly line: number }

/**
 * The commands of a block without prompts, each with what it printed below it (R3). Undefined where nothing was printed, and where lines hold
 * together, as in a loop. `line` is that of the first line of the text.
 */
export function answeredCommands(language: string, text: string, line: number): readonly Command[] | undefined {
  const lines = text.trimEnd().split('\n')
  if (
    !lines.some((each) => isPrinted(each) || RULE.test(each) || ANSWER.test(each) || isSample(each)) ||
    lines.some((each) => HOLDS_LINES.test(each))
  )
    return undefined
  const found: Answered[] = [{ typed: [], output: [], line }]
  let quote = ''
  let called = false
  let asked = false
  lines.forEach((each, index) => {
    const last = found.at(-1)
    if (last === undefined) return
    const next = lines[index + 1] ?? ''
    const isHead = each.trim() !== '' && (RULE.test(next) || (BRANCH.test(next) && !isBareCommand(each)))
    const isBelow = last.typed.length > 0 && isSample(each)
    const isNew =
      isBelow || ANSWER.test(each) || (called ? isPrinted(each) || isHead : asked && (isHead || RULE.test(each)))
    const isOpen = quote !== '' || continues(last.typed.at(-1) ?? '')
    if (
      last.output.length > 0
        ? (beginsAgain(each) || (asked && IS_A_QUERY.test(each)) || isSaidNext(each, last.output)) &&
          !ASKS_FOR_HELP.test(last.typed.join('\n'))
        : isOpen || !isNew
    ) {
      const typing = last.output.length > 0 ? { typed: [], output: [], line: line + index } : last
      if (typing !== last) found.push(typing)
      typing.typed.push(each)
      called = (called && typing === last) || isShellCommand(each.trim())
      asked = ENDS_A_QUERY.test(each) && typing.typed.some((line) => BEGINS_A_QUERY.test(line))
      quote = openQuote(each, typing === last ? quote : '')
    } else last.output.push(each)
  })
  if (!found.some(({ output }) => output.length > 0)) return undefined
  return found.map(({ typed, output, line: at }) => {
    const command = { language, text: typed.join('\n').trimEnd(), line: at }
    const answer = output.join('\n').trim()
    return answer === '' ? command : { ...command, output: answer }
  })
}

/** Whether a line below the answer of a console of a language is what it was told next: "ring.open", "ring = Ring.last". */
const isSaidNext = (line: string, output: readonly string[]): boolean =>
  ANSWER.test(output[0] ?? '') && /^[a-z_]\w* = \S|^[A-Za-z_][\w:]*(?:\.\w|\()/.test(line)

/** A query of a console goes to its semicolon; what stands below is its answer only where a line is drawn for a table. */
const ENDS_A_QUERY = /;\s*$/
const BEGINS_A_QUERY = /^\s*(?:select|with|show|explain|insert|update|delete|alter|describe|call)\b/i
/** "UPDATE 3" is what a console says. */
const IS_A_QUERY = /^(?:select|with|show|explain)\s|^(?:insert|update|delete|alter|describe|call)\s.*;\s*$/i

/** What is told of its options looks like calls of it. */
const ASKS_FOR_HELP = /\s(?:-h|--help|-\?)\s*$/

/** Whether a line below a command cannot have been typed there. */
function isPrinted(line: string): boolean {
  const text = line.slice(0, 300).trim()
  if (text === '' || REMARK.test(line)) return false
  if (COLUMN_NAMES.test(text) || TOLD_OF_A_THING.test(text) || LISTED_FILES.test(text)) return true
  if (isToolLine(text) || isUnknownCall(text) || SHELL_SYNTAX.test(text)) return false
  return [ROW, TOLD_FIELD, TOLD_SENTENCE, TOLD_VALUE, TABLE_OR_OBJECT, LOG_LINE].some((shape) => shape.test(text))
}

/** Whether a line below what was printed is typed again: a remark for the reader, or a whole command. */
function beginsAgain(line: string): boolean {
  if (/^#\s/.test(line)) return true
  return (
    /^\S/.test(line) &&
    !isPrinted(line) &&
    (isCall(line) || isBareCommand(line) || isUnknownCall(line) || SHELL_SYNTAX.test(line.slice(0, 300)))
  )
}
