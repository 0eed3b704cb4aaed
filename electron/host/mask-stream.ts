import { stripVTControlCharacters } from 'node:util'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { isTableDivider } from '../../shared/kit/told-secrets.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { createKeyLeaver } from './leave-out-keys.ts'

/** How much of a command's output is kept, in characters: enough for an answer, too little to fill a disk (facts.md 6.10). */
export const MOST_OUTPUT_CHARACTERS = 50_000

/** As much of the headings of a table as is remembered, in characters. */
const LONGEST_HEADINGS = 1_000

/** A shorter piece of base64 stands in other words as well. */
const SHORTEST_BASE64 = 8

/** How much of a line without an end is waited with. Longer than what is kept, so that no secret is cut where that ends. */
const LONGEST_PENDING = MOST_OUTPUT_CHARACTERS + 10_000

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

const withLineEnd = (line: string | null): string => (line === null ? '' : `${line}\n`)

/** A value, and the beginning that it has in base64 whatever follows it there, as in the data of a Kubernetes secret. */
function inBase64Too(value: string): string[] {
  const base64 = Buffer.from(value, 'utf8').toString('base64').replace(/=+$/, '')
  const whole = base64.slice(0, base64.length - (base64.length % 4))
  return whole.length < SHORTEST_BASE64 ? [value] : [value, base64, whole]
}

/** Takes in what a command prints and gives whole lines with their secrets masked. */
export type MaskStream = {
  readonly push: (chunk: string) => string
  /** What is left when it ends without a last newline. */
  readonly end: () => string
  readonly isCapped: () => boolean
}

/** Masks lines that come one by one; of a table it remembers the headings, since they say which column holds secrets. */
function createRowMasker(): (line: string) => string {
  let above = ''
  let headings = ''
  return (line) => {
    if (isTableDivider(line)) headings = `${above}\n${line}\n`
    else if (!line.includes('|')) headings = ''
    above = line.slice(0, LONGEST_HEADINGS)
    const masked = redact(line.includes('|') ? headings + line : line, 'secrets').text
    return masked.slice(masked.lastIndexOf('\n') + 1)
  }
}

/**
 * Makes a stream. Each of a command's two outputs needs its own: mixed, one's half line would stand in the middle of the
 * other's, and a secret cut in two is not seen. `secrets` are known values, hidden wherever they stand; colours go first, because
 * they may stand within one.
 */
export function createMaskStream(room: OutputRoom = createOutputRoom(), secrets: readonly string[] = []): MaskStream {
  let pending = ''
  const hide = createValueHider(secrets.flatMap(inBase64Too))
  const maskRow = createRowMasker()
  const leaveOutKeys = createKeyLeaver()
  const maskLine = (raw: string): string | null => {
    const line = leaveOutKeys(hide(stripVTControlCharacters(raw).replace(/\r$/, '')))
    return line === null ? null : maskRow(line)
  }
  return {
    push: (chunk) => {
      pending += chunk
      const lines = pending.split('\n')
      pending = (lines.pop() ?? '').slice(0, LONGEST_PENDING)
      return room.give(lines.map((line) => withLineEnd(maskLine(line))).join(''))
    },
    end: () => {
      const rest = pending === '' ? '' : room.give(maskLine(pending) ?? '')
      pending = ''
      return rest
    },
    isCapped: room.isCapped,
  }
}
