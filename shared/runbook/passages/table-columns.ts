import type { Block, Inline, TableBlock } from '../text/block.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { isBanMark } from '../words/ban-marks.ts'
import { headsBans } from '../words/bans.ts'
import { NOT_ALLOWED } from '../words/forbidding.ts'
import { asksForAction } from '../words/sentences.ts'
import { topicOf } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'

/** What the columns of a table of steps are for, each by its place from the left. */
export type Columns = {
  readonly action: number | undefined
  readonly when: number | undefined
  readonly command: number | undefined
  /** The last column, where it is none of the others: what there is to say of a bare link. */
  readonly told: number | undefined
  readonly rightWhen: readonly number[]
  /** Those that are read with the name of their column in front. */
  readonly labelled: readonly number[]
  readonly instead: readonly number[]
}

const ACTION =
  /^(?:(?:recommended |required |immediate |suggested |corrective |first |next )(?:actions?|steps?|response|remediation|fix(?:es)?)|(?:actions?|response|remediation|fix(?:es)?)|(?:fix|repair|recovery|remediation|resolution|mitigation) (?:paths?|steps?|actions?|procedures?|options?)|actions? (?:if|when|to take|on) .*|what to do(?: .*)?|how to (?:fix|resolve|respond|mitigate).*|then(?: do)?|do this|next (?:steps?|actions?)|task|quick fix|resolution|remedy|mitigation|solution|procedure|do|instructions?|(?:sofort)?ma[sß]{1,2}nahmen?|l[oö]sung|behebung|corrections?|correctifs?|rem[eè]de|rem[eé]diation|r[eé]solution|acci[oó]n(?:es)?(?: inmediatas?)?|soluci[oó]n|resoluci[oó]n|a[cç](?:[aã]o|[oõ]es)|solu[cç][aã]o|azion[ei]|soluzione|oplossing|対応|対処|対処法|対処方法|対応方法|解決策|处理|处理方法|解决方案|解决方法|해결|조치|조치 방법|대응|해결 방법|действи[ея]|решение|что делать)$/i
const STEP = /^steps?$/i
const CHECK = /^check$/i
const WORDS = /^(?:what|to ?do|description)$/i
const WHEN =
  /^(?:symptoms?|problem|issue|if|when|error|failure|failure mode|scenario|condition|you see|alert|trigger|rule|signals?|situation|case|finding|fehler|st[oö]rung|sympt[oô]mes?|probl[eè]me|s[ií]ntomas?|problema|症状|現象|问题|现象|故障|증상|문제|симптом|проблема|ошибка)$/i
const CAUSE = /^(?:(?:likely|possible|root|probable) )?causes?$/i
/** Such a column beside the action tells when it is right, or what it costs. */
const RIGHT_WHEN =
  /^(?:(?:when|where|why|how) to use(?: (?:it|this))?|use (?:when|if|for|case)|when (?:needed|appropriate|applicable|it helps)|applies (?:to|when)|conditions?|prerequisites?|caveats?|warnings?|cautions?|risks?|side[- ]effects?)$/i
