import { get, type IncomingMessage } from 'node:http'

/** One event of a stream as it came over the wire. */
export type StreamMessage = { readonly id: string; readonly data: string }

/** A server-sent event stream read as a browser reads it: the last id is remembered even when no event came with it. */
export type EventReader = {
  readonly lastId: () => string
  readonly opened: Promise<IncomingMessage>
  readonly close: () => void
}

type Address = { readonly port: number; readonly cookie: string; readonly lastId?: string }

/** Opens `GET /events`; `hear` gets every event, `hearComment` what keeps the line alive. */
export function readEvents(
  { port, cookie, lastId = '' }: Address,
  hear: (message: StreamMessage) => void,
  hearComment: (text: string) => void = () => undefined,
): EventReader {
  let current = lastId
  let rest = ''
  const readBlock = (block: string) => {
    const lines = block.split('\n')
    const valuesOf = (field: string) =>
      lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2))
    for (const comment of lines.filter((line) => line.startsWith(':'))) hearComment(comment)
    current = valuesOf('id').at(-1) ?? current
    const data = valuesOf('data').join('\n')
    if (data !== '') hear({ id: current, data })
  }
  const headers = { cookie, ...(lastId === '' ? {} : { 'last-event-id': lastId }) }
  const request = get({ host: '127.0.0.1', port, path: '/events', headers, agent: false })
  const opened = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('data', (text: string) => {
        const blocks = `${rest}${text}`.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) readBlock(block)
      })
      resolve(response)
    })
  })
  return { lastId: () => current, opened, close: () => request.destroy() }
}
