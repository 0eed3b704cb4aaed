import { reasonOf } from '../../shared/kit/reason-of.ts'
import {
  acquireDataFolderLock,
  type DataFolderLock,
  holdersOf,
  type LockElsewhere,
} from './journal/data-folder-lock.ts'

/** How often is looked, in milliseconds of real time: whoever closes the other window should not have to wait for this one. */
const LOOK_EVERY_MS = 2_000

/** What a wait needs. */
export type AwaitedFolderOptions = {
  readonly dataFolder: string
  /** Who holds it at the beginning. */
  readonly holder: LockElsewhere
  /** Opens the folder under a lock: the one that was got, or that of another holder than before. When it fails, it has given the lock back. */
  readonly open: (lock: DataFolderLock) => Promise<void>
  /** Called at each look while another one holds it: takes in what that one wrote. */
  readonly follow: () => Promise<void>
  readonly log: (line: string) => void
}

/** A wait that can be given up. */
export type AwaitedFolder = {
  /** Looks no more; resolves when what had begun is through. */
  readonly stop: () => Promise<void>
}

/** The lock that is to be had now, another holder, or null while nothing has changed. */
function lookAt(dataFolder: string, known: LockElsewhere): DataFolderLock | null {
  const holders = holdersOf(dataFolder)
  if (holders.some(({ holder }) => holder === known.holder)) return null
  const [first] = holders
  if (first !== undefined) return first
  return known.isRunning() ? null : acquireDataFolderLock(dataFolder)
}

/** Looks again and again at a data folder that another Nightdesk holds, and takes it when that one has ended (J9). */
export function awaitDataFolder({ dataFolder, holder, open, follow, log }: AwaitedFolderOptions): AwaitedFolder {
  let known = holder
  let problem = ''
  let looking: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let isOver = false

  const look = async (): Promise<void> => {
    const lock = lookAt(dataFolder, known)
    if (lock === null) return follow()
    await open(lock)
    if (lock.held) isOver = true
    else known = lock
  }
  const sayOnce = (error: unknown): void => {
    const words = reasonOf(error)
    if (words !== problem) log(`This Nightdesk still only reads: ${words}`)
    problem = words
  }
  const plan = (): void => {
    if (isOver) return
    timer = setTimeout(() => {
      looking = look().catch(sayOnce).then(plan)
    }, LOOK_EVERY_MS)
    timer.unref()
  }
  plan()
  return {
    stop: async () => {
      isOver = true
      if (timer !== null) clearTimeout(timer)
      await looking
    },
  }
}
