import { stripVTControlCharacters } from 'node:util'
import { redact } from '../../shared/postmortem/redact.ts'

/** How much of a command's output is kept, in characters: enough for an answer, too little to fill a disk (facts.md 6.10). */
export const MOST_OUTPUT_CHARACTERS = 50_000

/** What may still be kept of an output. Both streams of a command share one. */
export type OutputRoom = {
  /** As much of the text as there is room for. */
  readonly give: (text: string) => string
  readonly isCapped: () => boolean
}

/** Room for one command's output. */
export function createOutputRoom(): OutputRoom {
  let given = 0
  let isCapped = false
  return {
    give: (text) => {
      const room = MOST_OUTPUT_CHARACTERS - given
      if (text.length > room) isCapped = true
      const cut = text.slice(0, Math.max(0, room))
      given += cut.length
      return cut.toWellFormed()
    },
    isCapped: () => isCapped,
  }
}

/** Takes in what a command prints and gives whole lines with their secrets masked. */
export type MaskStream = {
  readonly push: (chunk: string) => string
  /** What is left when it ends without a last newline. */
  readonly end: () => string
  readonly isCapped: () => boolean
}

/**
 * Makes a stream. Each of a command's two outputs needs its own: mixed, one's half line would stand in the middle of the
 * other's, and a secret cut in two is not seen. Lines inside a private key are left out whole, because no single one of them
 * looks like a secret; colours go first, because they may stand within one.
 */
export function createMaskStream(room: OutputRoom = createOutputRoom()): MaskStream {
  let pending = ''
  let isInKey = false
  const maskLine = (raw: string): string => {
    const line = stripVTControlCharacters(raw).replace(/\r$/, '')
    if (/-----BEGIN [A-Z ]*PRIVATE KEY/.test(line)) {
      isInKey = true
      return '[private key left out]'
    }
    if (isInKey) {
      if (/-----END /.test(line)) isInKey = false
      return ''
    }
    return redact(line, 'secrets').text
  }
  return {
    push: (chunk) => {
      pending += chunk
      const lines = pending.split('\n')
      pending = (lines.pop() ?? '').slice(0, MOST_OUTPUT_CHARACTERS + 1)
      return lines.length === 0 ? '' : room.give(`${lines.map(maskLine).join('\n')}\n`)
    },
    end: () => {
      const rest = pending === '' ? '' : room.give(maskLine(pending))
      pending = ''
      return rest
    },
    isCapped: room.isCapped,
  }
}
