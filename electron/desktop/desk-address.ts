/** The scheme under which the window's own files are served; it exists in this program only. */
export const deskScheme = 'app'

/** The one host of that scheme. */
export const deskHost = 'nightdesk'

/** The window's origin as Chromium writes it. */
export const deskOrigin = `${deskScheme}://${deskHost}`

/** The window's only page. */
export const deskPage = `${deskOrigin}/index.html`

/** Where the page shows one incident; the renderer's router reads the hash. */
export const incidentPage = (incident: string): string => `${deskPage}#/incident/${encodeURIComponent(incident)}`

/** Whether an address is of the window's own origin: the whole authority is compared, so no port, user or longer name passes. */
export function isDeskAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${deskScheme}:` && host === deskHost && username === '' && password === ''
}