/** "If that fails": what to do instead, in a column of its own. */
const INSTEAD =
  /^(?:if (?:that|this|it|they|the (?:above|action|fix)) (?:fails|(?:does|did)(?:n['\u2019]t| not) (?:help|work|resolve(?: it)?)|is not enough|is n[o']t possible)|fall ?backs?|otherwise|(?:or )?else|plan b|alternative(?:ly)?|if (?:not|unresolved|unsuccessful|still \w+)|then escalate(?: to)?|escalate(?: to| if)?|escalation)$/i
/** How the case of a row is told from the others. */
const IDENTIFIES =
  /^how (?:to|you|do (?:i|we|you)|can (?:i|we|you)) (?:identify|detect|tell|confirm|recogni[sz]e|spot|know|see)(?: it)?$|^(?:identification|evidence|tell-?tale|(?:first|initial|quick) (?:checks?|look)|(?:what|where) to (?:check|look)(?: first)?)$/i
/** What is told of a row behind the name of its column. */
const EXPECTED =
  /^(?:expected(?: (?:result|output|value|state|outcome)s?)?|should be|healthy(?: (?:state|value|range))?|normal(?: (?:value|range))?|ok when|pass (?:if|when)|target|threshold)$/i
const COMMAND =
  /^(?:(?:[a-z-]+ )?commands?|cmd|run|query|sql|shell|befehl|commandes?|comandos?|コマンド|命令|명령어?|команда)$/i
/** "Don't", "What not to do": what nobody is to do, and so no name of the row, no step and nothing to type. */
const FORBIDS = new RegExp(
  `\\b(?:do not|don['\u2019]?ts?|never|avoid|not to|must not|should not|forbidden)\\b|^\\W*(?:anti[- ]?patterns?|incorrect|${NOT_ALLOWED})\\W*$`,
  'i',
)
/** What a column beside such a one is called that holds what to do: "Allowed", "Right", a tick. */
const WANTED =
  /^\W*(?:(?:always |what is |what['\u2019]s )?(?:allowed|permitted|approved|safe|right|correct|good|ok(?:ay)?|preferred|recommended|better)|prefer|always|instead|(?:(?:please )?(?:do|use|run)(?: (?:this|it))?|what to (?:use|run))(?: instead)?|new|erlaubt|richtig|stattdessen|autoris[eé]e?s?|permise?s?|correcte?s?|permitid[oa]s?|corrett[oi]|consentit[oi]|toegestaan|dozwolone|povoleno|разрешено|дозволено|允许|正确|許可|허용)(?: (?:commands?|ways?|fix(?:es)?|actions?|approach(?:es)?|alternatives?))?\W*$|^[^\p{L}\p{N}]*[\u2611\u2705\u2713\u2714\u{1F44D}][^\p{L}\p{N}]*$/iu
/** How a step is taken back: right at another time than the step. */
const REVERTS = /\b(?:roll(?:ing)? ?back|undo|revert|back ?out)\b/i
/** What a row was like, is like or will be like: a command in it ran or is not to be run now. */
const TELLS_OF_A_ROW = new Set<Topic | undefined>(['cause', 'symptoms', 'meaning', 'impact', 'afterwards'])
const COMES_OF_IT = /^(?:results?|outcome|why)$/i
const NAMES_NOTHING =
  /^(?:#|no\.?|nr\.?|number|order|phase|stage|who|roles?|owner|assigned to|assignee|team|time|when|severity|sev|priority|level|rank)?$/i
/** A table of severities says how fast to answer, not what to do. */
const SEVERITY = /^(?:severity|sev|priority|level)$/i
const TELLS =
  /^(?:descriptions?|purpose|roles?|types?|kinds?|categor(?:y|ies)|scope|meaning|impact|causes?|notes?|comments?|examples?|expected.*|results?|outcome|what it does|use(?:d for)?|why|prevention|responsibilit(?:y|ies)|escalat\w+|contact)$/i
const ONLY_NUMBER = /^\W*\d*\W*$/

/** Whether a table tells what to do: it has a column of actions, steps, fixes or commands. */
export function isStepTable(block: Block): block is TableBlock {
  if (block.type !== 'table') return false
  if (tellsOfTools(block)) return false
  const { action, when, command } = columnsOf(block)
  if (when === undefined && SEVERITY.test(block.header[0]?.text ?? '')) return false
  return action !== undefined || command !== undefined
}

/** "Command | Acts on | Result", "Script | Role": what each tool is for, beside no column that says when to use it. */
function tellsOfTools({ header }: TableBlock): boolean {
  const [first = '', ...others] = header.map(({ text }) => text)
  return NAMES_A_TOOL.test(first) && others.some((text) => SAYS_WHAT_FOR.test(text)) && !others.some(saysWhenOrWhat)
}

const NAMES_A_TOOL =
  /^(?:commands?|scripts?|tools?|names?|pieces?|(?:(?:feature|environment|config(?:uration)?) )?(?:parameters?|options?|flags?|variables?|settings?|files?)|endpoints?|workflows?)$/i
const SAYS_WHAT_FOR =
  /^(?:roles?|arguments?|acts on.*|applies to|scope|types?|effects?|default(?: (?:value|state))?|required|syntax)$/i
const saysWhenOrWhat = (text: string): boolean => [ACTION, STEP, WHEN, COMMAND].some((name) => name.test(text))

/** What each column of a table is for, by its name; where no name says what to do, by what its cells ask for. */
export function columnsOf(table: TableBlock): Columns {
  const places = (isSo: (name: string) => boolean) =>
    table.header.flatMap(({ text }, index) => (isSo(text) ? [index] : []))
  const bans = places(forbidsItsCells)
  const find = (pattern: RegExp): number | undefined => {
    const found = places((name) => pattern.test(name)).filter((index) => !bans.includes(index))
    return found.find((index) => !REVERTS.test(table.header[index]?.text ?? '')) ?? found[0]
  }
  const wanted = bans.length > 0 ? find(WANTED) : undefined
  const isCommand = wanted !== undefined && isColumnOfCalls(table, wanted)
  const command = find(COMMAND) ?? (isCommand ? wanted : undefined)
  const step = find(STEP)
  const isToldInSteps = step !== undefined && asksMostly(table, step)
  const isAction = command === undefined && wanted !== undefined && holdsOrders(table, wanted)
  const byName = (isToldInSteps ? step : find(ACTION)) ?? step ?? find(CHECK) ?? (isAction ? wanted : undefined)
  const named = byName ?? (command === undefined ? columnOfOrders(table) : find(WORDS))
  const action =
    named === 0 && namesCauses(table) ? undefined : named !== undefined && isNumbering(table, named) ? named + 1 : named
  const when = find(WHEN) ?? nameColumn(table) ?? find(CAUSE)
  const isOther = (index: number) => index !== when && index !== action && index !== command
  const others = (pattern: RegExp) => places((name) => pattern.test(name)).filter(isOther)
  const besideBans = wanted === undefined ? bans : [wanted, ...bans]
  const rightWhen = others(RIGHT_WHEN)
  const labelled = [...[IDENTIFIES, EXPECTED].flatMap(others), ...besideBans.filter(isOther), ...others(REVERTS)]
  const instead = others(INSTEAD)
  const last = table.header.length - 1
  const isTold = ![action, when, command, ...rightWhen, ...labelled, ...instead].includes(last)
  return {
    action: action !== undefined && action < table.header.length && action !== command ? action : undefined,
    when: when === action ? undefined : when,
    command,
    told: isTold ? last : undefined,
    rightWhen,
    labelled,
    instead,
  }
}

/**
 * Whether what is typed may stand in a cell: in a column that says what to do, how to see it, or the rest of it; in one that nobody knows where the cell
 * asks for something.
 */
export function holdsWhatIsTyped(table: TableBlock, columns: Columns, column: number, cell: Inline): boolean {
  const name = table.header[column]?.text ?? ''
  const { action, when, command, told, instead } = columns
  if (column === action || column === command) return true
  if (isNeverTyped(name) || instead.includes(column)) return false
  const topic = topicOf(name)
  if ([ACTION, COMMAND, STEP, CHECK, IDENTIFIES].some((known) => known.test(name))) return true
  if (columns.labelled.includes(column) && WANTED.test(name)) return true
  if (topic === 'debugging' || topic === 'mitigation') return true
  return column !== when && !WHEN.test(name) && (column === told || asksForAction(cell.prose))
}

/** Whether a column forbids, takes back, or tells what was, is or will be: what is typed there ran, or is not to be run now. */
export function isNeverTyped(name: string): boolean {
  return (
    TELLS_OF_A_ROW.has(topicOf(name)) ||
    forbidsItsCells(name) ||
    [REVERTS, CAUSE, EXPECTED, COMES_OF_IT].some((each) => each.test(name))
  )
}

/** Whether what stands in a column is not to be done, by its name or the mark in place of one: "Forbidden", "Wrong", "\u274C". */
const forbidsItsCells = (name: string): boolean => FORBIDS.test(name) || isBanMark(name) || headsBans(name)

/** "Do | Do not" above nothing but calls: a column of commands, whatever its name. */
export function isColumnOfCalls({ rows }: TableBlock, column: number): boolean {
  const cells = rows.map(({ cells: each }) => each[column] ?? NO_INLINE).filter(({ text }) => text !== '')
  return cells.length > 0 && cells.every(({ text, codes: [only] }) => only === text && /^[a-z][\w./-]* \S/.test(only))
}

/** Whether nearly every cell of a column that holds something holds a call, or asks. */
function holdsOrders({ rows }: TableBlock, column: number): boolean {
  const cells = rows.flatMap(({ cells: each }) => each[column] ?? []).filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const orders = cells.filter(({ codes, prose }) => codes.some((code) => /\S \S/.test(code)) || asksForAction(prose))
  return cells.length > 0 && orders.length * 4 >= cells.length * 3
}

/** Whatever a house calls it: the column, but the first, in which nearly every cell asks for something. A name that speaks of something else counts more. */
function columnOfOrders(table: TableBlock): number | undefined {
  const index = table.header.findIndex(
    ({ text }, column) => column > 0 && !TELLS.test(text) && !forbidsItsCells(text) && asksMostly(table, column),
  )
  return index < 0 ? undefined : index
}

/** "Task | Likely cause" above the names of jobs: nothing in the first column asks, and the second tells why each fails. */
function namesCauses({ header, rows }: TableBlock): boolean {
  return (
    header.some(({ text }) => CAUSE.test(text)) &&
    !rows.some(({ cells: [first] }) => first?.prose.includes(' ') && asksForAction(first.prose))
  )
}

/** Whether nearly every cell of a column asks for something. Two rows tell. */
function asksMostly({ rows }: TableBlock, column: number): boolean {
  const cells = rows.map(({ cells }) => cells[column]?.prose ?? '').filter((words) => words !== '')
  const orders = cells.filter((words) => words.includes(' ') && asksForAction(words))
  return cells.length > 1 && orders.length * 4 >= cells.length * 3
}

/** Whether a column only counts its rows, or says who and how badly. */
export const namesNothing = (name: string): boolean => NAMES_NOTHING.test(name)

/** Without a column that says when, the first one names the row, unless it only counts, forbids, or says who and how badly. */
function nameColumn(table: TableBlock): number | undefined {
  const header = table.header[0]?.text ?? ''
  return namesNothing(header) || forbidsItsCells(header) || isNumbering(table, 0) ? undefined : 0
}

function isNumbering(table: TableBlock, column: number): boolean {
  return table.rows.every(({ cells }) => ONLY_NUMBER.test(cells[column]?.text ?? ''))
}
