import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../../../shared/contract/refusal.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'

const MAX_DEPTH = 64
const forbiddenKeys = ['__proto__', 'constructor', 'prototype']

/** Why a body was not taken, and the HTTP status that says so. */
export type BodyRefusal = { readonly status: 400 | 413 | 415; readonly refusal: Refusal }

const refuse = (status: BodyRefusal['status'], code: Refusal['code'], message: string) =>
  fail<BodyRefusal>({ status, refusal: { code, message } })

/** How much of a body is taken: `bytes` into memory, `droppedBytes` more so that the sender hears the answer, then the line is cut. */
export type BodyLimit = { readonly bytes: number; readonly droppedBytes?: number }

/** Reads what the limit allows; null when there was more. A body that says at the start that it is far too long is not read at all. */
async function readBytes(request: IncomingMessage, limit: BodyLimit): Promise<Buffer | null> {
  const mostBytes = limit.bytes + (limit.droppedBytes ?? Number.POSITIVE_INFINITY)
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return null
  const chunks: Buffer[] = []
  let size = 0
  // A loop that is left destroys the request, and with it the line.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit.bytes) chunks.push(chunk)
    else chunks.length = 0
    if (size > mostBytes) break
  }
  return size <= limit.bytes ? Buffer.concat(chunks) : null
}

function sizeWords(bytes: number): string {
  if (bytes >= 1_048_576) return `${bytes / 1_048_576} MiB`
  return bytes >= 1_024 && bytes % 1_024 === 0 ? `${bytes / 1_024} KiB` : `${bytes} bytes`
}

/** Whether a parsed value is deeper than any call needs, or has a key that could reach an object's prototype. */
function isHostile(value: unknown): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    const objects = level.filter((each) => typeof each === 'object' && each !== null)
    if (depth > MAX_DEPTH) return objects.length > 0
    if (objects.some((each) => forbiddenKeys.some((key) => Object.hasOwn(each, key)))) return true
    level = objects.flatMap((each) => Object.values(each))
  }
  return false
}

/**
 * The JSON value that a request carries. `application/json` only: a page of another site cannot send it without asking first,
 * and is never given leave.
 */
export async function readJsonBody(request: IncomingMessage, limit: BodyLimit): Promise<Result<unknown, BodyRefusal>> {
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json' || request.headers['content-encoding'] !== undefined)
    return refuse(415, 'badInput', 'Send JSON, not compressed, as application/json.')
  const bytes = await readBytes(request, limit)
  if (bytes === null)
    return refuse(413, 'tooLarge', `That is larger than ${sizeWords(limit.bytes)}. Nothing was saved.`)
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isHostile(value)
      ? refuse(400, 'badInput', 'That JSON is nested too deep or has a forbidden key.')
      : ok(value)
  } catch {
    return refuse(400, 'badInput', 'That is not JSON.')
  }
}
