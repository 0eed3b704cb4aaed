import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createRungWatch } from '../../electron/desktop/rung-watch.ts'
import { createTray, timeLeft } from '../../electron/desktop/tray.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { asElectron, createElectronStandIn } from '../support/electron-stand-in.ts'

const icons = join(import.meta.dirname, '../../build/shell-icons')
const dueAt = '2026-12-24T13:00:00.000Z'
const dueMs = Date.parse(dueAt)

function summary(incident: string, seq: number, rungDueAt: string | null): IncidentSummary {
  return {
    incident,
    title: `${incident} is late`,
    pipeline: null,
    severity: 2,
    lifecycle: 'debugging',
    escalation: 'holding',
    detectedAt: dueAt,
    originAt: dueAt,
    commander: null,
    mitigatedAt: null,
    resolvedAt: null,
    nextRung:
      rungDueAt === null ? null : { rungId: 'secondary', dueAt: rungDueAt, words: 'Engineer A', who: 'secondary' },
    questionOpen: false,
    updatePromisedFor: null,
    updateMissedFor: null,
    currentStep: null,
    seq,
    lastAt: dueAt,
    integrity: { kind: 'unchecked' },
  }
}

function watchedHost(listed: readonly IncidentSummary[]) {
  const hearing: ((event: HostEvent) => void)[] = []
  const watch = createRungWatch({
    handlers: { 'incidents.list': async () => ({ ok: true, value: listed }) },
    listen: (hear) => {
      hearing.push(hear)
      return () => undefined
    },
  })
  const tell = (told: IncidentSummary): void => {
    for (const hear of hearing) hear({ type: 'summary', summary: told })
  }
  return { watch, tell }
}

describe('the next rung of all incidents', () => {
  it('is the one that is due first, and none when no ladder runs', async () => {
    const { watch, tell } = watchedHost([summary('profit', 3, '2026-12-24T14:00:00.000Z'), summary('growth', 9, dueAt)])
    await Promise.resolve()
    expect(watch.soonest()).toMatchObject({ incident: 'growth', dueAt })
    tell(summary('growth', 10, null))
    expect(watch.soonest()).toMatchObject({ incident: 'profit' })
    tell(summary('profit', 4, null))
    expect(watch.soonest()).toBeNull()
  })

  it('is not taken back by a list that is older than what was told meanwhile', async () => {
    const { watch, tell } = watchedHost([summary('growth', 9, dueAt)])
    tell(summary('growth', 10, null))
    await Promise.resolve()
    expect(watch.soonest()).toBeNull()
  })
})

describe('the time that is left', () => {
  it.each([
    [-1, 'now'],
    [0, 'now'],
    [1, '1 s'],
    [59_000, '59 s'],
    [59_999, '60 s'],
    [60_000, '1 min'],
    [60_001, '2 min'],
    [59 * 60_000, '59 min'],
    [59 * 60_000 + 1, '1 h 0 min'],
    [2 * 3_600_000 + 5 * 60_000, '2 h 5 min'],
  ])('%s ms is "%s"', (leftMs, words) => {
    expect(timeLeft(leftMs)).toBe(words)
  })
})

describe('the tray', () => {
  function openTray(isMac = false) {
    const standIn = createElectronStandIn()
    const { Tray, Menu } = asElectron(standIn)
    const show = vi.fn()
    const quit = vi.fn()
    const tray = createTray({ Tray, Menu, icons, isMac, show, quit })
    const [made] = standIn.Tray.made
    if (made === undefined) throw new Error('no tray was made')
    return { made, tray, show, quit }
  }
  const rung = { incident: 'growth', title: 'Growth is late', dueAt, words: 'Engineer A' }

  it('counts down to the next rung, in words that are drawn only when they change', () => {
    const { made, tray } = openTray()
    tray.update(rung, dueMs - 12 * 60_000)
    tray.update(rung, dueMs - 12 * 60_000 + 500)
    expect([made.toolTip, made.draws]).toEqual(['12 min: Engineer A. Growth is late', 1])
    tray.update(rung, dueMs - 11 * 60_000)
    expect([made.toolTip, made.draws]).toEqual(['11 min: Engineer A. Growth is late', 2])
    tray.update(null, dueMs)
    expect(made.toolTip).toBe('Nightdesk: no rung is due')
  })

  it('shows the time itself in the menu bar of macOS', () => {
    const { made, tray } = openTray(true)
    tray.update(rung, dueMs - 40_000)
    expect(made.title).toBe('40 s')
  })

  it('leads to the incident, to the window and out', () => {
    const { made, tray, show, quit } = openTray()
    tray.update(rung, dueMs)
    made.emit('click')
    for (const { click } of made.menu?.template ?? []) (click as (() => void) | undefined)?.()
    expect(show.mock.calls).toEqual([[], ['growth'], []])
    expect(quit).toHaveBeenCalledTimes(1)
  })
})
