import type { BrowserContext, Page } from '@playwright/test'
import type { CallInput, CallName, CallOutput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { parseDurationMs } from '../../shared/schedule/policy.ts'
import { type LoopbackOptions, type LoopbackProcess, startLoopback } from './loopback-process.ts'
import { watchForTrouble } from './trouble.ts'

/** How a Nightdesk comes back. */
export type Restart = {
  /** Lets this much time pass on the wall while no host runs: `PT3H`. */
  readonly after?: string
  /** The window is not led to the new address: it stays as it is, and the console comes back where it was (`--port`). */
  readonly windowStays?: boolean
}

/** Another Nightdesk on the same data folder, in a process of its own. */
export type SecondNightdesk = { readonly page: Page; readonly processId: number; readonly close: () => Promise<void> }

/** Nightdesk as a test holds it: its window, its clock, and the ways in which it can go. */
export type Nightdesk = {
  readonly page: Page
  readonly dataFolder: string
  readonly origin: () => string
  /** Lets time pass, second by second: `PT30M`. */
  readonly advance: (duration: string) => Promise<void>
  /** Lets time pass as for a laptop that is shut: one tick at the end. */
  readonly sleep: (duration: string) => Promise<void>
  /** Sets the wall clock alone, as NTP or a hand would (UTC ISO). */
  readonly setClock: (at: string) => Promise<void>
  /** Asks the host directly, as a second window would: to prepare what a test is not about, or to look behind the screen. */
  readonly call: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>
  readonly openSecondWindow: () => Promise<Page>
  /** Starts another Nightdesk on the same data folder, which this one holds. */
  readonly openSecondNightdesk: () => Promise<SecondNightdesk>
  /** The host's process, for a test that takes something away from it. */
  readonly processId: () => number
  /** Ends it at once, as a power cut would. The window stays, without its host. */
  readonly kill: () => Promise<void>
  /** Closes it (unless it was killed) and starts it again on the same data; the clock goes on where it stood. */
  readonly restart: (how?: Restart) => Promise<void>
  /** Says that console errors like this one are what the test is about. */
  readonly allowTrouble: (pattern: RegExp) => void
}

/** A Nightdesk and how to put it away. */
export type OpenNightdesk = {
  readonly nightdesk: Nightdesk
  readonly troubles: () => readonly string[]
  /** Closes the door politely; gives its exit code, or null when the test had killed it. */
  readonly close: () => Promise<number | null>
  readonly said: () => string
}

const later = (at: string, duration: string): string =>
  new Date(Date.parse(at) + (parseDurationMs(duration) ?? Number.NaN)).toISOString()

/** Leads a window to its console and waits for the first answer: before it no screen knows what it may do. */
async function openWindow(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('main[aria-busy=false]').waitFor()
}

/** Starts the built loopback door and opens its window through the address that it printed. */
export async function openNightdesk(context: BrowserContext, options: LoopbackOptions): Promise<OpenNightdesk> {
  const watch = watchForTrouble(context)
  const page = await context.newPage()
  const said: string[] = []
  let clockAt = options.clockAt
  let door: LoopbackProcess
  let isUp = false

  const start = async ({ windowStays = false }: Restart = {}) => {
    const where = windowStays ? { port: Number(new URL(door.origin).port) } : {}
    door = await startLoopback({ ...options, ...where, clockAt })
    isUp = true
    watch.allowOrigin(door.origin)
    if (!windowStays) await openWindow(page, door.address)
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    if (!isUp) return null
    isUp = false
    watch.expectLostLine()
    const code = await door.end(signal)
    said.push(door.said())
    return code
  }
  const moveClock = async (move: Readonly<Record<string, string>>) => {
    const answer = await context.request.post(`${door.origin}/test/clock`, { data: move })
    if (!answer.ok()) throw new Error(await answer.text())
    clockAt = (await answer.json()).now
  }
  await start()

  const nightdesk: Nightdesk = {
    page,
    dataFolder: options.dataFolder,
    origin: () => door.origin,
    advance: (duration) => moveClock({ advance: duration }),
    sleep: (duration) => moveClock({ sleep: duration }),
    setClock: (at) => moveClock({ set: at }),
    call: async (name, input) => (await context.request.post(`${door.origin}/rpc/${name}`, { data: input })).json(),
    openSecondWindow: async () => {
      const second = await context.newPage()
      await openWindow(second, door.origin)
      return second
    },
    kill: async () => {
      await end('SIGKILL')
    },
    openSecondNightdesk: async () => {
      const other = await startLoopback({ ...options, clockAt })
      watch.allowOrigin(other.origin)
      const otherPage = await context.newPage()
      await openWindow(otherPage, other.address)
      const close = async () => {
        await otherPage.close()
        await other.end('SIGTERM')
      }
      return { page: otherPage, processId: other.processId, close }
    },
    processId: () => door.processId,
    restart: async (how = {}) => {
      await end('SIGTERM')
      if (how.after !== undefined) clockAt = later(clockAt, how.after)
      await start(how)
    },
    allowTrouble: watch.allow,
  }
  return {
    nightdesk,
    troubles: watch.found,
    close: () => end('SIGTERM'),
    said: () => [...said, isUp ? door.said() : ''].join(''),
  }
}
