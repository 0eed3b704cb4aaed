import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchAlerts } from '../../electron/desktop/alert-watch.ts'
import { createAlertInbox } from '../../electron/host/intake/alert-inbox.ts'
import type { InboxLog } from '../../electron/host/intake/inbox-log.ts'
import { createTestClock } from '../../electron/host/test-clock.ts'
import { readAlerts } from '../../shared/alerts/read-alerts.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { ok } from '../../shared/kit/result.ts'
import type { Notice } from '../../shared/ports.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A log that keeps nothing: what is watched is what the inbox tells. */
const noLog: InboxLog = {
  records: [],
  setAside: [],
  problem: null,
  readAgain: () => null,
  append: () => ok(undefined),
  writeAnew: () => ok(undefined),
  lines: () => 0,
  close: () => undefined,
}

function openWatch(before: readonly string[] = []) {
  const inbox = createAlertInbox(noLog, createTestClock('2026-12-24T13:00:00.000Z'), () => undefined)
  const hear = async (...alerts: readonly (readonly [id: string, more?: object])[]) => {
    for (const [id, more] of alerts) {
      const read = readAlerts('generic', { id, title: `${id} stalled`, summary: 'nothing written', ...more })
      if (!read.ok) throw new Error(read.error.message)
      await inbox.hear('generic', read.value)
    }
  }
  const shown: Notice[] = []
  const listeners: ((event: HostEvent) => void)[] = []
  /** What the console that held the folder heard meanwhile; this one hears of it only by the reset. */
  const takeOver = async (...ids: readonly string[]): Promise<void> => {
    isElsewhere = true
    await hear(...ids.map((id) => [id] as const))
    isElsewhere = false
    for (const listener of listeners) listener({ type: 'reset' })
    await vi.advanceTimersByTimeAsync(0)
  }
  let isElsewhere = false
  const start = () =>
    watchAlerts(
      {
        handlers: {
          'alerts.list': async () => ok({ rows: inbox.rows(), lastAt: null, cutShort: null, problem: null }),
        },
        listen: (listener: (event: HostEvent) => void) => {
          listeners.push(listener)
          inbox.listen(({ rows, isWhole }) => {
            if (!isElsewhere) listener({ type: 'alerts', rows, isWhole, lastAt: null, cutShort: null })
          })
          return () => undefined
        },
      },
      {
        show: async (notice) => {
          shown.push(notice)
          return ok({ channel: 'notification' })
        },
      },
    )
  return { inbox, hear, shown, takeOver, begin: () => hear(...before.map((id) => [id] as const)).then(start) }
}

it('A28 an alert that begins is one notification; its repeats and its end are none', async () => {
  const { hear, shown, begin } = openWatch()
  await begin()
  await hear(['loader', { severity: 'critical' }])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shown).toMatchObject([{ title: 'loader stalled', body: 'nothing written', incident: null, urgent: true }])
  await hear(['loader'], ['loader'], ['loader', { status: 'resolved' }])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toHaveLength(1)
})

it('A28 a storm is one notification that counts and names a few', async () => {
  const { hear, shown, begin } = openWatch()
  await begin()
  await hear(...Array.from({ length: 200 }, (_, index) => [`job-${index}`] as const))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shown).toHaveLength(1)
  expect(shown[0]).toMatchObject({ title: '200 new alerts', urgent: false })
  expect(shown[0]?.body).toMatch(/ stalled, .* and 197 more$/)
})

it('A28 what fired before the start, and what was dismissed, is told of no more', async () => {
  const { inbox, hear, shown, begin } = openWatch(['old', 'left'])
  await begin()
  await hear(['old'])
  const left = inbox.rows().find(({ name }) => name.startsWith('left'))
  inbox.decide([
    { type: 'alert.dismissed', data: { alert: left?.id ?? '', episode: left?.episode ?? '', by: 'eng-b' } },
  ])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toEqual([])
})

it('A28 what another console heard before this one took over is told of no more; what begins then is', async () => {
  const { hear, shown, takeOver, begin } = openWatch()
  await begin()
  await takeOver('old')
  await hear(['old'])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(shown).toEqual([])
  await hear(['new'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(shown).toMatchObject([{ title: 'new stalled' }])
})
