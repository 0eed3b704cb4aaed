import { join } from 'node:path'
import type { Menu, Tray } from 'electron'
import type { PendingRung } from './rung-watch.ts'

type TrayOptions = {
  readonly Tray: typeof Tray
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>
  readonly icons: string
  readonly isMac: boolean
  readonly show: (incident?: string) => void
  readonly quit: () => void
}

/** The icon beside the system's clock. */
export type DeskTray = { readonly update: (rung: PendingRung | null, nowMs: number) => void }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What is left, as short as it can be said; minutes are rounded up, so that "1 min" is never already over. */
export function timeLeft(leftMs: number): string {
  if (leftMs <= 0) return 'now'
  if (leftMs < minuteMs) return `${Math.ceil(leftMs / 1_000)} s`
  const minutes = Math.ceil(leftMs / minuteMs)
  if (leftMs <= hourMs - minuteMs) return `${minutes} min`
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** Keeps the next rung's countdown in the tray. Nothing is drawn again until its words change. */
export function createTray({ Tray, Menu, icons, isMac, show, quit }: TrayOptions): DeskTray {
  const tray = new Tray(join(icons, isMac ? 'trayTemplate.png' : 'tray.png'))
  let drawn: string | null = null
  tray.on('click', () => show())

  return {
    update: (rung, nowMs) => {
      const left = rung === null ? '' : timeLeft(Date.parse(rung.dueAt) - nowMs)
      const words = rung === null ? 'Nightdesk: no rung is due' : `${left}: ${rung.words}. ${rung.title}`
      if (words === drawn) return
      drawn = words
      tray.setToolTip(words)
      if (isMac) tray.setTitle(left, { fontType: 'monospacedDigit' })
      const openIncident = rung === null ? [] : [{ label: words, click: () => show(rung.incident) }]
      const items = [
        ...openIncident,
        { label: 'Open Nightdesk', click: () => show() },
        { type: 'separator' as const },
        { label: 'Quit', click: quit },
      ]
      tray.setContextMenu(Menu.buildFromTemplate(items))
    },
  }
}
