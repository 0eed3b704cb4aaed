import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The port that this data folder's door had last time. A browser keeps what was typed by address, port included. */
export type FamiliarPort = {
  /** 0 when there is none: any free port will do. */
  readonly last: () => number
  readonly remember: (port: number) => void
}

/** Keeps the port in the data folder. It is a convenience: failing to read or write it changes nothing else. */
export function createFamiliarPort(dataFolder: string, log: (line: string) => void): FamiliarPort {
  const file = join(dataFolder, 'last-port')
  return {
    last: () => {
      try {
        const port = Number(readFileSync(file, 'utf8'))
        return Number.isInteger(port) && port >= 1_024 && port <= 65_535 ? port : 0
      } catch {
        return 0
      }
    },
    remember: (port) => {
      try {
        writeFileSync(file, `${port}\n`)
      } catch (error) {
        log(`The port was not remembered, so the next start takes another one: ${String(error)}`)
      }
    },
  }
}
