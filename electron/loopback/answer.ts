import type { IncomingMessage, ServerResponse } from 'node:http'
import { contentSecurityPolicy } from '../host/content-security-policy.ts'

/** What answers one address. It must end the response, whatever happens. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** Headers of every answer, whatever it says. */
export const guardingHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}

/** Turns a request away in words, and hangs up, so that an unread body is never waited for. */
export function turnAway(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' }).end(`${words}\n`)
}
