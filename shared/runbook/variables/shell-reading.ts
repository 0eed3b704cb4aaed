import type { Shape } from './placeholder-shapes.ts'
import type { Quoting } from './quoted-value.ts'
import type { SetName } from './set-names.ts'

/** A place of a script that waits for a value, or may: `$NAME` does unless something sets it. */
export type Hole = Shape & {
  readonly from: number
  readonly isVariable: boolean
  /** How it is read where it stands, the innermost first. */
  readonly within: readonly Quoting[]
  /** In a remark nothing runs, so nothing has to be known. */
  readonly isRemark: boolean
  /** The word that ends the document it stands in, on a line of its own: a value that is one would end it. */
  readonly endWord: string | null
  /** Whether no rule tells what else reads it: only a value that means itself everywhere may stand there. */
  readonly isUnsure: boolean
  /** Whether one more shell than the script's own reads it. */
  readonly isReadAgain: boolean
}

/** What a script leaves open and what it sets. */
export type ShellReading = {
  readonly holes: readonly Hole[]
  /** In their order; the last one of a name counts. */
  readonly sets: readonly SetName[]
  /** Names of which a part is taken, `${NAME%.*}`: no value can be put there, only set before. */
  readonly cut: readonly string[]
  /** Whether it reads further settings from elsewhere (`source env.sh`). */
  readonly isOpen: boolean
  /** Whether something in it makes unsure how all of its values are read. */
  readonly isUnsure: boolean
}

/** A text typed into a command (`<<EOF`), and the word that ends it. */
export type TypedText = {
  readonly word: string
  readonly isLiteral: boolean
  readonly isIndented: boolean
  /** Whether what reads it is known to take it as text. */
  isText: boolean
}
