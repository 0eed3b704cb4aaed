import { calledTool } from './called-tool.ts'
import { ASSIGNED, DECLARES } from './set-names.ts'

/**
 * Who reads the next word of a command besides the shell that it is typed into: nobody; one more shell, which is given all that follows in one
 * (`ssh host ...`, `eval ...`); one more shell, which is given this word (`sh -c ...`); or something of which no rule here knows how it reads.
 */
export type Reader = 'nobody' | 'ofTheRest' | 'ofTheWord' | 'unknown'

const SHELL = /^(?:\S*\/)?(?:ba|da|z|k|a)?sh$/
const SSH_OPTION_WITH_WORD = /^-[A-Za-z]*[BbcDEeFIiJLlmOopQRSWw]$/
const WATCH_OPTION_WITH_WORD = /^(?:-[A-Za-z]*[nq]|--interval|--equexit)$/
/** Words in front of a call that tell what it is: `kubectl exec ring -- sh`. */
const MOST_IN_FRONT = 8

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))
/** Tools whose words are never a program, whatever they hold. */
const TAKES_WORDS = words(
  'echo printf cat grep egrep fgrep zgrep head tail wc ls cp mv rm mkdir touch chmod chown stat file du df kill sleep return exit for select in case test [ cd logger',
)
/** Tools that read their input as text, whatever it holds. */
const TAKES_TEXT = words(
  'cat grep egrep fgrep zgrep wc head tail sort uniq cut tr tee less more nl rev tac paste fold column base64 xxd od md5sum sha1sum sha256sum gzip gunzip zcat jq yq awk sed read logger diff comm true :',
)
/** Tools whose words are a program, of their own language or for a shell that is not named. */
const TAKES_A_PROGRAM = words(
  'awk gawk mawk nawk sed jq yq perl ruby python python3 node php lua Rscript bc dc sqlite3 xargs parallel trap alias source . let at batch crontab tmux screen script expect make ansible salt pssh pdsh clush dsh gdb vim vi ex coproc bind complete mosh plink [[',
)
/** Options behind which a program stands: `psql -c`, `mysql -e`, `mongosh --eval`. */
const PROGRAM_OPTION =
  /^(?!-i?name$|-type$|-size$)(?:-[A-Za-z]*[ceqrCE]|--?(?:eval|commands?|execute|query|exec|execdir|ok|okdir|expression|script|run|ex|sql|statement|args|checkpoint-action|rsh|[a-z-]*(?:command|program)))(?:=|$)/
/** What is set for a shell or a tool that runs it: `PAGER='less -R'`. */
const IS_RUN_BY_OTHERS =
  /^(?:BASH_ENV|ENV|PS[0-4]|GIT_SSH|LESSOPEN|LESSCLOSE|\w*(?:PAGER|EDITOR|VISUAL|BROWSER)|\w*_COMMAND)\+?=/
