import { remembered } from '../../kit/remembered.ts'
import type { Command } from '../runbook.ts'
import { METHODS, TOOLS } from './command-words.ts'

/** Where a shell stands: a host, a folder, the shell's own name; what closes it is `$`, `#` or `%`. */
const PLACE =
  /\[[\w.-]{1,40}@[^\]\n]{1,80}\]|[\w.-]{1,40}@[\w.-]{1,60}(?:(?:[: ]{1,2}|(?=[~/]))[^\s$#%>]{0,80})?|I have no name!@[\w.-]{1,60}:\S{0,80}|[\w.-]{1,60}:[~/][^\s$#%>]{0,80}(?: [\w.-]{1,30})?|[~/][\w./~@+-]{0,80}|(?:ba|da|a|k|z|c)?sh-[\d.]{1,8}/
/** A console of a language or a store: its name, with what it is connected to; not "relay/0*   blocked   idle", which is a row. */
const CONSOLE =
  /(?:\[\d{1,3}\] )?[A-Za-z][\w.-]{0,30}(?:\([^()\n]{0,40}\)|[:@/][\w.:/-]{0,40}| \[[^\]\n]{0,40}\])(?::\d{1,4}){0,2}(?:>|\*(?! {2}))|\[ ?[\w.-]{1,20} ?\] [a-z][\w-]{0,30}(?:\([^()\n]{0,40}\))?[>*]|\[zk: [^\]\n]{1,60}\]|\((?:gdb|lldb|dlv|[iI]?[pP]db|byebug)\)|[\w.-]{1,60} :\)|In \[\d{1,4}\]:|>>>|[A-Z]{2,10}>/
