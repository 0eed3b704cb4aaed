import type { Intake as IntakeDescription } from '../../../shared/contract/alert-answers.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Clock } from '../../../shared/ports.ts'
import type { AlertInbox } from './alert-inbox.ts'
import { type IntakeListenerOptions, openIntakeListener } from './intake-listener.ts'
import { createIntakeSettings } from './intake-settings.ts'
import { createIntakeSwitch } from './intake-switch.ts'
import { createIntakeToken } from './intake-token.ts'
import { sendTestAlert } from './send-test-alert.ts'

/** What the command line asked for, for this run only; either of them switches the intake on. */
export type GivenIntake = { readonly port: number | null; readonly token: string | null }

/** The intake of a running host: on or off, and what it last did. */
export type Intake = {
  readonly describe: () => IntakeDescription
  readonly enable: (port: number) => Promise<Result<void>>
  readonly disable: () => Promise<Result<void>>
  /** The new token, once: only its digest stays. The one before opens nothing any more. */
  readonly renewToken: () => Result<string>
  readonly sendTest: () => Promise<Result<void>>
  readonly close: () => Promise<void>
}

export type IntakeOptions = {
  readonly dataFolder: string
  readonly clock: Clock
  readonly inbox: AlertInbox
  readonly given: GivenIntake
  /** Who else holds the data folder: then this Nightdesk takes nothing in (J9). */
  readonly holder: string | null
  readonly changed: () => void
  readonly log: (line: string) => void
}

/** What was taken in and what was turned away, since this host started. */
function createTally({ clock, inbox, changed }: IntakeOptions) {
  let received = 0
  let lastRefusal: IntakeDescription['lastRefusal'] = null
  const receive: IntakeListenerOptions['receive'] = async (source, read) => {
    const kept = await inbox.hear(source, read)
    if (kept.ok) received += read.alerts.length
    changed()
    return kept
  }
  const refused: IntakeListenerOptions['refused'] = ({ status, ...said }) => {
    lastRefusal = { at: new Date(clock.nowMs()).toISOString(), status, reason: refusalWords(said) }
    changed()
  }
  return { receive, refused, read: () => ({ received, lastRefusal, lastAt: inbox.inbox().lastAt }) }
}

/** Opens the intake where it was left on, or where the command line says so. */
export async function startIntake(options: IntakeOptions): Promise<Intake> {
  const { clock, given, holder, changed, log } = options
  const forThisRun = given.port !== null || given.token !== null
  const file = createIntakeSettings(options.dataFolder)
  const token = createIntakeToken(file, given.token)
  const tally = createTally(options)
  const door = createIntakeSwitch({
    open: (port) => openIntakeListener({ port, digests: token.digests, ...tally, log }),
    refusal: holder === null ? null : `${holder} holds this data folder and takes the alerts in.`,
    log,
  })
  const { isEnabled, port } = file.read()
  await door.set(forThisRun || isEnabled, given.port ?? port)

  const turn = async (wanted: boolean, wantedPort: number): Promise<Result<void>> => {
    const written = file.write(wanted ? { isEnabled: true, port: wantedPort } : { isEnabled: false })
    if (!written.ok) return written
    await door.set(wanted, wantedPort)
    changed()
    return ok(undefined)
  }
  return {
    describe: () => {
      const { wanted, port: atPort, problem } = door.state()
      const listening = door.openPort() !== null
      return { enabled: wanted, listening, problem, port: atPort, token: token.describe(), forThisRun, ...tally.read() }
    },
    enable: (wantedPort) => turn(true, wantedPort),
    disable: () => turn(false, door.state().port),
    renewToken: () => {
      const made = token.renew(new Date(clock.nowMs()).toISOString())
      if (made.ok) changed()
      return made
    },
    sendTest: async () => {
      const openPort = door.openPort()
      if (openPort === null) return fail('The intake is not open.')
      return token.lend((lent) => sendTestAlert(openPort, lent))
    },
    close: door.close,
  }
}
