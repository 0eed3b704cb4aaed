import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import packageFile from '../../package.json' with { type: 'json' }
import { serve } from '../../shared/contract/serve.ts'
import { fail } from '../../shared/kit/result.ts'
import { createHost } from '../host/create-host.ts'
import { systemClock } from '../host/system-clock.ts'
import { createTestClock } from '../host/test-clock.ts'
import { createIds } from '../host/ulid-ids.ts'
import { createConfPreferences } from './conf-preferences.ts'
import { type DoorArguments, readDoorArguments } from './door-arguments.ts'
import { createEventStream } from './event-stream.ts'
import { createFamiliarPort } from './familiar-port.ts'
import { openDoor } from './http-server.ts'
import { createKeptSessions } from './kept-sessions.ts'
import { openAppWindow } from './open-app-window.ts'
import { createRpcRoute } from './rpc-route.ts'
import { createSessionTokens } from './session-token.ts'
import { createStaticFiles } from './static-files.ts'
import { closeWithProcess, offerNewAddresses } from './terminal.ts'
import { createTestClockRoute } from './test-clock-route.ts'

const demoWorkspace = join(import.meta.dirname, '../../fixtures/workspace')

const log = (line: string): void => console.error(line)

function giveUp(words: string, exitCode: 1 | 2): never {
  log(words)
  process.exit(exitCode)
}

async function main(given: DoorArguments): Promise<void> {
  mkdirSync(given.data, { recursive: true, mode: 0o700 })
  const preferences = createConfPreferences(given.data, log)
  const testClock = given.testClockAt === null ? null : createTestClock(given.testClockAt)
  const host = await createHost({
    dataFolder: given.data,
    workspaceFolder: given.workspace ?? preferences.read().workspace ?? demoWorkspace,
    clock: testClock ?? systemClock,
    ids: createIds(),
    notifier: { show: async () => fail('A browser window has no system notifications; the window itself shows this.') },
    preferences,
    capabilities: {
      shell: 'loopback',
      nativeNotifications: false,
      openLinks: 'browser',
      testClock: testClock !== null,
    },
    version: packageFile.version,
    openLink: async () => fail('The browser opens links itself.'),
    intake: given.intake,
    log,
  })
  const familiarPort = createFamiliarPort(given.data, log)
  const tokens = createSessionTokens(() => performance.now(), createKeptSessions(given.data, log))
  const events = createEventStream(host.listen)
  const door = await openDoor({
    port: given.port ?? familiarPort.last(),
    mayTakeAnother: given.port === null,
    tokens,
    files: createStaticFiles(join(import.meta.dirname, '../renderer')),
    rpc: createRpcRoute(serve(host.handlers, (name, error) => log(`"${name}" failed: ${String(error)}`))),
    events: events.route,
    testClock: testClock && createTestClockRoute(testClock),
    log,
  })
  closeWithProcess(async () => {
    events.close()
    if (door.ok) await door.value.close()
    await host.close()
  }, log)
  if (!door.ok) {
    await host.close()
    giveUp(door.error, 1)
  }
  const { port } = door.value
  host.whenHolding(() => familiarPort.remember(port))
  const newAddress = (lifeMs?: number) => door.value.addressWith(tokens.issue(lifeMs))
  console.log(`Nightdesk is at ${newAddress()}`)
  offerNewAddresses(newAddress)
  if (given.open) openAppWindow(newAddress)
}

const given = readDoorArguments(process.argv.slice(2), process.cwd())
if (!given.ok) giveUp(given.error, 2)
await main(given.value).catch((error: unknown) => giveUp(`Nightdesk could not start. ${String(error)}`, 1))
