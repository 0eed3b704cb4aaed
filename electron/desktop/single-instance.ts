import type { App } from 'electron'

/** Whether this is the first Nightdesk on its data. A second one only brings the first one's window to the front. */
export function holdSingleInstance(app: Pick<App, 'requestSingleInstanceLock' | 'on'>, show: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', show)
  return true
}
