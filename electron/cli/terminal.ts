/** Where a command writes. `out` is for what was asked, `error` for what went wrong: a pipe reads only the first. */
export type Terminal = { readonly out: (text: string) => void; readonly error: (text: string) => void }

/** How a command ends: 0 good, 1 findings, 2 bad usage or missing input. */
export type ExitCode = 0 | 1 | 2

/** A mistake of the caller's or something that is not there: one line that says what, and how to mend it. */
export class UsageError extends Error {}

/** Characters that a terminal obeys or that turn the direction of a text: escape sequences, and marks that make a name look like another. */
const OBEYED = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/**
 * A terminal to which text out of other people's files can be written: what it would obey is written as `\u001b`, which JSON reads as the same character.
 * Line ends and tabs are left.
 */
export function harmless(terminal: Terminal): Terminal {
  const plain = (text: string): string =>
    text.replace(OBEYED, (character) =>
      character === '\n' || character === '\t'
        ? character
        : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return { out: (text) => terminal.out(plain(text)), error: (text) => terminal.error(plain(text)) }
}
