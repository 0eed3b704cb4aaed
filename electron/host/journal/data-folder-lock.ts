import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode } from './journal-failure.ts'
import { isSeenRunning, mayStillRun, ownIdentity, type ProcessIdentity } from './process-identity.ts'

/** The right to write to a data folder (J9). */
export type HeldLock = { readonly held: true; readonly release: () => void }

/** Another process may write to it. */
export type LockElsewhere = {
  readonly held: false
  /** Who, in words. */
  readonly holder: string
  /** The file of its claim when nothing here can see whether that process still runs (another machine or container): only a person can know. Else null. */
  readonly unseenClaim: string | null
  /** Whether that process is seen to run, whatever became of its claim: a file can be deleted under a process that still writes. */
  readonly isRunning: () => boolean
}

/** Whether this process may write to the data folder; if not, who may. */
export type DataFolderLock = HeldLock | LockElsewhere

const claimSchema = z.object({
  pid: z.number().int(),
  host: z.string(),
  bootId: z.string().nullable(),
  pidNamespace: z.string().nullable().default(null),
  bootedAtMs: z.number(),
  uptimeMs: z.number().nullable().default(null),
  startedTicks: z.string().nullable(),
  claimedAt: z.string(),
})
type Claim = z.infer<typeof claimSchema>

/** How long two that start at the same moment wait for one another, and how often they look. Milliseconds. */
const patienceMs = 300
const lookEveryMs = 10

const holderWords = (claim: Claim): string =>
  `process ${claim.pid} on ${claim.host}, since ${claim.claimedAt.slice(0, 16).replace('T', ' ')} UTC`

/** What a file among the claims says: who claims, that it is no claim, or nothing, because it may not or cannot be read. */
type Found =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'noClaim' }
  | { readonly kind: 'unreadable'; readonly why: string }

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function claimIn(text: string): Claim | null {
  try {
    return claimSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** A claim is put in place whole, so what was read and is none is no claim in the making. What was not read may be anybody's. */
function readClaim(path: string): Found {
  try {
    const text = textOf(path)
    const claim = text === null ? null : claimIn(text)
    return claim === null ? { kind: 'noClaim' } : { kind: 'claim', claim }
  } catch (error) {
    return { kind: 'unreadable', why: errorCode(error) }
  }
}

function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** Those of others that may still run; the claims of the dead are swept away, which is safe because no name is used twice. */
function livingOthers(folder: string, own: string | null, self: ProcessIdentity): Map<string, LockElsewhere> {
  const living = new Map<string, LockElsewhere>()
  for (const name of readdirSync(folder)) {
    if (name === own || !name.endsWith('.json')) continue
    const path = join(folder, name)
    const found = readClaim(path)
    if (found.kind === 'unreadable') living.set(name, heldUnread(path, found.why))
    else if (found.kind === 'claim' && mayStillRun(found.claim, self)) living.set(name, heldBy(path, found.claim, self))
    else rmSync(path, { force: true })
  }
  return living
}

const heldBy = (path: string, claim: Claim, self: ProcessIdentity): LockElsewhere => ({
  held: false,
  holder: holderWords(claim),
  unseenClaim: isSeenRunning(claim, self) ? null : path,
  isRunning: () => claim.pid !== self.pid && isSeenRunning(claim, self),
})

const heldUnread = (path: string, why: string): LockElsewhere => ({
  held: false,
  holder: `somebody whose claim ${path} cannot be read (${why})`,
  unseenClaim: path,
  isRunning: () => false,
})

const locksIn = (dataFolder: string): string => join(dataFolder, 'locks')

/** Who claims a data folder now; nobody when it is free to be taken. Claims nothing itself and waits for nobody. */
export function holdersOf(dataFolder: string): readonly LockElsewhere[] {
  const folder = locksIn(dataFolder)
  if (!existsSync(folder)) return []
  const self = ownIdentity()
  return [...livingOthers(folder, null, self).values()]
}

/**
 * Takes the one right to write to a data folder (J9). Each process first puts down a claim of its own and then looks for
 * others: of two, at least one sees the other, so never do both write, also when both find the same dead claim. Of two
 * that start at once the one with the greater name steps back; the other looks again until it is alone.
 */
export function acquireDataFolderLock(dataFolder: string): DataFolderLock {
  const folder = locksIn(dataFolder)
  const self = ownIdentity()
  const own = `${self.pid}-${randomBytes(8).toString('hex')}.json`
  const path = join(folder, own)
  const claimedAt = new Date().toISOString()
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.tmp`, JSON.stringify({ ...self, claimedAt } satisfies Claim))
  renameSync(`${path}.tmp`, path)

  for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
    const others = livingOthers(folder, own, self)
    const [first] = others
    if (first === undefined) return { held: true, release: () => rmSync(path, { force: true }) }
    const stepBack = waitedMs >= patienceMs || [...others.keys()].some((name) => name < own)
    if (stepBack) {
      rmSync(path, { force: true })
      return first[1]
    }
    pause(lookEveryMs)
  }
}
