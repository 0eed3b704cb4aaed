import type { Serve } from '../../shared/contract/serve.ts'
import { readJsonBody } from '../host/http/json-body.ts'
import { answerJson, type Route, turnAway } from './answer.ts'

const MAX_BODY_BYTES = 40 * 1_048_576

/** `POST /rpc/<noun.verb>`: every call that reaches the host gets 200 and a `Reply`, refusals included. */
export function createRpcRoute(serve: Serve): Route {
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('Allow', 'POST')
      return turnAway(response, 405, 'Calls are made by POST.')
    }
    const body = await readJsonBody(request, { bytes: MAX_BODY_BYTES })
    if (!body.ok) {
      response.setHeader('Connection', 'close')
      return answerJson(response, body.error.status, { ok: false, error: body.error.refusal })
    }
    const name = new URL(request.url ?? '/', 'http://door').pathname.slice('/rpc/'.length)
    answerJson(response, 200, await serve(name, body.value))
  }
}
