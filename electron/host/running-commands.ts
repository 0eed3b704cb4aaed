import type { CommandOutput, SameCommand } from '../../shared/contract/command-answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { type LoggedRun, recordEnd, recordStart } from './command-log.ts'
import type { Shell } from './find-shell.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { personAtDesk } from './person-at-desk.ts'
import { refuse } from './refuse.ts'
import { type CommandEnd, type RunningCommand, runCommand } from './run-command.ts'

/** Windows are told of new output at most this often, in milliseconds; so soon also a line without an end is shown. */
const TELL_EVERY_MS = 250
/** How long commands that a closing host asked to end may take, in milliseconds: the desktop waits for its host for a second. */
const CLOSE_PATIENCE_MS = 500
/** Outputs of ended commands that windows may still ask for. */
const MOST_ENDED = 50

/** What is to be run, its id yet to be given. `text` is logged and has its secrets hidden, `typed` is what the shell gets. */
export type CommandStart = Omit<LoggedRun, 'run' | 'by' | 'shell'> & {
  readonly shell: Shell
  readonly typed: string
  readonly secrets: readonly string[]
}

/** The commands of this host: those that run, and what the last ones left. */
export type RunningCommands = {
  readonly start: (session: IncidentSession, order: CommandStart) => Reply<{ readonly run: string }>
  /** False when it does not run here. */
  readonly stop: (run: string) => boolean
  readonly read: (run: string) => CommandOutput | null
  /** The runs of exactly this text, its secrets hidden, that have not ended, in whatever incident. */
  readonly sameAs: (text: string) => readonly SameCommand[]
}

type Running = {
  readonly command: RunningCommand
  readonly text: string
  readonly same: SameCommand
  readonly keepEnd: (ended: CommandEnd) => void
}

/** Says that something changed, not more often than windows can read. */
function createTeller(tell: () => void) {
  let timer: NodeJS.Timeout | undefined
  return {
    changed: (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        tell()
      }, TELL_EVERY_MS)
    },
    stop: (): void => clearTimeout(timer),
  }
}

/** Waits for all of them, but not longer than so many milliseconds. */
async function endedWithin(ends: readonly Promise<CommandEnd>[], ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([Promise.all(ends), patience])
  clearTimeout(timer)
}

/** Opens the list, empty. A closing host takes its commands with it: they are asked to end, then killed, and the log says how far they came. */
export function openRunningCommands(context: HostContext): RunningCommands {
  const running = new Map<string, Running>()
  const ended = new Map<string, CommandOutput>()
  context.beforeClose(async () => {
    const asked = [...running.values()]
    for (const { command } of asked) command.stop()
    await endedWithin(
      asked.map(({ command }) => command.ended),
      CLOSE_PATIENCE_MS,
    )
    const left = [...running.values()]
    running.clear()
    for (const { command, keepEnd } of left) keepEnd(command.abandon())
  })

  const keepOutput = (run: string, output: CommandOutput): void => {
    ended.set(run, output)
    const oldest = ended.size > MOST_ENDED ? [...ended].find(([, { isLogged }]) => isLogged) : undefined
    if (oldest !== undefined) ended.delete(oldest[0])
  }

  const start: RunningCommands['start'] = (session, order) => {
    if (context.closing.aborted) return refuse('notAllowed', 'Nightdesk is closing. Nothing was run.')
    const run = context.ids.ulid(context.clock.nowMs())
    const startedAt = new Date(context.clock.nowMs()).toISOString()
    const { shell, text, limitMs, typed, secrets, ...about } = order
    const by = personAtDesk(context)
    const logged: LoggedRun = { ...about, text, limitMs, run, by, shell: shell.file }
    const started = recordStart(context, session, logged)
    if (!started.ok) return started
    const { incident } = session
    const tell = (isEnded: boolean): void => context.publish({ type: 'command', run, incident, ended: isEnded })
    const teller = createTeller(() => tell(false))
    const command = runCommand(
      { text: typed, shell, folder: context.workspace.folder, limitMs, secrets },
      teller.changed,
    )
    const keepEnd = (end: CommandEnd): void => {
      teller.stop()
      const isLogged = recordEnd(context, session, logged, end)
      keepOutput(run, { isRunning: false, text: end.output, unfinished: '', isLogged })
      tell(true)
    }
    running.set(run, { command, text, same: { run, incident, startedAt }, keepEnd })
    void command.ended.then((end) => {
      if (running.delete(run)) keepEnd(end)
    })
    return { ok: true, value: { run } }
  }

  return {
    start,
    stop: (run) => {
      running.get(run)?.command.stop()
      return running.has(run)
    },
    read: (run) => {
      const printed = running.get(run)?.command.printed()
      return printed === undefined ? (ended.get(run) ?? null) : { isRunning: true, ...printed, isLogged: true }
    },
    sameAs: (text) => [...running.values()].filter((each) => each.text === text).map(({ same }) => same),
  }
}
