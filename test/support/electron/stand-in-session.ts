import { EventEmitter } from 'node:events'

type PermissionDetails = { readonly isMainFrame: boolean; readonly requestingUrl: string }
type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: PermissionDetails,
) => void
type CheckHandler = (contents: null, permission: string, origin: string, details: PermissionDetails) => boolean
type DisplayHandler = (request: object, answer: (streams: null) => void) => void
type BeforeRequest = (details: { url: string }, answer: (response: { readonly cancel: boolean }) => void) => void

/** The default session, with Electron's own answers where no handler is set: everything is allowed. */
export class StandInSession extends EventEmitter {
  spellChecker = true
  #request: RequestHandler = (_contents, _permission, answer) => answer(true)
  #check: CheckHandler = () => true
  #device = (): boolean => true
  #display: DisplayHandler = () => undefined
  #beforeRequest: BeforeRequest = (_details, answer) => answer({ cancel: false })

  readonly webRequest = {
    onBeforeRequest: (handler: BeforeRequest): void => {
      this.#beforeRequest = handler
    },
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.#device = handler
  }

  setDisplayMediaRequestHandler(handler: DisplayHandler): void {
    this.#display = handler
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }

  /** What a page hears when it asks for a permission, and when it looks whether it has it. */
  grants(permission: string, details: PermissionDetails): { readonly asked: boolean; readonly checked: boolean } {
    let asked = true
    this.#request(
      null,
      permission,
      (granted) => {
        asked = granted
      },
      details,
    )
    return { asked, checked: this.#check(null, permission, details.requestingUrl, details) }
  }

  grantsDevice(): boolean {
    return this.#device()
  }

  sharesDisplay(): boolean {
    let shared: unknown = 'streams'
    this.#display({}, (streams) => {
      shared = streams
    })
    return shared !== null
  }

  /** Whether a request for an address gets out. */
  lets(url: string): boolean {
    let cancelled = false
    this.#beforeRequest({ url }, ({ cancel }) => {
      cancelled = cancel
    })
    return !cancelled
  }
}
