import type { Quoting } from './quoted-value.ts'
import { mayBeAProgram, type Reader, readerOf, tellCommand } from './read-again.ts'
import { type SetName, settingOf, type Word } from './set-names.ts'
import type { Hole } from './shell-reading.ts'

/** How the text of an open stretch is read; `literal` is a document that nothing is put into. */
export type Kind = 'code' | 'single' | 'double' | 'ansi' | 'document' | 'literal' | 'remark'

/** Something that was opened and not closed. `script` says whose quotes all of it stands in, when one more shell reads it. */
type Frame = {
  readonly kind: Kind
  readonly end: string
  readonly within: readonly Quoting[]
  readonly script: 'single' | 'double' | null
  readonly beginsScript: boolean
  /** Whether no rule tells how what stands here is read in the end. */
  readonly isUnsure: boolean
  /** Where it was opened in the text of a tool that may read it as a program, and at which hole; null elsewhere. */
  readonly mayBeProgram: { readonly from: number; readonly hole: number } | null
  words: Word[]
  wordFrom: number
  /** Whether the command is handed what the one before it prints. */
  isPiped: boolean
  /** Who was found to read the word after so many words of it. */
  read: { readonly count: number; readonly begun: string; readonly by: Reader } | null
}

/** How a value is read at a place, the innermost quoting first. */
type Place = {
  readonly within: readonly Quoting[]
  readonly isUnsure: boolean
  /** Whether one more shell than the script's own reads it. */
  readonly isReadAgain: boolean
}

/** Deeper than anything that somebody writes: what is opened there is read as a part of a word. */
const DEEPEST = 60
const MOST_TELLING = 10
const LONGEST_TELLING = 40
/** A word, or of a long one its ends: how it begins, and the name at the end of a path. */
const bothEnds = (word: string): string =>
  word.length <= 2 * LONGEST_TELLING ? word : word.slice(0, LONGEST_TELLING) + word.slice(-LONGEST_TELLING)
