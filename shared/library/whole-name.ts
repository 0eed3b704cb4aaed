import { termOf, wordsOf } from './cut-words.ts'
import type { LibraryEntry } from './library-entry.ts'

/** A name or a query as it is compared whole: its words in their order, whatever stands between them; empty when there are none. */
export const wholeName = (text: string): string =>
  wordsOf(text)
    .flatMap((word) => termOf(word) ?? [])
    .join(' ')

/** What an entry is called: its title, and each alert that it is for. */
export const wholeNamesOf = ({ title, alertname }: Pick<LibraryEntry, 'title' | 'alertname'>): readonly string[] =>
  [title, ...alertname.split('\n')].map(wholeName).filter((name) => name !== '')
