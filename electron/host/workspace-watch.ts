import { watch } from 'chokidar'

/** A burst of changes (a `git pull`) is read once, this long after its last file. */
const SETTLE_MS = 200

/** However long a burst goes on, what has come so far is read after this. */
const AT_LATEST_MS = 1_000

/**
 * Watches a workspace's files; `edited` is called once for a burst of changes, and once when the watch is set up, for an edit made meanwhile. Gives what
 * ends the watch.
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
  const watcher = watch(['team.yaml', 'runbooks', 'reference', 'templates'], {
    cwd: folder,
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(path),
  })
  watcher.on('all', settle)
  watcher.on('ready', settle)
  watcher.on('error', (error) => log(`workspace: watching ${folder} failed: ${String(error)}`))
  return async () => {
    if (timer !== null) clearTimeout(timer)
    await watcher.close()
  }
}
