import { stripVTControlCharacters } from 'node:util'
import { base64Forms } from '../../shared/kit/base64-forms.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { isTableDivider } from '../../shared/kit/told-secrets.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { createPieceHider } from './base64-pieces.ts'
import { createKeyLeaver } from './leave-out-keys.ts'
import {
  followLine,
  isWrittenOver,
  type LineInTheEnd,
  lettersOf,
  type OverwrittenLine,
  withReturns,
} from './overwritten-line.ts'
import { maskUnfinished, withoutBegunValue } from './unfinished-line.ts'

/** As much of the headings of a table as is remembered, in characters. */
const LONGEST_HEADINGS = 1_000

/** How much of a line without an end is waited with, in characters. What comes after that is left out. */
const LONGEST_PENDING = 200_000

/** Takes in what a command prints and gives whole lines with their secrets masked. */
export type MaskStream = {
  readonly push: (chunk: string) => readonly string[]
  /** The line that has no end yet, as far as it can be shown without half a secret; empty when there is none. */
  readonly unfinished: () => string
  /** What is left when it ends without a last newline. */
  readonly end: () => readonly string[]
}

/** Masks lines that come one by one; of a table it remembers the headings, since they say which column holds secrets. */
function createRowMasker() {
  let above = ''
  let headings = ''
  const lastOf = (text: string): string => text.slice(text.lastIndexOf('\n') + 1)
  const below = (line: string): string => (line.includes('|') ? headings + line : line)
  const look = (line: string): string => lastOf(redact(below(line), 'secrets').text)
  return {
    mask: (line: string): string => {
      if (isTableDivider(line)) headings = `${above}\n${line}\n`
      else if (!line.includes('|')) headings = ''
      above = line.slice(0, LONGEST_HEADINGS)
      return look(line)
    },
    /** The same for words that are no line of their own. */
    look,
    maskBegun: (line: string): string => maskUnfinished(line, look),
  }
}

/**
 * Makes a stream. Each of a command's two outputs needs its own: mixed, one's half line would stand in the middle of the
 * other's, and a secret cut in two is not seen. `secrets` are known values, hidden wherever they stand; colours go first, because
 * they may stand within one.
 */
export function createMaskStream(secrets: readonly string[] = []): MaskStream {
  let pending = ''
  let leftOut = 0
  const inBase64 = secrets.flatMap(base64Forms)
  const known = [...secrets, ...inBase64]
  const hide = createValueHider(secrets)
  const pieces = createPieceHider(inBase64)
  const rows = createRowMasker()
  const keys = createKeyLeaver()
  const look = (text: string): string => rows.look(pieces.look(hide(text)))
  const isSecret = (text: string): boolean => keys.isInKey() || look(text) !== text
  let line: OverwrittenLine | null = null
  const add = (part: string): void => {
    const whole = withReturns(pending + part)
    leftOut += Math.max(0, whole.length - LONGEST_PENDING)
    pending = whole.slice(0, LONGEST_PENDING)
  }
  /** The parts that were written over are told to the line, so that a progress which goes on for hours takes no more room. */
  const settle = (): void => {
    const at = pending.lastIndexOf('\r', pending.length - 2)
    if (at < 0) return
    line ??= followLine(isSecret)
    for (const part of pending.slice(0, at).split('\r')) line.write(part)
    pending = pending.slice(at + 1)
  }
  const inTheEnd = (): LineInTheEnd => {
    const rest = pending.replace(/\r+$/, '')
    if (line === null && !isWrittenOver(rest)) return { text: stripVTControlCharacters(rest), errors: [] }
    line ??= followLine(isSecret)
    line.write(rest)
    return line.end()
  }
  const newest = (): string => lettersOf(pending.replace(/\r+$/, ''))
  const withoutHalves = (text: string): string => rows.maskBegun(withoutBegunValue(pieces.look(hide(text)), known))
  const maskLine = (raw: string): string | null => {
    const text = keys.leaveOut(pieces.hide(hide(raw)))
    return text === null ? null : rows.mask(text)
  }
  const finish = (): readonly string[] => {
    settle()
    const { text, errors } = inTheEnd()
    const seen = keys.isInKey() ? [] : errors.map(look)
    const last = leftOut === 0 ? maskLine(text) : `${withoutHalves(newest())} [${leftOut} more characters left out]`
    pending = ''
    leftOut = 0
    line = null
    return [...seen.filter((error) => last?.includes(error) !== true), ...(last === null ? [] : [last])]
  }
  return {
    push: (chunk) => {
      const [first = '', ...others] = chunk.split('\n')
      const lines: string[] = []
      add(first)
      for (const part of others) {
        lines.push(...finish())
        add(part)
      }
      settle()
      return lines
    },
    unfinished: () => (keys.isInKey() ? '' : withoutHalves(newest())),
    end: () => (pending === '' && line === null ? [] : finish()),
  }
}
