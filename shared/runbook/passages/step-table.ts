import { commandsIn } from '../commands/span-commands.ts'
import type { Command } from '../runbook.ts'
import type { Block, Inline, TableBlock } from '../text/block.ts'
import { NO_INLINE } from '../text/read-inline.ts'
import { saysNothingIsToDo } from '../words/nothing-to-do.ts'
import { asksForAction } from '../words/sentences.ts'

/** A row of a table as a step. */
export type StepRow = {
  readonly text: string
  readonly prose: string
  readonly commands: Command[]
  readonly line: number
}

type Columns = {
  readonly action: number | undefined
  readonly when: number | undefined
  readonly command: number | undefined
  /** The last column, where it is none of the others: what there is to say of a bare link. */
  readonly told: number | undefined
  readonly rightWhen: readonly number[]
  readonly instead: readonly number[]
}

const ACTION =
  /^(?:(?:recommended |required |immediate |suggested |corrective |first |next )?(?:actions?|steps?|response|remediation|fix(?:es)?)|(?:fix|repair|recovery|remediation|resolution|mitigation) (?:paths?|steps?|actions?|procedures?|options?)|actions? (?:if|when|to take|on) .*|what to do(?: .*)?|how to (?:fix|resolve|respond|mitigate).*|then(?: do)?|do this|next (?:steps?|actions?)|task|quick fix|resolution|remedy|mitigation|solution|procedure|do|instructions?|(?:sofort)?ma[sß]{1,2}nahmen?|l[oö]sung|behebung|corrections?|correctifs?|rem[eè]de|rem[eé]diation|r[eé]solution|acci[oó]n(?:es)?(?: inmediatas?)?|soluci[oó]n|resoluci[oó]n|a[cç](?:[aã]o|[oõ]es)|solu[cç][aã]o|azion[ei]|soluzione|oplossing|対応|対処|対処法|対処方法|対応方法|解決策|处理|处理方法|解决方案|解决方法|해결|조치|조치 방법|대응|해결 방법|действи[ея]|решение|что делать)$/i
const STEP = /^(?:steps?|check)$/i
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
  /^how (?:to|you|do (?:i|we|you)|can (?:i|we|you)) (?:identify|detect|tell|confirm|recogni[sz]e|spot|know|see)(?: it)?$|^(?:identification|evidence|tell-?tale)$/i
/** What is told of a row behind the name of its column. */
const EXPECTED =
  /^(?:expected(?: (?:result|output|value|state|outcome)s?)?|should be|healthy(?: (?:state|value|range))?|normal(?: (?:value|range))?|ok when|pass (?:if|when)|target|threshold)$/i
const COMMAND =
  /^(?:(?:[a-z-]+ )?commands?|cmd|run|query|sql|shell|befehl|commandes?|comandos?|コマンド|命令|명령어?|команда)$/i
