import type { Quoting } from './quoted-value.ts'
import { areReadAgain } from './read-again.ts'
import { type SetName, settingOf, type Word } from './set-names.ts'

/** How the text of an open stretch is read; `literal` is a document that nothing is put into. */
export type Kind = 'code' | 'single' | 'double' | 'ansi' | 'document' | 'literal' | 'remark'

/** Something that was opened and not closed. `script` says whose quotes all of it stands in, when one more shell reads it. */
type Frame = {
  readonly kind: Kind
  readonly end: string
  readonly within: readonly Quoting[]
  readonly script: 'single' | 'double' | null
  readonly beginsScript: boolean
  words: Word[]
  wordFrom: number
}

/** Deeper than anything that somebody writes: what is opened there is read as a part of a word. */
const DEEPEST = 60
const MOST_TELLING = 20

const own: Readonly<Record<Kind, Quoting>> = {
  code: 'none',
  single: 'single',
  double: 'double',
  ansi: 'ansi',
  document: 'document',
  literal: 'line',
  remark: 'line',
}

/** What is open at a place of a script, and the command that is being said there. */
export class ShellFrames {
  readonly text: string
  readonly sets: SetName[] = []
  isOpen = false
  private readonly frames: Frame[] = []

  constructor(text: string) {
    this.text = text
  }

  /** What was opened last. */
  top(): Frame {
    const frame = this.frames.at(-1)
    if (frame === undefined) throw new Error('a script has an outermost level')
    return frame
  }

  /** Opens something within what is open. */
  push(given: Pick<Frame, 'kind' | 'end'> & Partial<Frame>): void {
    if (this.frames.length >= DEEPEST) return
    const before = this.frames.at(-1)
    const inherited = { within: before?.within ?? [], script: before?.script ?? null, beginsScript: false }
    this.frames.push({ ...inherited, ...given, words: [], wordFrom: -1 })
  }

  /** Closes what was opened last, and the command in it. */
  pop(at: number): void {
    if (this.top().kind === 'code') this.endCommand(at)
    this.frames.pop()
  }

  /** Steps over characters that are a part of a word. */
  word(at: number, length = 1): number {
    const frame = this.top()
    if (frame.kind === 'code' && frame.wordFrom < 0) frame.wordFrom = at
    return at + length
  }

  /** Ends the word that a place stands in, if it stands in one. */
  endWord(at: number): void {
    const frame = this.top()
    if (frame.wordFrom < 0) return
    frame.words.push({ text: this.text.slice(frame.wordFrom, at), from: frame.wordFrom })
    frame.wordFrom = -1
  }

  /** Ends a simple command, and learns what it sets. */
  endCommand(at: number): void {
    this.endWord(at)
    const frame = this.top()
    // What the shell of a script sets is set for itself.
    if (frame.words.length > 0 && frame.script === null) {
      const { names, isOpen } = settingOf(frame.words)
      this.sets.push(...names)
      this.isOpen ||= isOpen
    }
    frame.words = []
  }

  /** The words of the command so far, as many as tell what is called. */
  wordsSoFar(): readonly string[] {
    const { words } = this.top()
    const telling =
      words.length > 2 * MOST_TELLING ? [...words.slice(0, MOST_TELLING), ...words.slice(-MOST_TELLING)] : words
    return telling.map(({ text }) => text)
  }

  /** Whether a document can begin here: none is open, and there is room. */
  canBeginDocument(): boolean {
    return this.frames.length < DEEPEST && !this.frames.some(({ kind }) => kind === 'document' || kind === 'literal')
  }

  /** Closes all that was never closed. */
  closeAll(): void {
    while (this.frames.length > 0) this.pop(this.text.length)
  }

  /** How a value is read that stands here, the innermost first. */
  quotings(): readonly Quoting[] {
    const { kind, within } = this.top()
    const isAgain = kind === 'code' && this.top().script === null && areReadAgain(this.wordsSoFar())
    return isAgain ? ['none', own[kind], ...within] : [own[kind], ...within]
  }
}
