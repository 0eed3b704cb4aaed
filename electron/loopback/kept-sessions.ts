import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { putFile } from '../host/put-file.ts'

const MAX_KEPT = 16
const digestLine = /^[0-9a-f]{64}$/

/** The sessions of earlier runs, so that a window left open finds its console again after a crash and needs no new address. */
export type KeptSessions = {
  /** SHA-256 digests; a session itself is kept by the browser alone, so who reads this opens nothing. */
  readonly digests: () => readonly Buffer[]
  /** Adds one; only the newest 16 are kept. */
  readonly keep: (digest: Buffer) => void
}

/** Keeps them in the data folder. It is a convenience: failing to read or write it only asks for the address again. */
export function createKeptSessions(dataFolder: string, log: (line: string) => void): KeptSessions {
  const file = join(dataFolder, 'sessions')

  function lines(): readonly string[] {
    try {
      return readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => digestLine.test(line))
        .slice(-MAX_KEPT)
    } catch {
      return []
    }
  }

  return {
    digests: () => lines().map((line) => Buffer.from(line, 'hex')),
    keep: (digest) => {
      try {
        const kept = [...lines(), digest.toString('hex')].slice(-MAX_KEPT)
        putFile(file, kept.map((line) => `${line}\n`).join(''), 0o600)
      } catch (error) {
        log(`This window will need a new address after the next start: ${String(error)}`)
      }
    },
  }
}
