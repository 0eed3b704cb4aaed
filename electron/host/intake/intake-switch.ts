import type { Result } from '../../../shared/kit/result.ts'
import type { PortProblem } from '../http/loopback-server.ts'
import type { IntakeListener } from './intake-listener.ts'

/** Whether the listener should be open, and how it came out. */
export type IntakeSwitch = {
  readonly state: () => { readonly wanted: boolean; readonly port: number; readonly problem: string | null }
  /** The port that is open now; null when none is. */
  readonly openPort: () => number | null
  readonly set: (wanted: boolean, port: number) => Promise<void>
  readonly close: () => Promise<void>
}

type SwitchOptions = {
  readonly open: (port: number) => Promise<Result<IntakeListener, PortProblem>>
  /** Why it is never opened here; null when it may be. */
  readonly refusal: string | null
  readonly log: (line: string) => void
}

/** Makes the switch, off. One move after the other: two quick clicks cannot leave two listeners. */
export function createIntakeSwitch({ open, refusal, log }: SwitchOptions): IntakeSwitch {
  let state = { wanted: false, port: 0, problem: null as string | null }
  let listener: IntakeListener | null = null
  let last: Promise<void> = Promise.resolve()

  async function move(wanted: boolean, port: number): Promise<void> {
    await listener?.close()
    listener = null
    state = { wanted, port, problem: wanted ? refusal : null }
    if (!wanted || refusal !== null) return
    const opened = await open(port)
    if (opened.ok) {
      listener = opened.value
      state = { ...state, port: opened.value.port }
      return
    }
    const { isTaken, message } = opened.error
    state = { ...state, problem: `${message} ${isTaken ? 'Choose another one. ' : ''}Everything else works.` }
    log(`The intake is not open: ${message}`)
  }

  const set = (wanted: boolean, port: number): Promise<void> => {
    last = last.then(() => move(wanted, port))
    return last
  }
  return {
    state: () => state,
    openPort: () => listener?.port ?? null,
    set,
    close: () => set(false, state.port),
  }
}
