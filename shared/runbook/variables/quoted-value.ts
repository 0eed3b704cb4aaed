/**
 * How text is read where a value is to stand. `none` is outside of all quotes, `document` the text typed into a command (`<<EOF`), `backtick`
 * a command within backticks, `line` what no shell
 * reads, a remark or a quoted document, and `asWritten` another language than a shell's.
 */
export type Quoting = 'none' | 'single' | 'double' | 'ansi' | 'document' | 'backtick' | 'line' | 'asWritten'

/** Characters that mean themselves to a shell, wherever they stand; among them that of the mask of a secret. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./•-]+$/

/** Whether a value needs no quotes in a POSIX shell. */
export const isPlainValue = (value: string): boolean => PLAIN.test(value)

/** Characters that mean themselves to PowerShell, cmd and fish, too: no list, no name to put in, no setting. */
const PLAIN_FOR_ANY = /^[A-Za-z0-9_.:/•-]+$/

/** Whether a value means itself to any shell, of POSIX or not. */
export const isPlainForAnyShell = (value: string): boolean => PLAIN_FOR_ANY.test(value)

/** Whether a value, however it is quoted, may be an option of the tool that gets it, or lead out of a folder. */
export const leadsElsewhere = (value: string): boolean => /^-|(?:^|[\\/=:])\.\.(?:$|[\\/])/.test(value)

const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ')

/** What makes a text one word, or keeps it one, where it is read so (POSIX shell, 2.2 Quoting; `ansi` is bash's `$'...'`). */
const quote: Readonly<Record<Quoting, (text: string) => string>> = {
  // zsh puts the path of a tool in for `=tool`.
  none: (text) => (PLAIN.test(text) && !text.startsWith('=') ? text : `'${text.replaceAll("'", "'\\''")}'`),
  single: (text) => text.replaceAll("'", "'\\''"),
  // A `!` would be history to whoever pastes it into a terminal, and no backslash takes that away here.
  double: (text) => text.replace(/[\\"$`]/g, '\\$&').replace(/!+/g, `"'$&'"`),
  ansi: (text) => text.replace(/[\\']/g, '\\$&'),
  // A line break could end the document or the remark, and what follows would be run.
  document: (text) => oneLine(text).replace(/[\\$`]/g, '\\$&'),
  backtick: (text) => text.replace(/[\\$`]/g, '\\$&'),
  line: (text) => oneLine(text),
  asWritten: (text) => text,
}

/** A value as it must be written within these quotings, the innermost first, so that it arrives as it is and runs nothing. */
export const quotedValue = (value: string, within: readonly Quoting[]): string =>
  within.reduce((text, quoting) => quote[quoting](text), value)
