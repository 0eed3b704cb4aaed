import { redact } from '../../shared/postmortem/redact.ts'

/** How much of a command's output is kept, in characters: enough for an answer, too little to fill a disk (facts.md 6.10). */
export const MOST_OUTPUT_CHARACTERS = 50_000

/** Takes in what a command prints and gives whole lines with their secrets masked. */
export type MaskStream = {
  readonly push: (chunk: string) => string
  /** What is left when it ends without a last newline. */
  readonly end: () => string
  readonly isCapped: () => boolean
}

/** Makes a stream. Lines inside a private key are left out whole, because no single one of them looks like a secret. */
export function createMaskStream(): MaskStream {
  let pending = ''
  let given = 0
  let isCapped = false
  let isInKey = false
  const maskLine = (line: string): string => {
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
  const give = (text: string): string => {
    const room = MOST_OUTPUT_CHARACTERS - given
    if (text.length > room) isCapped = true
    const cut = text.slice(0, Math.max(0, room))
    given += cut.length
    return cut.toWellFormed()
  }
  return {
    push: (chunk) => {
      pending += chunk
      const lines = pending.split('\n')
      pending = (lines.pop() ?? '').slice(0, MOST_OUTPUT_CHARACTERS)
      return lines.length === 0 ? '' : give(`${lines.map(maskLine).join('\n')}\n`)
    },
    end: () => {
      const rest = pending === '' ? '' : give(maskLine(pending))
      pending = ''
      return rest
    },
    isCapped: () => isCapped,
  }
}
