import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { LadderEffect } from '../../shared/incident/incident-machine.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { Notice } from '../../shared/ports.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'

const alarm = { kind: 'alarm', id: 'alarm' } as const

function noticeFor(session: IncidentSession, effect: LadderEffect): Notice | null {
  const { context } = session.state().ladder
  const base = { incident: session.incident, urgent: true }
  if (effect.type === 'askStillStuck') {
    const key = `${session.incident}:question:${context.epoch}:${effect.params.round}`
    return { ...base, key, title: 'Still stuck?', body: context.title }
  }
  const told = context.notifications.find((each) => each.notification === effect.params.notification)
  if (told === undefined || told.status !== 'open') return null
  return { ...base, key: told.notification, title: `Call ${told.person.name} now`, body: context.title }
}

/** Without native notifications the open console itself is where the call is shown. */
async function show(context: HostContext, notice: Notice): ReturnType<HostContext['notifier']['show']> {
  if (!context.capabilities.nativeNotifications) return { ok: true, value: { channel: 'screen' } }
  try {
    return await context.notifier.show(notice)
  } catch (error) {
    return { ok: false, error: reasonOf(error) }
  }
}

async function perform(context: HostContext, session: IncidentSession, effect: LadderEffect): Promise<void> {
  const notice = noticeFor(session, effect)
  if (notice === null) return
  const shown = await show(context, notice)
  if (effect.type === 'askStillStuck') return
  const { notification } = effect.params
  const receipt: FactDraft = shown.ok
    ? { type: 'notification.sent', by: alarm, data: { notification, channel: shown.value.channel } }
    : { type: 'notification.failed', by: alarm, data: { notification, channel: 'desktop', error: shown.error } }
  session.append([receipt])
}

/**
 * Performs what facts called for, after they are durable. At least once: a restart performs what has no receipt yet,
 * and the notice's key makes doing it twice look like once. The receipt is a fact.
 */
export async function performEffects(
  context: HostContext,
  session: IncidentSession,
  effects: readonly LadderEffect[],
): Promise<void> {
  for (const effect of effects) await perform(context, session, effect)
}

/** The effects that a crash may have cut off: notifications still open that have no receipt. */
export function unfinishedEffects(session: IncidentSession): LadderEffect[] {
  return session
    .state()
    .ladder.context.notifications.filter((each) => each.status === 'open' && each.delivery === 'pending')
    .map((each) => ({ type: 'deliverNotification', params: { notification: each.notification } }))
}
