import type { Notification } from 'electron'
import { fail, ok, type Result } from '../../shared/kit/result.ts'
import type { Notice, Notifier } from '../../shared/ports.ts'

type NotifierOptions = {
  readonly Notification: typeof Notification
  /** What a click does. */
  readonly show: (incident?: string) => void
}

type Shown = Result<{ readonly channel: string }>

const confirmWithinMs = 5_000
/** How many notices are remembered: enough for a night, and few enough to be nothing in memory. */
const remembered = 500

const unconfirmed = fail(
  'The system did not confirm the notification within 5 seconds. Look at its notification settings.',
)
const unsupported = fail('This system shows no notifications. Keep the Nightdesk window in sight.')

/** Native notifications. A notice counts as shown only once the system says so; a key is shown once, however often it is asked for. */
export function createNotifier({ Notification, show }: NotifierOptions): Notifier {
  // Holds the notification too: one that is garbage collected no longer hears its click.
  const byKey = new Map<string, { readonly notification: Notification; readonly shown: Promise<Shown> }>()

  const present = (notice: Notice): Promise<Shown> => {
    const { title, body, urgent } = notice
    const notification = new Notification({
      title,
      body,
      urgency: urgent ? 'critical' : 'normal',
      timeoutType: urgent ? 'never' : 'default',
    })
    const shown = new Promise<Shown>((resolve) => {
      const timer = setTimeout(() => resolve(unconfirmed), confirmWithinMs)
      const settle = (outcome: Shown): void => {
        clearTimeout(timer)
        resolve(outcome)
      }
      notification.on('show', () => settle(ok({ channel: 'notification' })))
      notification.on('failed', (_event, error) => settle(fail(`The system refused the notification: ${error}`)))
    })
    notification.on('click', () => (notice.incident === null ? show() : show(notice.incident)))
    byKey.set(notice.key, { notification, shown })
    notification.show()
    return shown
  }

  const forgetOldest = (): void => {
    const [oldest] = byKey.keys()
    if (byKey.size > remembered && oldest !== undefined) byKey.delete(oldest)
  }

  return {
    show: async (notice) => {
      if (!Notification.isSupported()) return unsupported
      const outcome = await (byKey.get(notice.key)?.shown ?? present(notice))
      if (!outcome.ok) byKey.delete(notice.key)
      forgetOldest()
      return outcome
    },
  }
}
