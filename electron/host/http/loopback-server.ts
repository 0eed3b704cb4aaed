import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'

/** The only address that anything here listens on: nothing of it can be reached from outside. */
export const loopbackAddress = '127.0.0.1'

const loopbackNames = [loopbackAddress, 'localhost']
const GRACE_MS = 1_000

/** Whether a request names this very port of this machine as its Host. Anything else is a page that rebound its name (DNS rebinding). */
export const isForThisPort = ({ headers }: Pick<IncomingMessage, 'headers'>, port: number): boolean =>
  loopbackNames.some((name) => headers.host === `${name}:${port}`)

/** Why a port could not be had. */
export type PortProblem = { readonly isTaken: boolean; readonly message: string }

/** Listens on a port of the loopback address, 0 for any free one; gives the port. */
export function listenOnLoopback(server: Server, port: number): Promise<Result<number, PortProblem>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const message = isTaken
        ? `Port ${port} is taken by another program.`
        : `Port ${port} cannot be used: ${error.message}`
      resolve(fail({ isTaken, message }))
    })
    server.listen(port, loopbackAddress, () => resolve(ok((server.address() as AddressInfo).port)))
  })
}

/** Stops listening; requests under way get `graceMs` to end. */
export const closeServer = (server: Server, graceMs = GRACE_MS): Promise<void> =>
  new Promise((resolve) => {
    const hangUp = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(hangUp)
      resolve()
    })
    server.closeIdleConnections()
  })
