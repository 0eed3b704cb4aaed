import type { DeskWire } from './desk-wire.ts'
import { createHttpWire } from './http-wire.ts'
import { createIpcWire } from './ipc-wire.ts'

/** The only place that looks at which door this window came through. */
export const pickWire = (view: Window): DeskWire =>
  view.nightdesk === undefined ? createHttpWire() : createIpcWire(view.nightdesk)
