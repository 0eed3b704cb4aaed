import type { Runbook } from '../runbook/runbook.ts'
import { findDocumentSecrets } from './find-bundle-secrets.ts'
import { LINE_LEFT_OUT } from './left-out-words.ts'

const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]{3,60}-----/
const KEY_ENDS = /-----END [A-Z0-9 ]{3,60}-----/
const KEY_LINE = /^[\s>|]*[A-Za-z0-9+/=]{8,}\s*$/
/** Lines that a private key has at most. */
const LONGEST_KEY = 200
/** A masked line can bring the next secret of its line to light, and no more. */
const ROUNDS = 3

/** The line in which a key that begins in this one ends, or the last that looks like one of a key that was cut off. Lines count from 0. */
function endOfKey(lines: readonly string[], at: number): number {
  if (!KEY_BEGINS.test(lines[at] ?? '') || KEY_ENDS.test(lines[at] ?? '')) return at
  const end = lines.slice(at + 1, at + LONGEST_KEY).findIndex((line) => KEY_ENDS.test(line))
  if (end >= 0) return at + 1 + end
  const other = lines.slice(at + 1).findIndex((line) => !KEY_LINE.test(line))
  return other < 0 ? lines.length - 1 : at + other
}

/** A document without its secrets, and the lines that were left out, counted from 1. */
export type MaskedDocument = { readonly text: string; readonly lines: readonly number[] }

/**
 * Puts words in place of each line that holds a secret, of a key all of its lines, so that every other line keeps its number. `read`
 * reads a text as the same document.
 */
export function maskSecretLines(document: Runbook, read: (text: string) => Runbook): MaskedDocument {
  let text = document.text
  const masked = new Set<number>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const runbook = round === 0 ? document : read(text)
    const places = findDocumentSecrets(runbook).flatMap(({ line }) => line ?? [])
    if (places.length === 0) break
    const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/)
    for (const place of places) {
      const isComment = place <= runbook.frontMatter.endLine && runbook.frontMatter.format !== 'json'
      const end = endOfKey(lines, place - 1)
      for (let at = place - 1; at <= end; at += 1) {
        const [lineEnd = ''] = /[\r\n]*$/.exec(lines[at] ?? '') ?? []
        const [indent = ''] = /^[ \t]*/.exec(lines[at] ?? '') ?? []
        masked.add(at + 1)
        if (at >= place) lines[at] = `${indent}${lineEnd}`
        else lines[at] = `${indent}${isComment ? '# ' : ''}${LINE_LEFT_OUT}${lineEnd}`
      }
    }
    text = lines.join('')
  }
  return { text, lines: [...masked].sort((one, other) => one - other) }
}
