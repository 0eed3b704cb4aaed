import { z } from 'zod'
import { parseDurationMs } from '../../shared/schedule/policy.ts'
import { readJsonBody } from '../host/http/json-body.ts'
import type { TestClock } from '../host/test-clock.ts'
import { answerJson, type Route, turnAway } from './answer.ts'

const MAX_BODY_BYTES = 1_024
const MAX_MOVE_MS = 31 * 24 * 3_600_000

const howTo =
  'Say {"advance":"PT30M"}, {"sleep":"PT41M"} or {"set":"2026-12-24T13:00:00.000Z"}, at most 31 days at once.'

const duration = z
  .string()
  .transform((iso) => parseDurationMs(iso) ?? 0)
  .refine((ms) => ms > 0 && ms <= MAX_MOVE_MS)

const moveSchema = z.union([
  z.strictObject({ advance: duration }),
  z.strictObject({ sleep: duration }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
])

/** `POST /test/clock`: moves a test clock by an ISO 8601 duration or to an instant, and answers with the time it then shows. */
export function createTestClockRoute(clock: TestClock): Route {
  return async (request, response) => {
    if (request.method !== 'POST') return turnAway(response, 405, 'The clock is moved by POST.')
    const body = await readJsonBody(request, { bytes: MAX_BODY_BYTES })
    if (!body.ok) return turnAway(response, body.error.status, body.error.refusal.message)
    const move = moveSchema.safeParse(body.value)
    if (!move.success) return turnAway(response, 400, howTo)
    if ('advance' in move.data) clock.advance(move.data.advance)
    else if ('sleep' in move.data) clock.sleep(move.data.sleep)
    else clock.set(Date.parse(move.data.set))
    answerJson(response, 200, { now: new Date(clock.nowMs()).toISOString() })
  }
}
