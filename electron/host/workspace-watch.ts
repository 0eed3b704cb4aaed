import { realpath, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'

/** A burst of changes (a `git pull`) is read once, this long after its last file. */
const SETTLE_MS = 200

/** However long a burst goes on, what has come so far is read after this. */
const AT_LATEST_MS = 1_000

/** A folder that is away, or that took the place of another one (a `git checkout`), is looked for this often: no event tells of it. */
const LOOK_EVERY_MS = 1_000

const TEAM_FILE = 'team.yaml'
const FOLDERS = ['runbooks', 'reference', 'templates']
const WATCHED = [TEAM_FILE, ...FOLDERS]
const LEFT_ALONE = new Set(['.git', 'node_modules'])

/** A burst of more files is one of any: the system drops events when they come too fast, and does not say of which. */
const MOST_NAMED = 100

/** Tells one folder from another that took its name, also where the inode is used again; null when there is none. Never blocks: a share that hangs must not stop the clocks. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino, birthtimeMs } = await stat(folder)
    return `${dev} ${ino} ${birthtimeMs}`
  } catch {
    return null
  }
}

/** Where a link leads, for a link is not followed by itself; of what is not there the place where it would be. */
async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return path
  }
}

/**
 * The identities of a workspace and of the folders in it that are watched, and where its team's file lies, for it may be a link that is led
 * elsewhere; null when there is no such workspace.
 */
async function identitiesOf(workspace: string): Promise<string | null> {
  const own = await identityOf(workspace)
  if (own === null) return null
  const within = await Promise.all(FOLDERS.map((name) => identityOf(join(workspace, name))))
  return [own, ...within, await placeOf(join(workspace, TEAM_FILE))].join(', ')
}

/** What chokidar calls an event of a file alone; of a folder, or of the whole, any file may be concerned. */
const OF_A_FILE = new Set(['add', 'change', 'unlink'])

/** Hears the path of a file in the workspace, with forward slashes, or null when it may be any. */
type Noticed = (path: string | null) => void

/**
 * Watches the folders, and of the team's file the folder that it lies in: chokidar loses a single file that is taken away and written anew, as
 * `git pull` does with each file that it changes.
 */
async function watchFiles(workspace: string, noticed: Noticed): Promise<FSWatcher> {
  const own = await placeOf(workspace)
  const places = await Promise.all(WATCHED.map((name) => placeOf(join(own, name))))
  const [team = own, ...folders] = places
  const around = dirname(team)
  const pathOf = (file: string): string[] | null => {
    const inner = places.map((place) => relative(place, file))
    const index = inner.findIndex((path) => !path.startsWith('..') && !isAbsolute(path))
    const within = inner[index]
    return within === undefined ? null : [WATCHED[index] ?? '', ...within.split(sep).filter(Boolean)]
  }
  const watcher = watch([around, ...folders.filter((place) => dirname(place) !== around)], {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (file) => pathOf(file)?.some((name) => LEFT_ALONE.has(name)) ?? relative(around, file) !== '',
  })
  watcher.on('all', (event, file) => noticed(OF_A_FILE.has(event) ? (pathOf(file)?.join('/') ?? null) : null))
  return watcher.on('ready', () => noticed(null))
}

/**
 * Watches a workspace's files; `edited` is called once for a burst of changes, once when the watch is set up, for an edit made meanwhile, and when
 * the workspace or a folder in it goes, comes back or is another one. It hears the paths of the files that were edited, or null when any may be. Gives
 * what ends the watch.
 */
export function watchWorkspace(
  folder: string,
  edited: (paths: ReadonlySet<string> | null) => void,
  log: (line: string) => void,
): () => Promise<void> {
  let timer: NodeJS.Timeout | null = null
  let burstAt: number | null = null
  let named: Set<string> | null = new Set()
  const fire = (): void => {
    const paths = named
    timer = null
    burstAt = null
    named = new Set()
    edited(paths)
  }
  const settle: Noticed = (path) => {
    if (path === null || named?.size === MOST_NAMED) named = null
    else named?.add(path)
    const now = performance.now()
    burstAt ??= now
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(fire, Math.min(SETTLE_MS, Math.max(0, burstAt + AT_LATEST_MS - now)))
  }
  const start = async (): Promise<FSWatcher> => {
    const opened = await watchFiles(folder, settle)
    opened.on('error', (error) => log(`workspace: watching ${folder} failed: ${String(error)}`))
    return opened
  }
  let isClosed = false
  let identity: string | null | undefined
  let watcher: FSWatcher | null = null
  let isLooking = false
  const look = async (): Promise<void> => {
    if (isLooking) return
    isLooking = true
    try {
      const now = await identitiesOf(folder)
      if (isClosed || now === identity) return
      identity = now
      void watcher?.close()
      watcher = null
      const started = now === null ? null : await start()
      if (isClosed) await started?.close()
      else watcher = started
      settle(null)
    } finally {
      isLooking = false
    }
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
