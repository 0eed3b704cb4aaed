import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHost } from '../../electron/host/create-host.ts'
import { createTestClock } from '../../electron/host/test-clock.ts'
import { createClient } from '../../shared/contract/client.ts'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { PersonFact, PersonFactType } from '../../shared/contract/person-facts.ts'
import { serve } from '../../shared/contract/serve.ts'
import { checklistOf, parsedPin } from '../../shared/incident/checklist.ts'
import { fromJson, type IncidentState } from '../../shared/incident/incident-state.ts'
import { ok } from '../../shared/kit/result.ts'
import type { Ids, Preferences } from '../../shared/ports.ts'
import { readPreferences } from '../../shared/preferences.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Identifiers that are the same each time the demo is made. */
function countedIds(): Ids {
  let count = 0
  const inBase32 = (value: number, length: number): string =>
    Array.from({ length }, (_, at) => CROCKFORD.charAt(Math.floor(value / 32 ** (length - 1 - at)) % 32)).join('')
  return {
    ulid: (atMs) => {
      count += 1
      return `${inBase32(atMs, 10)}${inBase32(count, 16)}`
    },
    crockford: (length) => 'dem0'.slice(0, length),
  }
}

type DataOf<T extends PersonFactType> = Extract<PersonFact, { type: T }>['data']

/** One incident being played on the real host: time passes, a person clicks and types. */
export type Play = {
  readonly minutes: (count: number) => void
  readonly say: <T extends PersonFactType>(type: T, data: DataOf<T>) => Promise<void>
  readonly openRunbook: (path: string, reason: string, scenario: string) => Promise<void>
  readonly check: (stepBegins: string, note?: string) => Promise<void>
  readonly skip: (stepBegins: string, reason: string) => Promise<void>
  readonly attach: (name: string, text: string) => Promise<void>
  readonly star: (factType: string) => Promise<void>
  readonly state: () => Promise<IncidentState>
  readonly now: () => string
}

/** A scripted incident of the demo team. */
export type Scene = {
  readonly name: string
  readonly startAt: string
  readonly me: string
  readonly declare: Omit<CallInput<'incidents.declare'>, 'detectedAt'>
  readonly acts: readonly ((play: Play) => Promise<void>)[]
}

/** The real host on a folder of its own, with a clock that the scene moves. */
async function openDemoDesk(scene: Scene, workspaceFolder: string) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-demo-'))
  const clock = createTestClock(scene.startAt)
  const preferences = (): Preferences => readPreferences({ me: scene.me })
  const host = await createHost({
    dataFolder,
    workspaceFolder,
    clock,
    ids: countedIds(),
    notifier: { show: async () => ok({ channel: 'desktop' }) },
    preferences: { read: preferences, write: () => ok(preferences()) },
    capabilities: { shell: 'memory', nativeNotifications: true, openLinks: 'browser', testClock: true },
    version: '0.1.0',
    openLink: async () => ok(false),
    log: console.error,
  })
  const client = createClient({ send: serve(host.handlers, console.error), listen: host.listen })
  const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const reply = await client.call(name, input)
    if (!reply.ok) throw new Error(`${scene.name}: ${name}: ${reply.error.message}`)
    await new Promise((resolve) => setImmediate(resolve))
    return reply.value
  }
  return { clock, host, call, dataFolder }
}

type DemoDesk = Awaited<ReturnType<typeof openDemoDesk>>

function createPlay({ clock, call }: DemoDesk, incident: string): Play {
  const state = async (): Promise<IncidentState> =>
    fromJson((await call('incidents.open', { incident, tail: 1 })).state)
  const say: Play['say'] = async (type, data) => {
    await call('facts.record', { incident, facts: [{ type, data } as PersonFact] })
  }
  const stepBeginning = async (words: string) => {
    const { run } = await state()
    const items = run === null ? [] : checklistOf(run, parsedPin(run))
    const found = items.find(({ step }) => step.text.startsWith(words))
    if (found === undefined) throw new Error(`no step begins with "${words}"`)
    return { step: found.step.id, text: found.step.text }
  }
  return {
    minutes: (count) => clock.advance(count * 60_000),
    now: () => new Date(clock.nowMs()).toISOString(),
    state,
    say,
    openRunbook: async (path, reason, scenario) => {
      await call('runbook.open', { incident, path, reason })
      const { run } = await state()
      const found = run === null ? undefined : parsedPin(run).scenarios.find(({ id }) => id === scenario)
      if (found === undefined) throw new Error(`no scenario ${scenario}`)
      await say('scenario.chosen', { scenario: found.id, title: found.title })
    },
    check: async (words, note) =>
      say('step.checked', { ...(await stepBeginning(words)), ...(note === undefined ? {} : { note }) }),
    skip: async (words, reason) => say('step.skipped', { ...(await stepBeginning(words)), reason }),
    attach: async (name, text) => {
      const base64 = Buffer.from(text).toString('base64')
      await call('evidence.attach', { incident, name, mediaType: 'text/plain', base64 })
    },
    star: async (factType) => {
      const { records } = await call('incidents.read', { incident, fromSeq: 1, limit: 5_000 })
      const last = records.findLast(({ type }) => type === factType)
      if (last !== undefined) await say('entry.starred', { of: last.id, starred: true })
    },
  }
}

/** Plays a scene on the real host and copies its journal and evidence to a folder. */
export async function record(scene: Scene, workspaceFolder: string, toFolder: string): Promise<void> {
  const demo = await openDemoDesk(scene, workspaceFolder)
  const detectedAt = new Date(demo.clock.nowMs()).toISOString()
  const { incident } = await demo.call('incidents.declare', { ...scene.declare, detectedAt })
  const play = createPlay(demo, incident)
  for (const act of scene.acts) await act(play)
  await demo.host.close()
  const folder = join(demo.dataFolder, 'incidents', incident)
  cpSync(join(folder, 'journal.ndjson'), join(toFolder, `${scene.name}.ndjson`))
  if (existsSync(join(folder, 'evidence'))) {
    cpSync(join(folder, 'evidence'), join(toFolder, `${scene.name}.evidence`), { recursive: true })
  }
  rmSync(demo.dataFolder, { recursive: true })
}
