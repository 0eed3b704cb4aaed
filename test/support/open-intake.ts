import { type AddressInfo, createServer } from 'node:net'
import { answered } from './at-the-desk.ts'
import type { Nightdesk } from './nightdesk.ts'
import { type Post, postAlert } from './post-alert.ts'

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

/** Opens the intake on a port of its own, as Settings would; gives what posts to it with its token and answers with the status. */
export async function openIntake(
  nightdesk: Nightdesk,
): Promise<(post: Omit<Post, 'port' | 'token'> & { readonly token?: string }) => Promise<number>> {
  const port = await freePort()
  const { token } = await answered(nightdesk.call('intake.renewToken', {}))
  const { listening } = await answered(nightdesk.call('intake.enable', { port }))
  if (!listening) throw new Error(`the intake is not open on ${port}`)
  return async (post) => (await postAlert({ port, token, ...post })).status
}
