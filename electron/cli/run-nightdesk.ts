import process from 'node:process'
import { Command, CommanderError, Option } from 'commander'
import packageFile from '../../package.json' with { type: 'json' }
import type { BundleOptions } from './bundle-command.ts'
import type { CheckOptions } from './check-command.ts'
import type { ExportOptions } from './export-command.ts'
import type { InspectOptions } from './inspect-command.ts'
import type { OncallOptions } from './oncall-command.ts'
import type { PlaceOptions } from './places.ts'
import { type ExitCode, harmless, type Terminal, UsageError } from './terminal.ts'

const withPlaces = (command: Command): Command =>
  command
    .addOption(new Option('--workspace <dir>', 'the folder with team.yaml and runbooks'))
    .addOption(new Option('--data <dir>', 'the folder with the journals'))
    .addOption(new Option('--json', 'print JSON'))

/** Each command is read from the disk when it is run: what one needs, as the holidays of the world, no other waits for. */
type End = (code: ExitCode) => void

function addBundle(program: Command, terminal: Terminal, nowMs: number, end: End): void {
  withPlaces(program.command('bundle [workspace]'))
    .description('make one self-contained page of runbooks, schedule and contacts, to take along')
    .requiredOption(
      '--out <file>',
      'write the page here, in a folder that is there; in a folder itself under a name of its own',
    )
    .option(
      '--only <what...>',
      'runbooks, reference, schedule, contacts, a folder, a document, a pipeline; all when left out',
    )
    .option('--no-contacts', 'take phone numbers, mail addresses and chat names out of every text; names stay')
    .option('--leave-out <path...>', 'folders, documents and pipelines that stay behind')
    .option('--mask-secrets', 'leave out the lines that hold secrets instead of refusing the copy')
    .option('--despite-errors', 'make the copy although team.yaml has errors; it then warns in red')
    .option('--weeks <count>', 'how far ahead the schedule reaches', '8')
    .option('--encrypt', 'ask for a passphrase, or take it from NIGHTDESK_PASSPHRASE')
    .option('--at <instant>', 'made as of then, ISO 8601; now when left out')
    .action(async (workspace: string | undefined, options: BundleOptions) => {
      const [{ runBundle }, { askPassphrase }] = await Promise.all([
        import('./bundle-command.ts'),
        import('./ask-passphrase.ts'),
      ])
      end(
        await runBundle(workspace === undefined ? options : { ...options, workspace }, terminal, nowMs, askPassphrase),
      )
    })
}

/** The commands that read runbooks: what other people's files hold is made harmless on its way to the terminal. */
function addReading(program: Command, terminal: Terminal, nowMs: number, end: End): void {
  withPlaces(program.command('check [paths...]'))
    .description(
      'find what is wrong in a workspace, or in any folders and files of Markdown runbooks; in the current folder when none is given',
    )
    .option('--format <format>', 'text, json, sarif (2.1.0) or github (annotations)')
    .option('--max-warnings <count>', 'end with 1 when there are more')
    .option('--strict', 'ask for an owner and every part, whatever the habit of the folder')
    .option(
      '--require <names>',
      'agreed for every runbook: owner, sources, sla, scenarios, escalation, meaning, impact; or a team.yaml: team',
      (names: string, before: readonly string[] = []) => [...before, names],
    )
    .option('--fix', 'mend what is safe, and show the difference')
    .option('--dry-run', 'with --fix: show it and write nothing')
    .option('--baseline <file>', 'tell only what this file does not hold')
    .option('--write-baseline', 'with --baseline: write what is wrong now into that file')
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import('./check-command.ts')
      end(await runCheck(paths, options, harmless(terminal), nowMs))
    })
  program
    .command('inspect <path>')
    .description('show what is understood of a runbook, or of each one in a folder')
    .option('--json', 'print JSON')
    .action(async (path: string, options: InspectOptions) => {
      const { runInspect } = await import('./inspect-command.ts')
      end(await runInspect(path, options, harmless(terminal), nowMs))
    })
}

/** Builds the commands; `end` takes the exit code of the one that ran. */
function createProgram(terminal: Terminal, nowMs: number, end: End): Command {
  const program = new Command('nightdesk')
    .description('The incident console, in a terminal. Works with no network.')
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
    })
  addReading(program, terminal, nowMs, end)
  withPlaces(program.command('export <incident>'))
    .description('print a postmortem; <incident> is an id or a journal file')
    .option('--format <format>', 'md, the default, or json')
    .option('--out <file>', 'write here, with the evidence beside it')
    .option('--timezone <name>', 'for local times; IANA name', 'UTC')
    .option('--hide', 'ask for the values of secrets that were given, to hide them; or take them from NIGHTDESK_HIDE')
    .action(async (incident: string, options: ExportOptions) => {
      const [{ runExport }, { askOnTerminal }] = await Promise.all([
        import('./export-command.ts'),
        import('./hidden-values.ts'),
      ])
      end(await runExport(incident, options, terminal, askOnTerminal()))
    })
  withPlaces(program.command('verify [incident]'))
    .description('check the hash chain of an incident or a journal file')
    .option('--all', 'every incident of the data folder')
    .action(async (incident: string | undefined, options: PlaceOptions & { all?: boolean }) => {
      const { runVerify } = await import('./verify-command.ts')
      end(await runVerify(incident, options, harmless(terminal)))
    })
  withPlaces(program.command('list'))
    .description('list the incidents of the data folder, newest first')
    .action(async (options: PlaceOptions) => {
      const { runList } = await import('./list-command.ts')
      end(await runList(options, harmless(terminal)))
    })
  withPlaces(program.command('oncall'))
    .description('say who is on call, list the turns of one person, or write a calendar')
    .option('--at <instant>', 'ISO 8601; now when left out')
    .option('--who <person>', 'the turns of one person: id, name or address')
    .option('--ics [file]', 'an iCalendar file of everything, or of --who; to the terminal when no file is given')
    .option('--until <instant>', 'how far --who and --ics look; 12 weeks and a year when left out')
    .action(async (options: OncallOptions) => {
      const { runOncall } = await import('./oncall-command.ts')
      end(runOncall(options, terminal, nowMs))
    })
  addBundle(program, harmless(terminal), nowMs, end)
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  return program
}

/** Whether the current folder is still there: every path is counted from it. */
function standsSomewhere(): boolean {
  try {
    return process.cwd() !== ''
  } catch {
    return false
  }
}

/** Runs one command line (without the program's own name) at an instant (epoch ms) and gives its exit code; never throws. */
export async function runNightdesk(words: readonly string[], terminal: Terminal, nowMs: number): Promise<ExitCode> {
  let code: ExitCode = 0
  const program = createProgram(terminal, nowMs, (ended) => {
    code = ended
  })
  if (!standsSomewhere()) {
    terminal.error('The folder you are in was removed. Go to another one (cd) and run the command again.')
    return 2
  }
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    terminal.error(error instanceof UsageError ? error.message : `Nightdesk failed: ${String(error)}`)
    return 2
  }
}
