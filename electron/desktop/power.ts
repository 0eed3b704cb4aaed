import type { App, PowerMonitor } from 'electron'
import type { WakeCause } from '../host/host-context.ts'

type PowerOptions = {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>
  readonly app: Pick<App, 'on' | 'quit'>
  readonly wake: (cause: WakeCause) => void
}

/**
 * Wakes the alarm whenever time may have jumped or a person is back: a timer alone sleeps with the laptop. Before
 * it sleeps there is one last look; at its shutdown the ordinary way out is taken, with its flush.
 */
export function watchPower({ powerMonitor, app, wake }: PowerOptions): void {
  powerMonitor.on('suspend', () => wake('clock'))
  powerMonitor.on('resume', () => wake('resume'))
  powerMonitor.on('unlock-screen', () => wake('unlock'))
  powerMonitor.on('user-did-become-active', () => wake('active'))
  powerMonitor.on('shutdown', () => app.quit())
  app.on('browser-window-focus', () => wake('focus'))
}
