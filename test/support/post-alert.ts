import { type RawResponse, rawRequest } from './raw-request.ts'

/** A token as long as a real one, for intakes that tests open. */
export const testToken = 'test-token-0123456789-0123456789-0123456789'

export type Post = {
  readonly port: number
  readonly to?: string
  readonly body: string | Buffer
  readonly token?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Posts to the intake as a sender does. */
export const postAlert = ({
  port,
  to = 'alertmanager',
  body,
  token = testToken,
  method = 'POST',
  headers,
}: Post): Promise<RawResponse> =>
  rawRequest({
    port,
    method,
    path: to.startsWith('/') ? to : `/intake/${to}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    body,
  })
