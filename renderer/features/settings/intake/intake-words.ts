import type { AlertSource } from '../../../../shared/alerts/alert.ts'

/** Where senders post to; always this machine. */
export const intakeAddress = (port: number, source: AlertSource): string => `http://127.0.0.1:${port}/intake/${source}`

/** What stands in the snippet until a token was made. */
const TOKEN_GOES_HERE = 'THE-TOKEN'

/** A receiver for alertmanager.yml, ready to paste; the token stands in it only while it is on screen. */
export const alertmanagerSnippet = (port: number, token: string | null): string =>
  `receivers:
  - name: nightdesk
    webhook_configs:
      - url: ${intakeAddress(port, 'alertmanager')}
        send_resolved: true
        http_config:
          authorization:
            type: Bearer
            credentials: ${token ?? TOKEN_GOES_HERE}`

/** A first alert from a terminal. */
export const curlSnippet = (port: number, token: string | null): string =>
  `curl -H 'Authorization: Bearer ${token ?? TOKEN_GOES_HERE}' -H 'Content-Type: application/json' \\
  -d '{"title":"Loader stuck"}' ${intakeAddress(port, 'generic')}`

/** Reads a port as somebody typed it; null when it is none. */
export function readPort(typed: string): number | null {
  const port = Number(typed.trim())
  return /^\d{1,5}$/.test(typed.trim()) && port >= 1 && port <= 65_535 ? port : null
}
