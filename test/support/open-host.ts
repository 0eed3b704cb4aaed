import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost, type Host } from '../../electron/host/create-host.ts'
import type { GivenIntake } from '../../electron/host/intake/intake.ts'
import { createTestClock, type TestClock } from '../../electron/host/test-clock.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import { type Client, createClient } from '../../shared/contract/client.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import { serve } from '../../shared/contract/serve.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import type { Notice, Preferences } from '../../shared/ports.ts'
import { defaultPreferences } from './default-preferences.ts'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

/** The real host on a folder of its own, with a clock that the test moves. A crash is `drop()` and a new `open`. */
export type TestDesk = {
  readonly clock: TestClock
  readonly dataFolder: string
  readonly workspaceFolder: string
  readonly notices: Notice[]
  readonly events: HostEvent[]
  readonly host: () => Host
  readonly client: () => Client
  /** Calls and gives the value; throws the refusal, so that a test that expects one says so with `client()`. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>
  readonly facts: (incident: string) => Promise<readonly FactRecord[]>
  readonly typesOf: (incident: string) => Promise<readonly string[]>
  /** Starts the host anew on the same folder. Without a `close` before it, that is what a crash leaves. */
  readonly restart: () => Promise<void>
  readonly crash: () => void
  readonly close: () => Promise<void>
}

type DeskOptions = {
  readonly startAt?: string
  readonly me?: string | null
  readonly nativeNotifications?: boolean
  readonly runCommands?: boolean
  /** What the command line says about the intake. */
  readonly intake?: GivenIntake
  /** The folder that another desk was opened in, to take over what it left. */
  readonly root?: string
}

/** Opens a desk on a copy of the demo workspace. */
export async function openTestDesk(options: DeskOptions = {}): Promise<TestDesk> {
  const root = options.root ?? mkdtempSync(join(tmpdir(), 'nightdesk-'))
  const dataFolder = join(root, 'data')
  const workspaceFolder = join(root, 'workspace')
  if (options.root === undefined) cpSync(demoWorkspace, workspaceFolder, { recursive: true })
  const clock = createTestClock(options.startAt ?? '2026-11-24T14:00:00.000Z')
  const notices: Notice[] = []
  const events: HostEvent[] = []
  let preferences: Preferences = {
    ...defaultPreferences,
    me: options.me === undefined ? 'eng-b' : options.me,
    runCommands: options.runCommands ?? false,
  }

  let life = { isOver: false }
  const start = async (): Promise<Host> => {
    const thisLife = { isOver: false }
    life = thisLife
    const host = await createHost({
      dataFolder,
      workspaceFolder,
      clock: { ...clock, onTick: (run) => clock.onTick(() => thisLife.isOver || run()) },
      ids: createIds(),
      notifier: {
        show: async (notice) => {
          notices.push(notice)
          return ok({ channel: 'desktop' })
        },
      },
      preferences: {
        read: () => preferences,
        write: (change) => {
          preferences = { ...preferences, ...change }
          return ok(preferences)
        },
      },
      capabilities: {
        shell: 'memory',
        nativeNotifications: options.nativeNotifications ?? true,
        openLinks: 'browser',
        testClock: true,
      },
      version: '0.0.0-test',
      openLink: async () => ok(true),
      ...(options.intake && { intake: options.intake }),
      log: () => undefined,
    })
    host.listen((event) => events.push(event))
    return host
  }

  let host = await start()
  const clientOf = (): Client =>
    createClient({
      send: serve(host.handlers, (name, error) => {
        throw new Error(`${name} threw`, { cause: error })
      }),
      listen: host.listen,
    })
  const call: TestDesk['call'] = async (name, input) => {
    const reply = await clientOf().call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`)
    return reply.value
  }
  const facts = async (incident: string) =>
    (await call('incidents.read', { incident, fromSeq: 1, limit: 5_000 })).records
  return {
    clock,
    dataFolder,
    workspaceFolder,
    notices,
    events,
    host: () => host,
    client: clientOf,
    call,
    facts,
    typesOf: async (incident) => (await facts(incident)).map(({ type }) => type),
    restart: async () => {
      host = await start()
    },
    crash: () => {
      life.isOver = true
      rmSync(join(dataFolder, 'locks'), { recursive: true, force: true })
    },
    close: async () => {
      await host.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Opens another host on the folders of a desk that is open, which holds them: this one only reads. */
export async function openSecondHost({ dataFolder, workspaceFolder }: TestDesk): Promise<{
  readonly client: Client
  readonly close: () => Promise<void>
}> {
  const host = await createHost({
    dataFolder,
    workspaceFolder,
    clock: createTestClock('2026-11-24T20:00:00.000Z'),
    ids: createIds(),
    notifier: { show: async () => fail('no') },
    preferences: { read: () => defaultPreferences, write: () => ok(defaultPreferences) },
    capabilities: { shell: 'memory', nativeNotifications: false, openLinks: 'browser', testClock: true },
    version: '0',
    openLink: async () => ok(false),
    log: () => undefined,
  })
  const client = createClient({ send: serve(host.handlers, () => undefined), listen: host.listen })
  return { client, close: () => host.close() }
}

/** Declares an incident on the investors' profit pipeline, detected now. */
export async function declareOn(desk: TestDesk, change: Partial<CallInput<'incidents.declare'>> = {}): Promise<string> {
  const detectedAt = new Date(desk.clock.nowMs()).toISOString()
  const declared = await desk.call('incidents.declare', {
    title: 'Aggregate profit for investors is late',
    pipeline: 'aggregate-growth-investors',
    severity: 2,
    detectedAt,
    impactStartedAt: null,
    slaAt: null,
    runbook: null,
    ...change,
  })
  return declared.incident
}
