import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/kit/result.ts'

/** What `npm start` was asked for; `doorWords` go on to the door as they are. */
export type StartArguments = {
  readonly shell: 'desktop' | 'loopback' | null
  readonly data: string | null
  readonly help: boolean
  readonly doorWords: readonly string[]
}

/** How to start, as shown for --help. */
export const usage = `npm start -- [options]
  --workspace DIR            the team, runbooks and reference to open (default: the one chosen in Settings, else the demo)
  --data DIR                 where incidents are kept (default: this system's place for program data)
  --port N                   the port of the loopback door (default: any free one)
  --shell desktop|loopback   Electron, or a browser window on 127.0.0.1 (default: Electron when it can be had)
  --intake-port N            take alerts on this port, for this run (off unless Settings says otherwise)
  --intake-token T           the token that senders show, for this run; other users of this machine can see it here
  --no-open                  print the address and open no window (loopback)
  --test-clock INSTANT       a clock that stands still until it is moved, for tests (loopback)`

const passedOn = (option: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`--${option}`, value]

/** Reads the command line; the failure is one sentence that says what to mend. Paths are taken from `folder`. */
export function readStartArguments(words: readonly string[], folder: string): Result<StartArguments> {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        shell: { type: 'string' },
        data: { type: 'string' },
        workspace: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        'test-clock': { type: 'string' },
        'intake-port': { type: 'string' },
        'intake-token': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    const { shell = null, help } = values
    const data = values.data ? resolve(folder, values.data) : null
    if (shell !== null && shell !== 'desktop' && shell !== 'loopback')
      return fail(`--shell takes desktop or loopback, not "${shell}"`)
    const doorWords = [
      ...(values.workspace === undefined ? [] : ['--workspace', resolve(folder, values.workspace)]),
      ...passedOn('port', values.port),
      ...(values['no-open'] ? ['--no-open'] : []),
      ...passedOn('test-clock', values['test-clock']),
      ...passedOn('intake-port', values['intake-port']),
      ...passedOn('intake-token', values['intake-token']),
    ]
    return ok({ shell, data, help, doorWords })
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
}
