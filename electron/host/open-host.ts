import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { startAlarm } from './alarm.ts'
import { closeLostCommands } from './close-lost-commands.ts'
import { type Closers, createClosers } from './closers.ts'
import { describeDesk } from './desk-handlers.ts'
import { performEffects, unfinishedEffects } from './effects.ts'
import { createHandlers } from './handlers.ts'
import type { HostContext, HostOptions, WakeCause } from './host-context.ts'
import { createHostNews } from './host-news.ts'
import { openRegistry } from './incident-registry.ts'
import type { SessionNews } from './incident-session.ts'
import { openInbox, openIntake } from './intake/open-intake.ts'
import type { DataFolderLock } from './journal/data-folder-lock.ts'
import { createJournalStore } from './journal/journal-store.ts'
import { createLastAlive } from './last-alive.ts'
import { createSecretValues } from './secret-values.ts'
import { openStateCache } from './state-cache.ts'
import { createTestClockTeller } from './tell-test-clock.ts'
import { openWorkspace } from './workspace.ts'
import { openWorkspaceMemory } from './workspace-memory.ts'

/** A host that has opened the data folder, for writing or for reading only; it stays what it was opened as. */
export type OpenHost = {
  readonly handlers: Handlers
  readonly listen: (hear: (event: HostEvent) => void) => () => void
  /** Looks at every deadline now; shells call it on resume, unlock and focus. */
  readonly wake: (cause: WakeCause) => void
  /** Takes in what the Nightdesk that holds the folder wrote, when this one only reads (J9.2). */
  readonly follow: () => Promise<void>
  /** Stops the alarm, anchors and closes every journal, and at the very end gives the data folder free if it was held. */
  readonly close: () => Promise<void>
}

/**
 * Opens the data folder under a lock and the workspace, catches up on overdue rungs, and starts the alarm. When that fails, what was
 * opened is closed and the lock given back.
 */
export async function openHost(options: HostOptions, lock: DataFolderLock): Promise<OpenHost> {
  const closers = createClosers(options.log)
  const close = async (): Promise<void> => {
    await closers.close()
    if (lock.held) lock.release()
  }
  try {
    return { ...(await openUnder(options, lock, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

type HostParts = Omit<OpenHost, 'close'>

async function openUnder(options: HostOptions, lock: DataFolderLock, closers: Closers): Promise<HostParts> {
  const { publish, listen } = createHostNews(options.log)
  const readOnly = lock.held ? null : { holder: lock.holder, unseenClaim: lock.unseenClaim }
  const store = createJournalStore({ ...options, readOnly: readOnly !== null })
  closers.add(store.close)
  const alive = createLastAlive(options.dataFolder, options.clock)
  const startGap = alive.gapBeforeStart()

  const secrets = createSecretValues(options.clock.nowMs(), (incident) => publish({ type: 'secrets', incident }))
  const hear = ({ session, records, effects }: SessionNews): void => {
    if (records.some(({ type }) => type === 'incident.closed')) secrets.forget(session.incident)
    publish({ type: 'facts', incident: session.incident, records, summary: session.summary() })
    void performEffects(context, session, effects)
  }
  const registry = await openRegistry({
    store,
    cache: openStateCache(options.dataFolder, readOnly === null, options.log),
    hear,
    hearFailure: (incident, failure) => publish({ type: 'saveFailed', incident, message: failure.message }),
    hearSummary: (summary) => publish({ type: 'summary', summary }),
    log: options.log,
  })
  closers.add(registry.close)
  const workspaceChanged = (): void => {
    publish({ type: 'desk', desk: describeDesk(context) })
    publish({ type: 'library' })
  }
  const memory = openWorkspaceMemory(options, readOnly === null)
  const workspace = openWorkspace(options.workspaceFolder, workspaceChanged, options.log, memory)
  closers.addSlow(workspace.close)
  const closing = new AbortController()
  const lastWork: (() => Promise<void>)[] = []
  const context: HostContext = {
    ...options,
    store,
    workspace,
    registry,
    secrets,
    withdrawn: new Set(),
    inbox: openInbox(options, readOnly !== null),
    publish,
    lookNow: () => alarm.wake(false),
    readOnly,
    closing: closing.signal,
    beforeClose: (work) => void lastWork.push(work),
    beforeFree: closers.addSlow,
  }
  const alarm = startAlarm(context, startGap)
  closers.add(alarm.stop)
  for (const session of registry.running()) void performEffects(context, session, unfinishedEffects(session))
  if (readOnly === null) registry.eachSession(closeLostCommands)
  const intake = await openIntake(context, publish)
  closers.add(intake.close)
  const tellTestClock = createTestClockTeller(options.clock, publish)
  const stopTouching = options.clock.onTick(() => {
    if (readOnly === null) alive.touch()
    tellTestClock()
  })
  closers.add(stopTouching)
  closers.add(async () => {
    closing.abort()
    await Promise.all(lastWork.map((work) => work()))
  })
  return {
    handlers: createHandlers(context, intake),
    listen,
    wake: (cause) => alarm.wake(cause === 'resume'),
    follow: () => (readOnly === null ? Promise.resolve() : registry.follow().then(context.inbox.follow)),
  }
}