/** Tools that run what stands in a file. */
const RUNS_A_FILE = words('. source python python3 node perl ruby php lua Rscript crontab at batch expect make')
const IS_A_SCRIPT = /\.(?:sh|bash|zsh|ksh|py|pl|rb|js|sql|awk|cron)["']?$/
const CALLS_A_SHELL = words('ssh eval watch su runuser env sudo')
const READS_NAMES = words('read unset mapfile readarray getopts wait')
const BEGINS_A_VALUE = /^[A-Za-z_]\w*\+?=/

/** Who reads what comes next in the command that all the words together are: a shell, and nobody besides, or nobody knows. */
function readerWithin(said: readonly string[]): Reader {
  const command =
    said
      .join(' ')
      .replace(/["'\\]/g, '')
      .split(/[;&|(){}\n`]/)
      .at(-1) ?? ''
  const inner = command.split(/\s+/).filter((word) => word !== '')
  return inner.length === 0 || readerOf(inner, '') === 'nobody' ? 'ofTheRest' : 'unknown'
}

function readerBehindSsh(rest: readonly string[]): Reader {
  let at = 0
  while (rest[at]?.startsWith('-')) at += SSH_OPTION_WITH_WORD.test(rest[at] ?? '') ? 2 : 1
  if (at < rest.length) return readerWithin(rest.slice(at + 1))
  return rest.at(-1) === '-o' ? 'unknown' : 'nobody'
}

function readerBehindWatch(rest: readonly string[]): Reader {
  if (rest.some((word) => /^(?:-[a-z]*x|--exec)$/.test(word))) return 'unknown'
  let at = 0
  while (rest[at]?.startsWith('-')) at += WATCH_OPTION_WITH_WORD.test(rest[at] ?? '') ? 2 : 1
  return at > rest.length ? 'nobody' : readerWithin(rest.slice(at))
}

/** Whether the next word is a script for a shell: `bash -x -c`, `su - ring -c`. */
function isScriptNext(said: readonly string[]): boolean {
  const before = said.at(-1) === '--' ? said.slice(0, -1) : said
  if (!/^-[a-z]*c$/.test(before.at(-1) ?? '')) return false
  const near = before.slice(-MOST_IN_FRONT)
  if (near.some((word) => word === 'su' || word === 'runuser')) return true
  const call = near.findLastIndex((word, at) => !word.startsWith('-') && near[at - 1] !== '-o')
  return SHELL.test(near[call] ?? '')
}

/** Whether a reader stands among the words where nobody can say that it is called: `gcloud compute ssh ring`. */
const namesAReader = (said: readonly string[]): boolean =>
  said.slice(0, MOST_IN_FRONT).some((word) => /^(?:\S*\/)?(?:ssh|eval|watch)$/.test(word))

/** Who reads the word that comes next, or goes on with what was `begun` of it. */
export function readerOf(said: readonly string[], begun: string): Reader {
  const { name, at } = calledTool(said)
  const rest = said.slice(at + 1)
  if (IS_RUN_BY_OTHERS.test(begun)) return 'unknown'
  const isInput = /^<(?:<<)?$/.test(begun) || said.at(-1) === '<<<'
  if (isInput && !TAKES_TEXT.has(name)) return 'unknown'
  if (name === '') return at < said.length || /^\w+\[/.test(begun) ? 'unknown' : 'nobody'
  if (DECLARES.has(name))
    return BEGINS_A_VALUE.test(begun) && !rest.some((word) => /^-\w*[in]/.test(word)) ? 'nobody' : 'unknown'
  if (READS_NAMES.has(name)) return 'unknown'
  if (name === 'printf') return rest.length === 0 || rest.includes('-v') ? 'unknown' : 'nobody'
  if (name === 'test' || name === '[') return said.includes('-v') ? 'unknown' : 'nobody'
  if (TAKES_A_PROGRAM.has(name)) return 'unknown'
  if (TAKES_WORDS.has(name)) return 'nobody'
  if (name === 'eval') return readerWithin(rest)
  if (name === 'watch') return readerBehindWatch(rest)
  if (name === 'ssh') return readerBehindSsh(rest)
  if (isScriptNext(said)) return rest.some((word) => /^-exec|^-ok/.test(word)) ? 'unknown' : 'ofTheWord'
  return PROGRAM_OPTION.test(said.at(-1) ?? '') || PROGRAM_OPTION.test(begun) || namesAReader(said)
    ? 'unknown'
    : 'nobody'
}

/** Whether a quoted text of several words may be a program of the tool that is given it: all but of those that are known to take words. */
export function mayBeAProgram(said: readonly string[], begun: string): boolean {
  const { name } = calledTool(said)
  return !(name === '' || TAKES_WORDS.has(name) || (DECLARES.has(name) && BEGINS_A_VALUE.test(begun)))
}

/** Whether the text typed into a command is read as text and stays there. */
export const takesDocument = (said: readonly string[]): boolean => {
  const { name } = calledTool(said)
  return TAKES_TEXT.has(name) && name !== 'tee' && !said.some(isIntoAFile)
}

/** `> script`, but not `2>&1` or `> /dev/null`. */
const isIntoAFile = (word: string): boolean => /(?<![2<])>(?!&)/.test(word)

/** What stands in quotes, which tells of its own commands itself, and what is to be filled in. */
const QUOTED_OR_OPEN = /'[^']*'|"(?:[^"\\]|\\.)*"|<[^<>\s](?:[^<>]*[^<>\s])?>/g

/** Whether `xargs` may be given this word, and calls no program with what it is handed. */
const takesMoreWords = (word: string): boolean =>
  !(/["'`$\\]|^-[a-z]*[ce]$/.test(word) || SHELL.test(word) || TAKES_A_PROGRAM.has(word) || CALLS_A_SHELL.has(word))

const COUNTS = words('-eq -ne -lt -le -gt -ge -v -ef -nt -ot')

/** Whether a shell stands at the end of a command that reads what it is typed: `| bash`, `kubectl exec -i ring -- sh`. */
function isBareShell(said: readonly string[], name: string, rest: readonly string[]): boolean {
  if (name === '') return said.some((word) => word === 'sudo' || word === 'doas')
  if (name === 'su' || name === 'runuser') return !rest.some((word) => /^-[a-z]*c$/.test(word))
  const typed = said.filter((word) => !/^[\d<>&]/.test(word))
  if (name === 'ssh' && readerBehindSsh(typed.slice(typed.indexOf('ssh') + 1, -1)) === 'nobody') return true
  const last = typed.findLast((word) => !word.startsWith('-')) ?? ''
  return SHELL.test(last) || (said.includes('-s') && said.some((word) => SHELL.test(word)))
}

type CommandTold = {
  readonly isUnsure: boolean
  readonly readsInput: boolean
  readonly writes: boolean
  readonly runsAFile: boolean
}

/**
 * What a whole command makes of its script: `isUnsure` where values of any of its commands may be read as more through it (what runs a variable,
 * counts with one, writes a script, or is handed what others print), `readsInput` where it is a shell that runs what it is typed, `writes` where it
 * prints into a file, `runsAFile` where it may run one.
 */
export function tellCommand(said: readonly string[], isPiped: boolean): CommandTold {
  const { name, at } = calledTool(said)
  const call = said[at] ?? ''
  const rest = said.slice(at + 1)
  const writes = name === 'tee' || said.some((word) => isIntoAFile(word.replace(QUOTED_OR_OPEN, '')))
  const hasExpansion = rest.some((word) => /[$`]/.test(word))
  const isUnsure =
    (isPiped && !TAKES_TEXT.has(name) && !(name === 'xargs' && rest.every(takesMoreWords))) ||
    (isPiped && /^(?:awk|sed)$/.test(name) && rest.some((word) => /system|getline|\||[/,|#]\w*e\w*['"]$/.test(word))) ||
    /^["']?[$`]/.test(call) ||
    name === 'let' ||
    (writes && rest.some((word) => IS_A_SCRIPT.test(word))) ||
    (/^(?:\[\[?|test)$/.test(name) && rest.some((word) => COUNTS.has(word))) ||
    (DECLARES.has(name) && rest.some((word) => /^-\w*[in]/.test(word))) ||
    (READS_NAMES.has(name) && hasExpansion) ||
    (name === 'printf' && rest[0] === '-v' && hasExpansion) ||
    said.slice(0, at).some((word) => ASSIGNED.test(word) && /^\w+\[(?!\d+\])/.test(word))
  const runsAFile = RUNS_A_FILE.has(name) || call.includes('/') || said.some((word) => SHELL.test(word))
  return { isUnsure, readsInput: isBareShell(said, name, rest), writes, runsAFile }
}
