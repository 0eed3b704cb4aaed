import type { Notification } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createNotifier } from '../../electron/desktop/notifier.ts'
import { createNotificationClass } from '../support/electron/stand-in-system.ts'

const notice = {
  key: '01K',
  title: 'Call Engineer A now',
  body: 'Profit is late',
  incident: '20261224-abcd',
  urgent: true,
}

function openNotifier() {
  const Made = createNotificationClass()
  const show = vi.fn()
  return {
    Made,
    show,
    notifier: createNotifier({ Notification: Made as unknown as typeof Notification, show }),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('notifications', () => {
  it('an urgent one stays on the screen; a click leads to its incident', async () => {
    const { Made, notifier, show } = openNotifier()
    expect(await notifier.show(notice)).toEqual({ ok: true, value: { channel: 'notification' } })
    const [made] = Made.made
    expect(made?.options).toMatchObject({ title: notice.title, urgency: 'critical', timeoutType: 'never' })
    made?.emit('click', {})
    expect(show.mock.calls).toEqual([['20261224-abcd']])
  })

  it('one that is about no incident leads to the window as it is', async () => {
    const { Made, notifier, show } = openNotifier()
    await notifier.show({ ...notice, incident: null })
    Made.made[0]?.emit('click', {})
    expect(show.mock.calls).toEqual([[]])
  })

  it('the same key is shown once, also when asked twice at the same time', async () => {
    const { Made, notifier } = openNotifier()
    const outcomes = await Promise.all([notifier.show(notice), notifier.show(notice)])
    outcomes.push(await notifier.show(notice))
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    expect(Made.made).toHaveLength(1)
  })

  it('a refusal by the system is a failure in words, and the same key may be tried again', async () => {
    const { Made, notifier } = openNotifier()
    Made.fate = 'failed'
    expect(await notifier.show(notice)).toEqual({
      ok: false,
      error: 'The system refused the notification: notifications are off',
    })
    Made.fate = 'shown'
    expect((await notifier.show(notice)).ok).toBe(true)
  })

  it('silence is no success: unconfirmed after five seconds is a failure', async () => {
    const { Made, notifier } = openNotifier()
    Made.fate = 'silent'
    const shown = notifier.show(notice)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await shown).toMatchObject({ ok: false })
  })

  it('a system without notifications says so', async () => {
    const { Made, notifier } = openNotifier()
    Made.supported = false
    expect(await notifier.show(notice)).toMatchObject({ ok: false })
    expect(Made.made).toEqual([])
  })
})
