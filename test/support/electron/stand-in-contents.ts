import { EventEmitter } from 'node:events'
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron'

/** A frame as `senderFrame` shows it. */
export type StandInFrame = { url: string; readonly parent: StandInFrame | null }

class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

let lastId = 0

/** Emits like Electron does, with an event that a listener can prevent; says whether one did. */
export function emitPreventable(emitter: EventEmitter, name: string, details: object, ...rest: unknown[]): boolean {
  const event = Object.assign(new PreventableEvent(), details)
  emitter.emit(name, event, ...rest)
  return event.defaultPrevented
}

/** One page: its guards are asked as Chromium would ask them, and what it did is kept for the test to look at. */
export class StandInContents extends EventEmitter {
  readonly id: number
  readonly mainFrame: StandInFrame = { url: '', parent: null }
  /** Messages sent to the page, already cloned as the wire does. */
  readonly messages = new EventEmitter()
  reloads = 0
  webRtcPolicy: string | null = null
  #destroyed = false
  #openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null

  constructor() {
    super()
    lastId += 1
    this.id = lastId
  }

  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  destroy(): void {
    this.#destroyed = true
    this.messages.removeAllListeners()
  }

  reload(): void {
    this.reloads += 1
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed')
    this.messages.emit(channel, {}, ...structuredClone(args))
  }

  /** What a page does with `location =`, a form, a dropped file or a link: true when nothing stopped it. */
  navigate(url: string): boolean {
    const details = { url, isMainFrame: true, isSameDocument: false }
    const stoppedInFrame = emitPreventable(this, 'will-frame-navigate', details)
    const stopped = !stoppedInFrame && emitPreventable(this, 'will-navigate', details)
    if (stoppedInFrame || stopped) return false
    this.mainFrame.url = url
    return true
  }

  navigateFrame(url: string): boolean {
    return !emitPreventable(this, 'will-frame-navigate', { url, isMainFrame: false, isSameDocument: false })
  }

  redirect(url: string): boolean {
    return !emitPreventable(this, 'will-redirect', { url, isMainFrame: true })
  }

  /** `window.open`, `target=_blank`, a middle or a control click. Without a handler Electron allows it. */
  openWindow(url: string, disposition: HandlerDetails['disposition']): 'allow' | 'deny' {
    const referrer = { url: this.mainFrame.url, policy: 'default' as const }
    return this.#openHandler?.({ url, frameName: '', features: '', disposition, referrer }).action ?? 'allow'
  }

  attachWebview(): boolean {
    return !emitPreventable(this, 'will-attach-webview', {}, {}, { src: 'https://elsewhere.example/' })
  }
}
