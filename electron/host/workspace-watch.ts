import { stat } from 'node:fs/promises'
import { type FSWatcher, watch } from 'chokidar'

/** A burst of changes (a `git pull`) is read once, this long after its last file. */
const SETTLE_MS = 200

/** However long a burst goes on, what has come so far is read after this. */
const AT_LATEST_MS = 1_000

/** A folder that is away, on a drive or a share, is looked for this often. */
const LOOK_EVERY_MS = 2_000

/** Tells one folder from another that took its name; null when there is none. Never blocks: a share that hangs must not stop the clocks. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(folder)
    return `${dev} ${ino}`
  } catch {
    return null
  }
}

const watchFiles = (folder: string): FSWatcher =>
  watch(['team.yaml', 'runbooks', 'reference', 'templates'], {
    cwd: folder,
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(path),
  })

/**
 * Watches a workspace's files; `edited` is called once for a burst of changes, once when the watch is set up, for an edit made meanwhile, and when
 * the folder itself goes or comes back. Gives what ends the watch.
 */
export function watchWorkspace(folder: string, edited: () => void, log: (line: string) => void): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let burstAt: number | null = null
  const fire = (): void => {
    timer = null
    burstAt = null
    edited()
  }
  const settle = (): void => {
    const now = performance.now()
    burstAt ??= now
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(fire, Math.min(SETTLE_MS, Math.max(0, burstAt + AT_LATEST_MS - now)))
  }
  const start = (): FSWatcher => {
    const opened = watchFiles(folder)
    opened.on('all', settle)
    opened.on('ready', settle)
    opened.on('error', (error) => log(`workspace: watching ${folder} failed: ${String(error)}`))
    return opened
  }
  let isClosed = false
  let identity: string | null = null
  let watcher: FSWatcher | null = null
  let isLooking = false
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    const now = await identityOf(folder)
    isLooking = false
    if (isClosed || now === identity) return
    identity = now
    void watcher?.close()
    watcher = now === null ? null : start()
    settle()
  }
  void look()
  const lookForFolder = setInterval(look, LOOK_EVERY_MS)
  lookForFolder.unref()
  return async () => {
    isClosed = true
    clearInterval(lookForFolder)
    if (timer !== null) clearTimeout(timer)
    await watcher?.close()
  }
}
