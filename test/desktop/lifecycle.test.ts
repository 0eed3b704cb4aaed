import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCrashRecovery } from '../../electron/desktop/crash-recovery.ts'
import { watchLifecycle } from '../../electron/desktop/lifecycle.ts'
import { watchPower } from '../../electron/desktop/power.ts'
import { holdSingleInstance } from '../../electron/desktop/single-instance.ts'
import type { StandInApp } from '../support/electron/stand-in-app.ts'
import { emitPreventable, StandInContents } from '../support/electron/stand-in-contents.ts'
import { createDialog } from '../support/electron/stand-in-system.ts'
import { asElectron, createElectronStandIn } from '../support/electron-stand-in.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function running(close: () => Promise<void>, stays = false) {
  const standIn = createElectronStandIn()
  standIn.app.becomeReady()
  const log: string[] = []
  watchLifecycle({
    app: asElectron(standIn).app,
    close,
    staysWithoutWindow: () => stays,
    log: (line) => log.push(line),
  })
  return { app: standIn.app, openWindow: () => new standIn.BrowserWindow({}), log }
}

describe('L19 quitting', () => {
  it('waits for the flush, once, and leaves', async () => {
    const flush = { finish: (): void => undefined }
    const close = vi.fn(() => new Promise<void>((resolve) => Object.assign(flush, { finish: resolve })))
    const { app } = running(close)
    app.quit()
    app.quit()
    expect([close.mock.calls.length, app.exitCode]).toEqual([1, null])
    flush.finish()
    await vi.advanceTimersByTimeAsync(0)
    expect(app.exitCode).toBe(0)
  })

  it('leaves after one second when the flush hangs, and says so', async () => {
    const { app, log } = running(() => new Promise(() => undefined))
    app.quit()
    await vi.advanceTimersByTimeAsync(999)
    expect(app.exitCode).toBeNull()
    await vi.advanceTimersByTimeAsync(1)
    expect(app.exitCode).toBe(0)
    expect(log).toEqual(['the host did not close within 1000 ms; leaving without it'])
  })

  it('leaves when the flush fails, and says so', async () => {
    const { app, log } = running(() => Promise.reject(new Error('disk gone')))
    app.quit()
    await vi.advanceTimersByTimeAsync(0)
    expect(app.exitCode).toBe(0)
    expect(log).toEqual(['the host did not close in order: Error: disk gone'])
  })
})

describe('the last window', () => {
  it.each([
    [true, null],
    [false, 0],
  ])('closed while a rung is due (%s), the exit code is %s', async (stays, exitCode) => {
    const { app, openWindow } = running(async () => undefined, stays)
    openWindow().close()
    await vi.advanceTimersByTimeAsync(0)
    expect(app.exitCode).toBe(exitCode)
  })
})

describe('one desk', () => {
  it('L10 a second start on the same profile leaves and brings the first to the front; another profile has its own', () => {
    const locks = new Map<string, StandInApp>()
    const start = (profile: string) => {
      const standIn = createElectronStandIn({ locks })
      standIn.app.setPath('userData', profile)
      const show = vi.fn()
      return { show, isFirst: holdSingleInstance(asElectron(standIn).app, show) }
    }
    const first = start('/')
    const second = start('/')
    const other = start('/tmp')
    expect([first.isFirst, second.isFirst, other.isFirst]).toEqual([true, false, true])
    expect([first.show, second.show, other.show].map((show) => show.mock.calls.length)).toEqual([1, 0, 0])
  })
})

describe('R7 power', () => {
  it('wakes the alarm when time may have jumped or a person is back, and leaves in order at shutdown', () => {
    const standIn = createElectronStandIn()
    const { app, powerMonitor } = asElectron(standIn)
    const causes: string[] = []
    watchPower({ powerMonitor, app, wake: (cause) => causes.push(cause) })
    for (const event of ['suspend', 'resume', 'unlock-screen', 'user-did-become-active'])
      standIn.powerMonitor.emit(event)
    standIn.app.emit('browser-window-focus', {}, {})
    expect(causes).toEqual(['clock', 'resume', 'unlock', 'active', 'focus'])
    standIn.powerMonitor.emit('shutdown')
    expect(standIn.app.exitCode).toBe(0)
  })
})

describe('a page that dies', () => {
  function recovering() {
    const dialog = createDialog()
    const quit = vi.fn()
    let nowMs = 0
    const page = new StandInContents()
    createCrashRecovery({ ask: dialog.showMessageBox, quit, monotonicMs: () => nowMs, log: () => undefined })(
      page as never,
    )
    const die = async (reason = 'crashed', afterMs = 1_000): Promise<void> => {
      nowMs += afterMs
      page.emit('render-process-gone', {}, { reason, exitCode: 5 })
      await vi.advanceTimersByTimeAsync(0)
    }
    return { page, dialog, quit, die }
  }

  it('is loaded again, and says so', async () => {
    const { page, dialog, die } = recovering()
    await die()
    expect(page.reloads).toBe(1)
    expect(dialog.asked.map(({ message }) => message)).toEqual(['The window stopped and was opened again.'])
  })

  it('is left alone when it closed in order', async () => {
    const { page, dialog, die } = recovering()
    await die('clean-exit')
    expect([page.reloads, dialog.asked]).toEqual([0, []])
  })

  it('is not loaded a third time within a minute before somebody asks for it', async () => {
    const { page, dialog, quit, die } = recovering()
    await die()
    await die('oom')
    dialog.answers.push(1)
    await die()
    expect([page.reloads, quit.mock.calls.length]).toEqual([2, 1])
    expect(dialog.asked.at(-1)?.message).toBe('The window keeps stopping.')
  })

  it('is loaded again and again when it dies once a minute', async () => {
    const { page, die } = recovering()
    for (const _ of [1, 2, 3, 4]) await die('crashed', 60_000)
    expect(page.reloads).toBe(4)
  })

  it('cannot keep its window open without a word', () => {
    const { page } = recovering()
    expect(emitPreventable(page, 'will-prevent-unload', {})).toBe(true)
  })
})
