import type { App, Session, WebContents } from 'electron'
import { deskOrigin, deskPage, isDeskAddress } from './desk-address.ts'

/** The only permission a page of ours may have: to put text that the user copied on the clipboard. Reading it stays refused. */
const copyPermission = 'clipboard-sanitized-write'

/** Refuses every permission and device but copying, every download but what our own page made, and every request to a network. */
export function secureSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(permission === copyPermission && details.isMainFrame && isDeskAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return permission === copyPermission && details.isMainFrame && isDeskAddress(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // The spelling checker would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${deskOrigin}/`)) event.preventDefault()
  })
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
}

const localSchemes: ReadonlySet<string> = new Set(['blob:', 'data:', 'devtools:'])

const isLocal = (address: string): boolean =>
  isDeskAddress(address) || (URL.canParse(address) && localSchemes.has(new URL(address).protocol))

/** A page may load itself again (an address with another hash is the same page) and go nowhere else. */
const isReload = (address: string): boolean => address.split('#', 1)[0] === deskPage

function guard(contents: WebContents, log: (line: string) => void): void {
  const refuse = (event: { preventDefault(): void }, what: string): void => {
    event.preventDefault()
    log(`refused ${what}`)
  }
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isReload(event.url)) refuse(event, `to load ${event.url}`)
  })
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url)) refuse(event, `to go to ${event.url}`)
  })
  contents.on('will-redirect', (event) => refuse(event, `a redirect to ${event.url}`))
  contents.on('will-attach-webview', (event) => refuse(event, 'an embedded page'))
  contents.setWindowOpenHandler(({ url }) => {
    log(`refused to open a window for ${url}`)
    return { action: 'deny' }
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** Guards every page the moment it is created: none leaves its address, opens a window or embeds another page. */
export function guardContents(app: Pick<App, 'on'>, log: (line: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, log))
}