const IS_ONE_WORD = /^[^\s;|&(){}<>$`'"]*$/

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
  readonly holes: Hole[] = []
  readonly sets: SetName[] = []
  isOpen = false
  /** Whether values anywhere in the script may be read as more than values. */
  isUnsure = false
  private isFed = false
  private readsInput = false
  private writes = false
  private runsAFile = false
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
  push(at: number, given: Pick<Frame, 'kind' | 'end'> & Partial<Frame>): void {
    this.isUnsure ||= this.frames.length >= DEEPEST
    if (this.frames.length >= DEEPEST) return
    const before = this.frames.at(-1)
    const isUnsure = given.isUnsure || before?.isUnsure || (before?.kind === 'code' && this.reader(at) === 'unknown')
    const inherited = {
      within: before?.within ?? [],
      script: before?.script ?? null,
      beginsScript: false,
      mayBeProgram: null,
    }
    this.frames.push({
      ...inherited,
      ...given,
      isUnsure: isUnsure === true,
      words: [],
      wordFrom: -1,
      isPiped: false,
      read: null,
    })
  }

  /** Closes what was opened last, and the command in it. */
  pop(at: number): void {
    const { kind, mayBeProgram } = this.top()
    if (kind === 'code') this.endCommand(at)
    if (mayBeProgram !== null) this.endProgram(mayBeProgram, at)
    this.frames.pop()
  }

  /** At the end of a text that may be a program: if it is more than a word, nobody knows how the values in it are read. */
  private endProgram({ from, hole }: NonNullable<Frame['mayBeProgram']>, at: number): void {
    const inside = this.holes.slice(hole)
    const begins = [from + 1, ...inside.map(({ to }) => to)]
    const ends = [...inside.map((each) => each.from), at]
    if (begins.every((begin, index) => IS_ONE_WORD.test(this.text.slice(begin, ends[index])))) return
    for (const [index, each] of inside.entries()) this.holes[hole + index] = { ...each, isUnsure: true }
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
    const text = this.text.slice(frame.wordFrom, at)
    // The pattern of a case ends in a bracket that nothing opened.
    this.isUnsure ||= text === 'case' && frame.end === ')'
    frame.words.push({ text, from: frame.wordFrom })
    frame.wordFrom = -1
  }

  /** Ends a simple command, and learns what it sets. */
  endCommand(at: number): void {
    this.endWord(at)
    const frame = this.top()
    // What the shell of a script sets is set for itself.
    if (frame.words.length > 0 && frame.script === null) {
      const { names, isOpen } = settingOf(frame.words)
      for (const name of names) this.sets.push(name)
      this.isOpen ||= isOpen
    }
    if (frame.words.length > 0) this.tell(frame)
    frame.words = []
    frame.read = null
  }

  private tell(frame: Frame): void {
    const told = tellCommand(
      frame.words.map(({ text }) => text),
      frame.isPiped,
    )
    frame.isPiped = false
    this.isUnsure ||= told.isUnsure
    this.readsInput ||= told.readsInput
    this.writes ||= told.writes
    this.runsAFile ||= told.runsAFile
  }

  /** What one command prints, or the text typed into it, goes to another one: to a shell anywhere in the script, as far as anybody knows. */
  feed(): void {
    this.isFed = true
  }

  /** The command that begins now is handed what the one before it prints, or is not. */
  pipe(isPiped: boolean): void {
    this.top().isPiped = isPiped
    this.isFed ||= isPiped
  }

  /** Who reads the word that a place stands in besides the shell of the script. */
  reader(at: number): Reader {
    const frame = this.top()
    const begun = this.begun(at)
    const { words } = frame
    if (frame.read?.count === words.length && frame.read.begun === begun) return frame.read.by
    const by = readerOf(this.wordsSoFar(), begun)
    frame.read = { count: words.length, begun, by }
    return by
  }

  /** Where a text that is quoted here begins, should it be a program of the tool that is given it. */
  programAt(at: number): Frame['mayBeProgram'] {
    return mayBeAProgram(this.wordsSoFar(), this.begun(at)) ? { from: at, hole: this.holes.length } : null
  }

  private begun(at: number): string {
    const { wordFrom } = this.top()
    return wordFrom < 0 ? '' : this.text.slice(wordFrom, Math.min(at, wordFrom + LONGEST_TELLING))
  }

  /** Whether a backslash before this character is for one shell and what it leaves for another: nothing here counts that far. */
  isEscapedTwice(next: string): boolean {
    const { script, within } = this.top()
    if (within.includes('backtick') && '\\`$"'.includes(next)) return true
    return next === (script === 'single' ? "'" : script === 'double' ? '\\' : '')
  }

  /** The words of the command so far, as many as tell what is called. */
  wordsSoFar(): readonly string[] {
    const { words } = this.top()
    const telling =
      words.length > 2 * MOST_TELLING ? [...words.slice(0, MOST_TELLING), ...words.slice(-MOST_TELLING)] : words
    return telling.map(({ text }) => bothEnds(text))
  }

  /** Whether a document can begin here: none is open, and there is room. */
  canBeginDocument(): boolean {
    return this.frames.length < DEEPEST && !this.frames.some(({ kind }) => kind === 'document' || kind === 'literal')
  }

  /** Closes all that was never closed. */
  closeAll(): void {
    this.isUnsure ||= this.frames.slice(1).some(({ kind }) => kind !== 'remark')
    while (this.frames.length > 0) this.pop(this.text.length)
    this.isUnsure ||= (this.isFed && this.readsInput) || (this.writes && this.runsAFile)
  }

  /** How a value is read that stands here. */
  place(at: number): Place {
    const { kind, within, script, isUnsure } = this.top()
    const reader = kind === 'code' ? this.reader(at) : 'nobody'
    const isOfTheRest = reader === 'ofTheRest' && script === null
    return {
      within: isOfTheRest ? ['none', own[kind], ...within] : [own[kind], ...within],
      isUnsure: isUnsure || (reader !== 'nobody' && !isOfTheRest),
      isReadAgain: script !== null || reader !== 'nobody',
    }
  }
}