/** The shape of what stands in front of a command that was typed; `promptMark` tells whether it is that. */
export const PROMPT = new RegExp(
  `^\\s*(?:\\([\\w.-]{1,30}\\) ?)?(?:(?:${PLACE.source}) ?[$#%]|[A-Z][\\w-]{1,20} \\([\\w.-]{1,40}\\) ?\\$|(?:ba|da|a|k|z|c)?sh[$#%]|${CONSOLE.source}|[$%❯]|\\$>|➜(?: {1,2}(?:~\\S{0,60}|\\S{1,60} git:\\(\\S{1,60}\\)(?: ✗)?))?|#>|(?:PS )?[A-Z]:\\\\[^>\\n]{0,80}>|PS(?: [^>\\n]{1,80})?>|[\\w.-]{0,30}(?:mysql|\\w=|sqlite|redis[^>\\n]{0,30})[#>]|\\(?[\\w.-]{1,30}\\)?\\$|[\\w.-]{1,40}:\\d{2,5}(?:/\\w{1,40})?>|[a-z](?:[\\w-]{0,20}\\w)?(?:#(?=\\s+[a-z]{2,})|>(?=\\s+[^\\s\\d'"])))\\s+(?=\\S)|^\\s*~\\s+(?=(?:${TOOLS})\\s)|^\\s*\\$(?=(?:kubectl|k|oc|helm|docker|sudo|systemctl) [a-z])`,
)
/** Without one of these marks no prompt is there, which is quicker to see. */
const PROMPT_MARK = /[$#%>*)\]~\u276F\u279C]/

/** What stands in front of a command that was typed, by its shape; undefined where nothing does. */
export function shapeOfPrompt(line: string): string | undefined {
  return PROMPT_MARK.test(line) ? PROMPT.exec(line)?.[0] : undefined
}

/** A line of a script that is only for its reader. */
export const REMARK = /^\s*(?:#+|--|\/\/)\s+(\S.*)$/
const INLINE_COMMAND = new RegExp(
  `^(?:\\$\\s+)?(?:(?:/[\\w.-]+){1,8}/)?(?:${TOOLS})\\s+\\S|^(?:\\./|(?:/[\\w.-]+){0,4}/s?bin/|(?!\\S+\\.(?:[cm]?[jt]sx?|md|sql|ya?ml|json|toml|txt|csv|html|go|rs|java|kt)$)(?:scripts?|bin)/)\\S+|^[\\w./-]+\\.(?:sh|py|rb|pl)\\s+\\S|^https?\\s+(?:-{1,2}\\w|(?:${METHODS})\\s+\\S|['"]?(?:https?://|:\\d|localhost))|^(?:while|until|for)\\s[^;\\n]{1,200};\\s?do\\s.{1,300};\\s?done\\b`,
)
/** What PowerShell is told: `Get-Volume`, `Restart-Service relay`. */
const CMDLET =
  /^(?:Get|Set|New|Remove|Restart|Start|Stop|Test|Invoke|Enable|Disable|Add|Clear|Import|Export|Update|Install|Resolve|Measure|Connect|Move|Copy|Rename|Suspend|Resume|Repair|Reset|Mount|Dismount|Optimize)-[A-Z][A-Za-z]+(?:\s|$)/
const INLINE_SQL =
  /^select\s+[\w.]+\(|^(?:select\s.{1,400}\sfrom|insert into|update\s+\S+\s+set|delete from|alter \w+|vacuum|analyze|refresh materialized|explain|show|truncate|drop|create|call|describe|merge into|msck repair)\s+\S/i

/** "Show deleted blobs" is the label of a button. */
const IS_A_LABEL = /^(?!Select\b)[A-Z][a-z]+ [^;]*$/
/** "CREATE TEMPORARY TABLE" is the name of a statement. */
const NAMES_A_STATEMENT =
  /^(?:create|drop|alter|truncate)(?: (?:or|replace|temporary|temp|unique|external|materialized|table|view|index|user|role|database|schema))+$/i

const INLINE_GRANT =
  /^(?:grant\s.{1,200}\sto|revoke\s.{1,200}\sfrom|reindex\s(?:table|index|database|schema)|optimize\stable|system\s(?:restart|restore|reload|sync|flush|drop|start|stop)\s[a-z]+)\s+\S/i

/** What a store of copies is told: `STOP REPLICA`, `PURGE BINARY LOGS TO 'ring.7'`. Small letters are words more often. */
const OF_COPIES =
  /^(?:PURGE (?:BINARY|MASTER) LOGS (?:TO|BEFORE)|(?:START|STOP|RESET) (?:SLAVE|REPLICA|GROUP_REPLICATION)|RESET MASTER|CHANGE (?:MASTER|REPLICATION SOURCE) TO|FLUSH (?:TABLES|LOGS|BINARY LOGS|PRIVILEGES|HOSTS)|(?:UNLOCK|LOCK) TABLES|SET (?:GLOBAL|PERSIST) \w+|KILL (?:QUERY |CONNECTION )\d)/

/** Whether a text is a query of a database. */
export function isInlineQuery(text: string): boolean {
  return (
    (INLINE_SQL.test(text) || INLINE_GRANT.test(text) || OF_COPIES.test(text)) &&
    !/\s\.{3}(?:\s|$)/.test(text) &&
    !IS_A_LABEL.test(text) &&
    !NAMES_A_STATEMENT.test(text)
  )
}

/** A query of metrics: a name with its labels, or a function around one. */
const METRIC_QUERY =
  /^[a-zA-Z_:][\w:]*\{[^}]*\}|^\{\s*[\w.]+\s*(?:=~?|!=|!~)\s*["`]|^(?:sum|avg|max|min|count|topk|bottomk|rate|irate|increase|histogram_quantile|absent|quantile|changes|delta|deriv|predict_linear|label_replace|scalar|[a-z]+_over_time)(?: (?:by|without) ?\([^)]*\))? ?\(/

/** A query of a console of logs: fields with what they are to hold, at least two of them. */
const LOG_QUERY = /^(?:NOT )?@?[\w.]+ ?: ?\S+(?: (?:AND|OR)(?: NOT)? @?[\w.]+ ?: ?\S+)+$/

/** The labels of a query, or what a function is of, on lines of their own. */
const OPENS_LABELS = /^[a-zA-Z_:][\w:]*\s*[{(]$/

/** A query of metrics that is whole in itself: it has labels with values, a range, or a function around a name of several words. */
export function isMetricQuery(text: string): boolean {
  return (
    METRIC_QUERY.test(text) &&
    (/\{[^{}]*=~?\s*["'`]|\[\d\w+(?::\w*)?\]/.test(text) ||
      /^\w[^{]*\([^\W_]*_\w+\)\)*(?: (?:by|without) ?\([\w, ]*\))?$/.test(text))
  )
}

/** A metric by its bare name, as its unit at the end shows: `ring_free_bytes`. */
const BARE_METRIC =
  /^[a-z][a-z\d]*(?:_[a-z\d]+)+_(?:bytes|seconds|total|ratio|percent|celsius|count|sum)(?: ?[<>=!]=? ?[\d.]+)?$/

/** What is set for one call, in front of it: `RING=b relayctl open`. */
const ASSIGNED = /^(?:[A-Za-z_]\w*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"']*) +)+(?=[a-z./])/

/** Where it is called, in front of it: `cd relay && make`. */
const GOES_THERE = /^cd [^\s;&|]+ && /

function withoutAssigned(line: string): string {
  return line.replace(GOES_THERE, '').replace(ASSIGNED, '')
}

/** Whether a line is a call of a tool of the shell or of a script, as far as its beginning tells. */
export const isShellCommand: (line: string) => boolean = remembered((line) => {
  const call = withoutAssigned(line)
  return INLINE_COMMAND.test(call) || CMDLET.test(call)
})

/** A request as a console of the store takes it, and not a line of a log. */
const REQUEST = new RegExp(`^(?:${METHODS}) /?\\w\\S*$`)

/** A request to the API of a store, in a sentence: `GET _cluster/health`; other paths are only told of. */
const API_REQUEST = /^(?:GET|PUT|POST|DELETE|HEAD) \/?(?:[^\s?]*\/)?_[a-z]\w+\S*$/

/** A name that is set, or a folder gone to, for the commands below it. */
const IS_ASSIGNMENT = /^\s*(?:(?:export )?[A-Za-z_]\w*=["'$(\w./-]|(?:cd|pushd|set) [^\s;&|]+\s*(?:#.*)?$)/

/** `TOKEN=$(relayctl token)`: what is set is what a tool says. */
const IS_ANSWERED = /^[A-Za-z_]\w*="?\$\(\s*/

/** Whether a text begins with a tool of the shell, or a query. */
export const isToolLine: (text: string) => boolean = remembered(readsAsToolLine)

function readsAsToolLine(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !REMARK.test(line))
  const first = (lines.find((line) => !IS_ASSIGNMENT.test(line) || ASSIGNED.test(line.trim())) ?? '').trim()
  return (
    shapeOfPrompt(first) !== undefined ||
    isShellCommand(first) ||
    isShellCommand((lines[0] ?? '').trim().replace(IS_ANSWERED, '')) ||
    INLINE_SQL.test(first) ||
    METRIC_QUERY.test(OPENS_LABELS.test(first) ? lines.join(' ') : first) ||
    REQUEST.test(first)
  )
}

/** Whether a text looks like something one types: it begins with a tool, a query, a path to run, or has options. */
export function looksTyped(text: string): boolean {
  const first = text.split('\n').find((line) => line.trim() !== '' && !REMARK.test(line)) ?? ''
  return isToolLine(text) || HAS_OPTIONS.test(first) || isCallInAConsole(first.trim())
}

/** Whether a line calls something as a console of a language takes it: `Ring.find_by(id: 7).relay`, `rs.status()`. */
export function isCallInAConsole(line: string): boolean {
  return /^[A-Za-z_][\w:]*(?:\.[\w:]+[?!]?)+\(.*\)(?:\.[\w.?!]+)?;?$/.test(line)
}

/** Options show a tool that is not known here. */
export const HAS_OPTIONS = /^\s*[\w./-]+ (?:.*\s)?--?[a-z]|^\s*\.{1,2}\//i

/** Words of the language that are also tools: a line of text that begins with one needs an option to count as a command. */
const ALSO_A_WORD =
  /^(?:date|echo|find|fly|free|git|go|grep|head|ip|java|just|kill|kind|less|make|mount|node|ping|python|service|tail|test|top|touch|watch|yarn)\s/

/** Words that hold sentences together, and seldom stand in a command. */
export const SMALL_WORDS = /\s(?:the|a|an|is|are|was|to|and|or|for|if|with|by|in|on|of|from|should|can|that|it|not)\s/i

/** Whether a line of plain text, without any mark-up, is a command: people paste them so. */
export const isBareCommand: (line: string) => boolean = remembered(readsAsBareCommand)

function readsAsBareCommand(line: string): boolean {
  const text = withoutAssigned(line.trim())
  if (!INLINE_COMMAND.test(text) || /[.!?:,;]$|[.!?:] \p{Lu}/u.test(text) || goesOnInAnotherScript(text)) return false
  if (!ALSO_A_WORD.test(text) && !SMALL_WORDS.test(text)) return true
  return /\s-{1,2}[a-z]/i.test(text) || (!ALSO_A_WORD.test(text) && /[|/=<>$"]/.test(text))
}

/** "mysql 主库上执行备份", "docker перезапустить": a tool by its name, and what is to be done in words of another script. */
const goesOnInAnotherScript = (text: string): boolean =>
  /(?!\p{Script=Latin})\p{L}/u.test(text) && !/[|/=<>$"'`*]|\s-{1,2}[a-z]/i.test(text)

/** What goes to a folder. */
export const CHANGES_FOLDER = /^cd \S+$/

/** A call of a tool that is known, and no words that begin like one ("watch the rings", "kill old relays"). */
export function isCall(text: string): boolean {
  if (CHANGES_FOLDER.test(text)) return true
  if (!isShellCommand(text) || readsAsWords(text)) return false
  return SHOWS_CODE.test(text) || (isBareCommand(text) && !ALSO_AN_ORDER.test(text))
}

const SHOWS_CODE =
  /[/=|<>$"*]|\s-{1,2}[a-z]|\w\.\w|^kill \d+$|^(?:git|grep|ip|yarn) \w|^service \S+ (?:start|stop|restart|reload|status)$/i
/** Tools that are verbs of the language as well. */
const ALSO_AN_ORDER = /^(?:export|bundle)\s/

/** Whether a line is rather a sentence. */
export function readsAsWords(text: string): boolean {
  return /(?:(?<!\s)\.|[!?:,])$/.test(text) || (SMALL_WORDS.test(text) && !/[|<>$;=]/.test(text))
}

/** "relayctl apply --all you can leave out the last one": words behind a command are no part of it. */
function withoutRemark(command: string): string {
  const [remark = ''] = / (?:[A-Z][a-z]+|you|please|note|this|which) (?:[a-z]+ ){3,}[a-z]+$/.exec(command) ?? []
  return SMALL_WORDS.test(remark) ? command.slice(0, -remark.length) : command
}

/** A line of plain text that is a whole command, with or without "Run:" or "SQL:" before it. */
export function labelledCommand(line: string, lineNumber: number): Command | undefined {
  const text = line.replace(/^(?:sql|run|command|cmd|query)\s*:\s*/i, '').trim()
  if (isBareCommand(text) || /^\$ \S/.test(text))
    return { language: 'sh', text: withoutRemark(text.replace(/^\$ /, '')), line: lineNumber }
  const isQuery = text !== line.trim() || /;$/.test(text)
  return isQuery && INLINE_SQL.test(text) ? { language: 'sql', text, line: lineNumber } : undefined
}

/** A tool that is not known here shows itself by an option: `relayctl status --all`. */
const WITH_AN_OPTION = /^(?:[a-z][\w.-]{2,30}|[a-z]\w(?= [a-z]))(?: [\w./:=@<>{}$-]+){0,4} --?[a-zA-Z][\w-]*(?:[ =]|$)/
/** What reads a script by its path: `Rscript scripts/relay.R`. */
const WITH_A_SCRIPT =
  /^[A-Za-z][\w-]{1,20}(?: run)? (?:[\w.-]*\/)+[\w.-]+\.(?:R|r|[cm]?[jt]s|py|rb|pl|sh|jl|lua|exs|groovy|php)(?: |$)/

/** The output of a tool that is not known here, read by one that is: `relayctl env | grep TOKEN`. */
const WITH_A_PIPE = /^[a-z][\w./-]+ [^|]{1,200}\| ?(?:grep|egrep|awk|jq|sort|head|tail|wc|xargs|less|sed|cut|uniq)\b/
/** `head block behind`: words, though the first is a tool as well. */
const ONLY_WORDS = /^(?:head|tail|less|top|free|find|kind|touch|test|date|fly|time|sort|cut)(?: [a-z]+){2,}$/
/** Whether a line calls a tool that is not known here, as an option or a script shows. */
export function isUnknownCall(line: string): boolean {
  return (WITH_AN_OPTION.test(line) && !SMALL_WORDS.test(line)) || (WITH_A_SCRIPT.test(line) && !IS_DONE.test(line))
}

/** "Compiling src/ring.js" */
const IS_DONE = /^[A-Z][a-z]*(?:ing|ed) /

/** What a data store is told to do with its jobs: `RESUME JOB 12`. */
const JOB_QUERY = /^(?:resume|pause|cancel) (?:all )?(?:jobs?|quer(?:y|ies)|sessions?|schedules?)\s+\S/i

/** What a tool can do, without what it is to do it to: "look into `kubectl logs`". */
const NAMES_A_CALL =
  /^(?!terraform (?:apply|plan|init|destroy|refresh)$)(?:kubectl|oc|docker|podman|nerdctl|crictl|helm|etcdctl|consul|vault|systemctl|journalctl|terraform|git|argocd|flux|juju|aws|az|gcloud)(?: [a-z][a-z-]+)? (?:logs|describe|get|exec|run|delete|edit|apply|create|scale|patch|cp|attach|inspect|drain|cordon|uncordon|taint|label|annotate|port-forward|proxy|explain|rollback|uninstall|restore|import|upgrade|install|checkout|revert|cherry-pick|save|start|stop|restart|enable|disable|rm|set|put|rollout|top|integrate|deploy|offer|consume)$|^(?:cf|knife|gcloud|gsutil|bosh) (?:curl|ssh|exec)$|^[a-z][\w-]* session$/

/** Whether code only says what a tool can do. */
export function namesACall(code: string): boolean {
  return NAMES_A_CALL.test(code.trim())
}

/** Code is shown as it is written, but an address in it is not typed as a link. */
const LINK = /\[([^\][\n]{1,200})\]\(https?:[^()\n]{1,300}\)/g

/** Code with the words of a link in its place. */
export function withoutLinks(code: string): string {
  return code.replace(LINK, '$1')
}

/** What is called before one that is known: `sync && echo 3 > ...`. */
const IN_A_CHAIN = /^[a-z][\w./-]*(?: -[\w-]+)* && (?=[a-z])/

/** Where the calls that follow are made, and what is set for them: `cd rings/b`, `export RING=b`. */
const CHANGES_THE_SHELL = /^(?:(?:cd|pushd) [\w./~${}-]*[./~$\w}-]|export [A-Za-z_]\w*=\S.*)$/

/** "# systemctl stop relay": the administrator's mark; before other words it is that of a heading or a remark. */
function withoutRoot(code: string): string {
  const call = code.replace(/^#\s+/, '')
  const isTyped = isCall(call) || /^[a-z][\w.-]* -/.test(call)
  return call !== code && isTyped && !SMALL_WORDS.test(call) ? call : code
}

/** A code span that is a whole command, such as `airflow dags trigger x`; names of tables and files are not. */
export function inlineCommand(code: string, line: number): Command | undefined {
  const text = withoutLinks(withoutRoot(code.trim().replace(/^\$\s+/, '')))
  const call = withoutAssigned(text)
  if (ONLY_WORDS.test(text) || namesACall(text)) return undefined
  const isCall = call !== text && /^[A-Z_][A-Z0-9_]*=/.test(text)
  if (
    isCall ||
    INLINE_COMMAND.test(call) ||
    CMDLET.test(call) ||
    WITH_AN_OPTION.test(call) ||
    WITH_A_SCRIPT.test(call) ||
    WITH_A_PIPE.test(call) ||
    INLINE_COMMAND.test(call.replace(IN_A_CHAIN, '')) ||
    CHANGES_THE_SHELL.test(text)
  )
    return { language: 'sh', text, line }
  if (API_REQUEST.test(text)) return { language: 'http', text, line }
  if (isMetricQuery(text)) return { language: 'promql', text, line }
  if (LOG_QUERY.test(text)) return { language: 'text', text, line }
  return isInlineQuery(text) || JOB_QUERY.test(text) ? { language: 'sql', text, line } : undefined
}

/** `truncate -s 0 relay.log` is a tool of the shell and no statement. */
const IS_A_TOOL = /^\w+ +-/

/** Whether a text is a query of metrics, but for its remarks: that is of no shell, whatever its block says. */
export function asksForMetrics(text: string): boolean {
  return isQueryOfMetrics(toldLines(text).join(' '))
}

/** "(sum(...) / 7)" is one in brackets, `(ring_free_bytes / ring_size_bytes) * 100` counts with metrics. */
function isQueryOfMetrics(line: string): boolean {
  const query = line.replace(/^[(\s]+/, '').trimEnd()
  return isMetricQuery(query) || COUNTS_WITH_METRICS.test(query)
}

const COUNTS_WITH_METRICS =
  /^[a-z][a-z\d]*(?:_[a-z\d]+)+(?:\{[^{}]*\})? [-+*/%] [a-z][a-z\d]*(?:_[a-z\d]+)+(?=[\s(){}[\]]|$)/

const toldLines = (text: string): string[] =>
  text.split('\n').filter((line) => line.trim() !== '' && !REMARK.test(line))

/** Whether a text is for the console of a store, of metrics, of logs or of a language, and for no shell. */
export function readsAsQuery(text: string): boolean {
  const lines = toldLines(text)
  const line = lines.join(' ').trim()
  if (IS_A_TOOL.test(line)) return false
  const asks =
    isInlineQuery(line) ||
    JOB_QUERY.test(line) ||
    isQueryOfMetrics(line) ||
    LOG_QUERY.test(line) ||
    BARE_METRIC.test(line)
  return asks || REQUEST.test((lines[0] ?? '').trim()) || (lines.length === 1 && isCallInAConsole(line))
}

/** Whether a command goes on below: its line ends in a backslash, a pipe or "and". */
export function continues(line: string): boolean {
  return /(?:\\|\||&&|\|\|)\s*$/.test(line)
}
