import { mkdirSync } from 'node:fs'
import { contract } from '../../shared/contract/contract.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { awaitDataFolder } from './await-data-folder.ts'
import type { HostOptions } from './host-context.ts'
import { createHostNews } from './host-news.ts'
import { acquireDataFolderLock, type DataFolderLock } from './journal/data-folder-lock.ts'
import { type OpenHost, openHost } from './open-host.ts'
import { refuse } from './refuse.ts'

/** A running console without its windows: what every door serves. One that only reads writes as soon as it may (J9). */
export type Host = OpenHost & {
  /** Calls once this host holds the data folder: at once, or when the one that held it has ended. */
  readonly whenHolding: (run: () => void) => void
}

const closed = refuse('readOnly', 'This Nightdesk is closing.', 'Open it again.')

/** The calls of a host that may be replaced between two of them; null once it is closed, when the folder may be another's. */
function handlersOf(current: () => OpenHost | null): Handlers {
  const names = Object.keys(contract) as (keyof Handlers)[]
  const forward = (name: keyof Handlers) => async (input: never) => current()?.handlers[name](input) ?? closed
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as Handlers
}

/**
 * Opens the data folder for writing, or, while another Nightdesk holds it, for reading only. When that one ends, the folder is opened
 * anew as at a start: what was written meanwhile is read, overdue rungs fire, and only then do the windows leave the host that read.
 */
export async function createHost(options: HostOptions): Promise<Host> {
  const { dataFolder, log } = options
  mkdirSync(dataFolder, { recursive: true })
  const { publish, listen } = createHostNews(log)
  const lock = acquireDataFolderLock(dataFolder)
  let host = await openHost(options, lock)
  let isClosed = false
  let unlisten = host.listen(publish)
  let isHolding = lock.held
  const whenHeld: (() => void)[] = []

  const tellAll = (): void => {
    publish({ type: 'reset' })
    publish({ type: 'library' })
    if (!isHolding) return
    log('The other Nightdesk has ended. This one writes now.')
    for (const run of whenHeld.splice(0)) tryTo(run)
  }
  const tryTo = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      log(`Something that waited for the right to write failed: ${reasonOf(error)}`)
    }
  }
  const openAnew = async (nextLock: DataFolderLock): Promise<void> => {
    const before = host
    host = await openHost(options, nextLock)
    // From here on this host may write: whatever goes wrong while the one before is put away must not give the folder free.
    unlisten()
    unlisten = host.listen(publish)
    isHolding = nextLock.held
    tellAll()
    try {
      await before.close()
    } catch (error) {
      log(`The host that read was not put away well: ${reasonOf(error)}`)
    }
  }
  if (!lock.held)
    log(`Read-only: ${lock.holder} holds this data folder. When that one ends, this one writes by itself.`)
  const awaiting = lock.held
    ? null
    : awaitDataFolder({ dataFolder, holder: lock, open: openAnew, follow: () => host.follow(), log })

  return {
    handlers: handlersOf(() => (isClosed ? null : host)),
    whenHolding: (run) => {
      if (isHolding) run()
      else whenHeld.push(run)
    },
    listen,
    wake: (cause) => host.wake(cause),
    follow: () => host.follow(),
    close: async () => {
      isClosed = true
      await awaiting?.stop()
      await host.close()
    },
  }
}
