import type { Clock, Notifier } from '../../shared/ports.ts'
import type { Host } from '../host/create-host.ts'
import { watchAlerts } from './alert-watch.ts'
import type { ElectronMain } from './electron-main.ts'
import { watchLifecycle } from './lifecycle.ts'
import { watchPower } from './power.ts'
import { createRungWatch } from './rung-watch.ts'
import { createTray } from './tray.ts'
import type { DeskWindow } from './window.ts'

type KeepWatchOptions = {
  readonly host: Host
  readonly desk: DeskWindow
  readonly notifier: Notifier
  readonly clock: Clock
  readonly icons: string
  readonly isMac: boolean
  readonly log: (line: string) => void
}

/** What goes on beside the window once the host runs: power, tray, alerts, and staying while a rung is due. */
export function keepWatch(electron: ElectronMain, options: KeepWatchOptions): void {
  const { host, desk, notifier, clock, icons, isMac, log } = options
  const { app, Tray, Menu } = electron
  const rungs = createRungWatch(host)
  watchAlerts(host, notifier)

  /** A closed window must not silence the ladder: while a rung is due the alarm stays, and says so once per incident. */
  const staysWithoutWindow = (): boolean => {
    const rung = rungs.soonest()
    if (rung === null) return isMac
    const body = `${rung.title}: the ladder goes on. Open Nightdesk from the tray, or start it again.`
    void notifier.show({
      key: `${rung.incident}:stays`,
      title: 'Nightdesk keeps watch',
      body,
      incident: rung.incident,
      urgent: false,
    })
    return true
  }

  watchPower({ powerMonitor: electron.powerMonitor, app, wake: host.wake })
  watchLifecycle({ app, close: host.close, staysWithoutWindow, log })
  try {
    const tray = createTray({ Tray, Menu, icons, isMac, show: desk.show, quit: () => app.quit() })
    clock.onTick(() => tray.update(rungs.soonest(), clock.nowMs()))
  } catch (error) {
    log(`there is no tray on this system: ${String(error)}`)
  }
}
