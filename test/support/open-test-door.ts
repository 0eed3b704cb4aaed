import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEventStream, type EventStreamOptions } from '../../electron/loopback/event-stream.ts'
import { type DoorTimeouts, openDoor } from '../../electron/loopback/http-server.ts'
import { createKeptSessions } from '../../electron/loopback/kept-sessions.ts'
import { createRpcRoute } from '../../electron/loopback/rpc-route.ts'
import { createSessionTokens } from '../../electron/loopback/session-token.ts'
import { createStaticFiles } from '../../electron/loopback/static-files.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { type Handlers, serve } from '../../shared/contract/serve.ts'
import { rawRequest } from './raw-request.ts'
import { scriptHandlers } from './scripted-handlers.ts'

export type TestDoorOptions = {
  readonly handlers?: Handlers
  readonly onError?: (name: string, error: unknown) => void
  readonly events?: EventStreamOptions
  readonly timeouts?: DoorTimeouts
  readonly port?: number
  readonly mayTakeAnother?: boolean
  /** Where sessions of earlier runs are kept; a folder of its own when left out. */
  readonly dataFolder?: string
}

function writeWindowFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-window-'))
  mkdirSync(join(folder, 'renderer/assets'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'outside')
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html><title>Nightdesk</title>')
  writeFileSync(join(folder, 'renderer/assets/app.js'), 'export {}')
  return folder
}

/** The real loopback door on a free port, over scripted handlers and two files, with a session already open. */
export async function openTestDoor(options: TestDoorOptions = {}) {
  const folder = writeWindowFiles()
  const hearing = new Set<(event: HostEvent) => void>()
  const lines: string[] = []
  const kept = createKeptSessions(options.dataFolder ?? folder, (line) => lines.push(line))
  const tokens = createSessionTokens(() => performance.now(), kept)
  const events = createEventStream((hear) => {
    hearing.add(hear)
    return () => hearing.delete(hear)
  }, options.events)
  const opened = await openDoor({
    port: options.port ?? 0,
    mayTakeAnother: options.mayTakeAnother ?? false,
    tokens,
    files: createStaticFiles(join(folder, 'renderer')),
    rpc: createRpcRoute(serve(options.handlers ?? scriptHandlers({}), options.onError ?? (() => undefined))),
    events: events.route,
    testClock: null,
    log: (line) => lines.push(line),
    ...(options.timeouts === undefined ? {} : { timeouts: options.timeouts }),
  })
  if (!opened.ok) throw new Error(opened.error)
  const { port, close } = opened.value
  const enter = await rawRequest({ port, path: `/?token=${tokens.issue()}` })
  const cookie = (enter.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
  return {
    port,
    cookie,
    tokens,
    folder,
    lines,
    emit: (event: HostEvent) => {
      for (const hear of hearing) hear(event)
    },
    close: async () => {
      events.close()
      await close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type TestDoor = Awaited<ReturnType<typeof openTestDoor>>
