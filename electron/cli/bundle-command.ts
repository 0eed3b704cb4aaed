import { everything, MOST_WEEKS, type OfflineChoice } from '../../shared/bundle/offline-copy.ts'
import { offlineFileName } from '../../shared/bundle/offline-file-name.ts'
import { refusalWords } from '../../shared/contract/refusal-words.ts'
import { makeOfflineCopy } from '../host/make-offline-copy.ts'
import { readWorkspace, type WorkspaceContents } from '../host/workspace.ts'
import { bundleParts, withinWorkspace } from './bundle-places.ts'
import { bundleTarget, writeBundle } from './bundle-target.ts'
import { sayObstacles, sayWhatIsMissing } from './bundle-words.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** What `bundle` takes besides the places; `contacts` is false after `--no-contacts`. */
export type BundleOptions = PlaceOptions & {
  readonly out: string
  readonly contacts: boolean
  readonly only?: readonly string[]
  readonly leaveOut?: readonly string[]
  readonly maskSecrets?: boolean
  readonly despiteErrors?: boolean
  readonly weeks?: string
  readonly encrypt?: boolean
  readonly at?: string
}

function weeksOf(weeks: string | undefined): number {
  if (weeks === undefined) return everything.weeks
  const count = Number(weeks)
  if (!Number.isInteger(count) || count < 1 || count > MOST_WEEKS) {
    throw new UsageError(`"${weeks}" is no number of weeks. Give 1 to ${MOST_WEEKS}, for example --weeks 8.`)
  }
  return count
}

function choiceOf(options: BundleOptions, folder: string): OfflineChoice {
  const { contacts, only, leaveOut = [], maskSecrets = false, despiteErrors = false } = options
  if (!contacts && only?.includes('contacts') === true) {
    throw new UsageError('--only contacts and --no-contacts exclude each other. Leave one of them out.')
  }
  return {
    ...bundleParts(only, folder),
    contacts,
    weeks: weeksOf(options.weeks),
    leaveOut: leaveOut.map((place) => withinWorkspace(place, folder)),
    maskSecrets,
    despiteErrors,
  }
}

function instantOf(at: string | undefined, nowMs: number): number {
  const atMs = at === undefined ? nowMs : Date.parse(at)
  if (Number.isNaN(atMs)) {
    throw new UsageError(`"${at}" is no time. Give an ISO 8601 instant, for example --at 2026-12-25T03:00:00Z`)
  }
  return atMs
}

/** Neither a team nor anything to read: the wrong folder. */
const isBare = ({ documents, problems }: WorkspaceContents): boolean =>
  documents.length === 0 && problems.some(({ rule }) => rule === 'team/missing')

const sizeInWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`

/**
 * `nightdesk bundle [WORKSPACE] --out FILE|FOLDER`: one self-contained page of the workspace, to take along. 1 when secrets or errors of
 * team.yaml keep it from being made.
 */
export async function runBundle(
  options: BundleOptions,
  terminal: Terminal,
  nowMs: number,
  askPassphrase: () => Promise<string>,
): Promise<ExitCode> {
  const folder = workspaceOf(options, terminal)
  const contents = readWorkspace(folder)
  const choice = choiceOf(options, folder)
  const atMs = instantOf(options.at, nowMs)
  const isEncrypted = options.encrypt === true
  const file = bundleTarget(options.out, offlineFileName(choice, new Date(atMs).toISOString(), isEncrypted))
  const passphrase = isEncrypted ? await askPassphrase() : null
  const made = await makeOfflineCopy(contents, choice, passphrase, atMs)
  if (!made.ok) {
    if (made.error.kind === 'refused' && isBare(contents))
      throw new UsageError(`${folder} holds no team.yaml, no runbook and no page. Give the folder of your workspace.`)
    if (made.error.kind === 'refused') throw new UsageError(refusalWords(made.error))
    sayObstacles(made.error.problems, terminal)
    return 1
  }
  const { text, ...facts } = made.value
  writeBundle(file, text)
  if (options.json === true) terminal.out(JSON.stringify({ file, ...facts }, null, 2))
  else {
    const size = `${sizeInWords(facts.bytes)}${facts.encrypted ? ', encrypted' : ''}`
    const reach = facts.scheduleEndsAt === null ? '' : ` Schedule to ${facts.scheduleEndsAt.slice(0, 10)}.`
    terminal.out(`${file}: ${facts.documents} documents, ${size}.${reach} Stale from ${facts.staleAt.slice(0, 10)}.`)
  }
  if (options.json !== true || facts.teamDoubt !== null) sayWhatIsMissing(facts, choice.contacts, terminal)
  return 0
}
