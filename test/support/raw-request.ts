import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

export type RawRequest = {
  readonly port: number
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}

export type RawResponse = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

/** An HTTP request with any header, also those that `fetch` keeps for itself (Host, Origin, Sec-Fetch-Site). */
export function rawRequest({ port, method = 'GET', path = '/', headers = {}, body }: RawRequest): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends exact bytes on a socket and gives everything that came back until the other end hung up. */
export function rawBytes(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })
}

/** Sends the lines of a request without a body and gives the beginning of the answer, headers included. */
export function rawStart(port: number, lines: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${lines.join('\r\n')}\r\n\r\n`))
    let heard = ''
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (!heard.includes('\r\n\r\n')) return
      resolve(heard)
      socket.destroy()
    })
    socket.on('error', reject)
  })
}
