import { termOf, tokensOf } from './cut-words.ts'
import type { IncidentDigest } from './incident-digest.ts'
import { runsOf } from './run-fold.ts'
import { isTelling, namesIn } from './telling-signs.ts'
import { signsIn, wordsIn } from './written-words.ts'

/** A digest made ready for comparing: its telling words, those of its title, and the runbooks it followed. */
export type IncidentProfile = {
  readonly digest: IncidentDigest
  readonly words: ReadonlySet<string>
  readonly titleWords: ReadonlySet<string>
  /** Names of machines, without case, each as it was written. */
  readonly names: ReadonlyMap<string, string>
  readonly rows: ReadonlySet<string>
  readonly runbooks: ReadonlySet<string>
}

const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    tokensOf(text)
      .flatMap((token) => termOf(token) ?? [])
      .filter(isTelling),
  )

/** Makes a digest ready for comparing. It takes a while for long notes, so callers keep what it gives. */
export function profileOf(digest: IncidentDigest): IncidentProfile {
  const names = [...namesIn(digest.title), ...signsIn(digest.written, 'names')]
  return {
    digest,
    names: new Map(names.map((name) => [name.toLowerCase(), name])),
    rows: new Set(signsIn(digest.written, 'rows')),
    words: tellingWords(`${digest.title}\n${wordsIn(digest.written)}`),
    titleWords: tellingWords(digest.title),
    runbooks: new Set(runsOf(digest.runs).map(({ path }) => path)),
  }
}
