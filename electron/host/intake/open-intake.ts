import type { HostEvent } from '../../../shared/contract/host-event.ts'
import type { HostContext, HostOptions } from '../host-context.ts'
import { systemDisk } from '../journal/disk.ts'
import { type AlertInbox, createAlertInbox } from './alert-inbox.ts'
import { followIncidents } from './follow-incidents.ts'
import { type InboxLog, inboxPaths, openInboxLog } from './inbox-log.ts'
import { type Intake, startIntake } from './intake.ts'

/** How often at most the windows hear how the intake is; a burst of refusals is one picture. */
const TELL_EVERY_MS = 250

/** Opens the inbox of a data folder. */
export function openInbox({ dataFolder, clock, log }: HostOptions, readOnly: boolean): AlertInbox {
  const opened = openInboxLog({ dataFolder, disk: systemDisk, readOnly })
  const problem = problemOf(opened, inboxPaths(dataFolder).aside)
  if (problem !== null) log(problem)
  return createAlertInbox(opened, clock, log, problem)
}

/** What could not be read of the alerts' log, in words; null when it is whole. */
function problemOf({ setAside, problem }: InboxLog, aside: string): string | null {
  if (problem !== null) return `The alerts' log could not be opened. ${problem} Incidents are not touched by this.`
  const count = setAside.length
  if (count === 0) return null
  return `${count} ${count === 1 ? 'line' : 'lines'} of the alerts' log could not be read. They are kept in ${aside}.`
}

/** Calls at once, and then at most so often that nobody is flooded; the last call is never lost. */
function atMostEvery(ms: number, run: () => void): () => void {
  let timer: NodeJS.Timeout | null = null
  let isWanted = false
  const rest = (): void => {
    timer = isWanted ? setTimeout(rest, ms).unref() : null
    if (isWanted) run()
    isWanted = false
  }
  return () => {
    isWanted = timer !== null
    if (timer !== null) return
    timer = setTimeout(rest, ms).unref()
    run()
  }
}

/** Opens the door for alerts over a host that stands: windows hear what comes in, open incidents follow their alerts. */
export async function openIntake(context: HostContext, publish: (event: HostEvent) => void): Promise<Intake> {
  const { inbox, clock } = context
  inbox.listen(({ rows, isWhole }) => {
    const { lastAt, cutShort } = inbox.inbox()
    publish({ type: 'alerts', rows, isWhole, lastAt, cutShort })
  })
  followIncidents(context, inbox)
  const stopTidying = clock.onTick(inbox.tidy)
  const tell = atMostEvery(TELL_EVERY_MS, () => publish({ type: 'intake', intake: intake.describe() }))
  const intake = await startIntake({
    ...context,
    given: context.intake ?? { port: null, token: null },
    holder: context.readOnly?.holder ?? null,
    changed: tell,
  })
  return {
    ...intake,
    close: async () => {
      stopTidying()
      await intake.close()
      inbox.close()
    },
  }
}
