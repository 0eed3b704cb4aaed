import { readEvidence } from './journal/evidence-store.ts'
import { maskBytes } from './mask-bytes.ts'
import { createKnownValueFinder } from './mask-known-values.ts'

/** What is looked for, and where: plain data, so that a thread can be given it. */
export type EvidenceSearch = {
  /** The folder of the evidence. */
  readonly from: string
  /** The hashes of the files, each once. */
  readonly files: readonly string[]
  readonly values: readonly string[]
}

/** For each value, in the order in which they were given, the hashes of the files that repeat it. */
export type FilesByValue = readonly (readonly string[])[]

function isInBytes(bytes: Buffer, isIn: (text: string) => boolean): boolean {
  let isThere = false
  maskBytes(bytes, (text) => {
    isThere ||= isIn(text)
    return text
  })
  return isThere
}

/** Finds the evidence that repeats whole values, however they are written there. What is gone or no text repeats none. Slow for large texts, as a copy is. */
export function searchEvidence({ from, files, values }: EvidenceSearch): FilesByValue {
  const finders = values.map(createKnownValueFinder)
  const found = values.map((): string[] => [])
  for (const sha256 of files) {
    const read = readEvidence(from, sha256)
    if (!read.ok) continue
    finders.forEach((isIn, at) => {
      if (isInBytes(read.value, isIn)) found[at]?.push(sha256)
    })
  }
  return found
}
