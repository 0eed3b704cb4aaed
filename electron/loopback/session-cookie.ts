/** Browsers share cookies between the ports of a host, so the name carries the port: two doors do not log each other out. */
const cookieName = (port: number) => `nightdesk-${port}`

/** The `Set-Cookie` value: out of reach of scripts, and never sent along from another site's page. */
export const sessionCookie = (port: number, session: string): string =>
  `${cookieName(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`

/** The session in a `Cookie` header, or an empty string. */
export function sessionIn(port: number, header: string | undefined): string {
  const prefix = `${cookieName(port)}=`
  const pair = (header ?? '').split('; ').find((each) => each.startsWith(prefix))
  return pair?.slice(prefix.length) ?? ''
}
