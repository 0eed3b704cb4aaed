import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { startAlarm } from './alarm.ts'
import { closeLostCommands } from './close-lost-commands.ts'
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
  /** Stops the alarm, anchors and closes every journal, gives the data folder free if it was held. */
  readonly close: () => Promise<void>
}

/** Opens the data folder under a lock and the workspace, catches up on overdue rungs, and starts the alarm. */
export async function openHost(options: HostOptions, lock: DataFolderLock): Promise<OpenHost> {
  const { publish, listen } = createHostNews()
  const readOnly = lock.held ? null : { holder: lock.holder }
  const store = createJournalStore({ ...options, readOnly: readOnly !== null })
  const cache = openStateCache(options.dataFolder, readOnly === null, options.log)
  const alive = createLastAlive(options.dataFolder, options.clock)
  const startGap = alive.gapBeforeStart()

  const secrets = createSecretValues((incident) => publish({ type: 'secrets', incident }))
  const hear = ({ session, records, effects }: SessionNews): void => {
    if (records.some(({ type }) => type === 'incident.closed')) secrets.forget(session.incident)
    publish({ type: 'facts', incident: session.incident, records, summary: session.summary() })
    void performEffects(context, session, effects)
  }
  const registry = await openRegistry({
    store,
    cache,
    hear,
    hearFailure: (incident, failure) => publish({ type: 'saveFailed', incident, message: failure.message }),
    hearSummary: (summary) => publish({ type: 'summary', summary }),
    log: options.log,
  })
  const workspaceChanged = (): void => {
    publish({ type: 'desk', desk: describeDesk(context) })
    publish({ type: 'library' })
  }
  const memory = openWorkspaceMemory(options, readOnly === null)
  const workspace = openWorkspace(options.workspaceFolder, workspaceChanged, options.log, memory)
  const lookNow = (): void => alarm.wake(false)
  const closing = new AbortController()
  const lastWork: (() => Promise<void>)[] = []
  const context: HostContext = {
    ...options,
    store,
    workspace,
    registry,
    secrets,
    inbox: openInbox(options, readOnly !== null),
    publish,
    lookNow,
    readOnly,
    closing: closing.signal,
    beforeClose: (work) => void lastWork.push(work),
  }
  const alarm = startAlarm(context, startGap)
  for (const session of registry.running()) void performEffects(context, session, unfinishedEffects(session))
  if (readOnly === null) registry.eachSession(closeLostCommands)
  const intake = await openIntake(context, publish)
  const tellTestClock = createTestClockTeller(options.clock, publish)
  const stopTouching = options.clock.onTick(() => {
    if (readOnly === null) alive.touch()
    tellTestClock()
  })
  return {
    handlers: createHandlers(context, intake),
    listen,
    wake: (cause) => alarm.wake(cause === 'resume'),
    close: async () => {
      closing.abort()
      await Promise.all(lastWork.map((work) => work()))
      await intake.close()
      alarm.stop()
      stopTouching()
      registry.close()
      store.close()
      if (lock.held) lock.release()
      await workspace.close()
    },
  }
}
