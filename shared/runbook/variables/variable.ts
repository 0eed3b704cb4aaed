import type { Quoting } from './quoted-value.ts'

/** Something in a command that waits for a value. */
export type Variable = {
  /** The same for each way of writing a name: `$POD_NAME`, `<pod-name>`, `<pod name>` are one variable. */
  readonly key: string
  readonly name: string
  /** As the runbook writes it, to recognise it by: `$NAMESPACE`, `<pod name>`. */
  readonly written: string
  /** What an earlier command of the runbook sets it to; `unknown` when only running that one would tell. */
  readonly above: readonly CommandPart[] | 'unknown' | null
}

/** A stretch of a command: as written, or a place for a value. All parts together are the command. */
export type CommandPart = {
  readonly text: string
  readonly variable: Variable | null
  /** How a shell reads the place, the innermost first; `setBefore` stands before the command and sets the name there. */
  readonly within: readonly Quoting[] | 'setBefore'
  /** Whether the command can be run without it: it stands in a remark. */
  readonly isRemark: boolean
  /** The word that ends the document it stands in (`<<EOF`). */
  readonly endWord: string | null
  /** Whether no rule tells what else reads the place: a value that is not plain must not be run there. */
  readonly isUnsure: boolean
}

/** What all ways of writing a name have in common. */
export const variableKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