const NAMES_NOTHING =
  /^(?:#|no\.?|nr\.?|number|steps?|order|phase|stage|who|roles?|owner|team|time|when|severity|sev|priority|level|rank)?$/i
/** A table of severities says how fast to answer, not what to do. */
const SEVERITY = /^(?:severity|sev|priority|level)$/i
const TELLS =
  /^(?:descriptions?|purpose|meaning|impact|causes?|notes?|comments?|examples?|expected.*|results?|outcome|what it does|use(?:d for)?|why|prevention|responsibilit(?:y|ies)|escalat\w+|contact)$/i
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
  /^(?:commands?|scripts?|tools?|names?|pieces?|parameters?|options?|flags?|files?|endpoints?|workflows?)$/i
const SAYS_WHAT_FOR = /^(?:roles?|arguments?|acts on.*|applies to|scope|types?|default(?: value)?|required|syntax)$/i
const saysWhenOrWhat = (text: string): boolean => ACTION.test(text) || WHEN.test(text) || COMMAND.test(text)

/** The rows of such a table: "symptom: fix" where both are there, with the commands of the row. */
export function stepRows(table: TableBlock): StepRow[] {
  const columns = columnsOf(table)
  return table.rows.flatMap((row): StepRow[] => {
    const cell = (column: number | undefined): Inline => row.cells[column ?? -1] ?? NO_INLINE
    const commandCell = cell(columns.command)
    const action = cell(columns.action)
    const isNone = !/[\p{L}\p{N}]/u.test(action.text) || (saysNothingIsToDo(action.text) && !asksForAction(action.text))
    if (isNone && commandCell.text === '') return []
    const place = commandCell.codes.length === 0 ? commandCell.text : ''
    const told = isOnlyAName(columns.action === undefined ? commandCell : action) ? cell(columns.told).text : ''
    const words = [cell(columns.when).text.replace(/\.$/, ''), action.text, place, told].filter((text) => text !== '')
    const said = words.join(': ') || commandCell.text
    if (said === '') return []
    const notes = [
      ...columns.rightWhen.map((column) => cell(column).text),
      ...columns.instead.map((column) => labelled(table.header[column]?.text ?? '', cell(column).text)),
    ].filter((each) => each !== '')
    const text = notes.length === 0 ? said : `${said} (${notes.join('; ')})`
    const others = row.cells.filter((other) => other !== commandCell)
    const commands = [...others.flatMap((other) => commandsIn(other, row.line)), ...commandsOf(commandCell, row.line)]
    return [{ text, prose: action.prose, commands, line: row.line }]
  })
}

const labelled = (label: string, words: string): string => (words === '' ? '' : `${label}: ${words}`)

/** Everything marked as code in a column of commands is one; after the first a lone word only names something. */
function commandsOf({ codes }: Inline, line: number): Command[] {
  return codes
    .map((code) => code.trim().replace(/^\$ /, ''))
    .filter((text, index) => index === 0 || /\s/.test(text))
    .map((text) => ({ language: 'sh', text, line }))
}

function columnsOf(table: TableBlock): Columns {
  const find = (pattern: RegExp) => {
    const index = table.header.findIndex(({ text }) => pattern.test(text))
    return index < 0 ? undefined : index
  }
  const command = find(COMMAND)
  const named = find(ACTION) ?? find(STEP) ?? (command === undefined ? columnOfOrders(table) : find(WORDS))
  const action = named !== undefined && isNumbering(table, named) ? named + 1 : named
  const when = find(WHEN) ?? nameColumn(table) ?? find(CAUSE)
  const others = (pattern: RegExp) =>
    table.header.flatMap(({ text }, index) => (index !== when && index !== action && pattern.test(text) ? [index] : []))
  const [rightWhen, instead] = [others(RIGHT_WHEN), [IDENTIFIES, EXPECTED, INSTEAD].flatMap(others)]
  const last = table.header.length - 1
  const isTold = ![action, when, command, ...rightWhen, ...instead].includes(last)
  return {
    action: action !== undefined && action < table.header.length && action !== command ? action : undefined,
    when: when === action ? undefined : when,
    command,
    told: isTold ? last : undefined,
    rightWhen,
    instead,
  }
}

/** A link and nothing else: it says where, and not what for. */
function isOnlyAName({ text, links }: Inline): boolean {
  const words = links.map((link) => link.text).join('')
  return words !== '' && text.replace(/[^\p{L}\p{N}]/gu, '') === words.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whatever a house calls it: the column, but the first, in which nearly every cell asks for something. Two rows tell; a name that speaks of something else counts more. */
function columnOfOrders({ header, rows }: TableBlock): number | undefined {
  const index = header.findIndex(({ text }, column) => {
    if (column === 0 || TELLS.test(text)) return false
    const cells = rows.map(({ cells }) => cells[column]?.prose ?? '').filter((words) => words !== '')
    const orders = cells.filter((words) => words.includes(' ') && asksForAction(words))
    return cells.length > 1 && orders.length * 4 >= cells.length * 3
  })
  return index < 0 ? undefined : index
}

/** Without a column that says when, the first one names the row, unless it only counts or says who and how badly. */
function nameColumn(table: TableBlock): number | undefined {
  const header = table.header[0]?.text ?? ''
  return NAMES_NOTHING.test(header) || isNumbering(table, 0) ? undefined : 0
}

function isNumbering(table: TableBlock, column: number): boolean {
  return table.rows.every(({ cells }) => ONLY_NUMBER.test(cells[column]?.text ?? ''))
}
