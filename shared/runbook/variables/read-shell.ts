import { capitalsAt, closedTags, namedAt, type Shape, templateAt } from './placeholder-shapes.ts'
import type { Quoting } from './quoted-value.ts'
import { areReadAgain, isScript } from './read-again.ts'
import type { SetName } from './set-names.ts'
import { ShellFrames } from './shell-frames.ts'

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
}

type Document = { readonly word: string; readonly isLiteral: boolean; readonly isIndented: boolean }

const OPENS_DOCUMENT = /<<(-?)[ \t]*(\\?["']?)([A-Za-z_][\w.-]{0,60})["']?/y
const NAME = /\$([A-Za-z_]\w*)/y
const WHOLE = /\$\{([A-Za-z_]\w*)(?::?\?[^{}"'`$]{0,200})?\}/y
const EXPANSION = /\$\{([#!]?)([A-Za-z_]\w*):?([^}\s]?)/y

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}

/** Goes over a script once, from its first character to its last, and knows at each one how a shell would read it. */
class Scan extends ShellFrames {
  readonly holes: Hole[] = []
  readonly cut: string[] = []
  private readonly documents: Document[] = []
  private readonly closed: ReadonlySet<string>

  constructor(text: string) {
    super(text)
    this.closed = closedTags(text)
    this.push({ kind: 'code', end: '' })
    let at = 0
    while (at < text.length) at = this.step(at)
    this.closeAll()
  }

  private hole(at: number, shape: Shape, isVariable: boolean): number {
    this.word(at)
    const { kind } = this.top()
    const endWord = kind === 'document' || kind === 'literal' ? (this.documents[0]?.word ?? null) : null
    const place = { within: this.quotings(), isRemark: kind === 'remark', endWord }
    this.holes.push({ ...shape, ...place, from: at, isVariable })
    return shape.to
  }

  private step(at: number): number {
    const { kind, script } = this.top()
    const raw = this.text[at] ?? ''
    if ((script === 'single' && raw === "'") || (script === 'double' && raw === '"')) return this.endScript(at)
    const shape = this.shapeAt(at, raw)
    if (shape !== null) return this.hole(at, shape, false)
    const isEscaped = script === 'double' && raw === '\\' && /["\\$`]/.test(this.text[at + 1] ?? '')
    const width = isEscaped ? 2 : 1
    const character = isEscaped ? (this.text[at + 1] ?? '') : raw
    if (character === '$' && kind !== 'single' && kind !== 'ansi' && kind !== 'literal')
      return this.dollar(at, width, isEscaped)
    if (character === this.top().end) {
      this.pop(at)
      return this.word(at, width)
    }
    switch (kind) {
      case 'code':
        return this.code(at, character, width)
      case 'remark':
        if (raw !== '\n') return at + 1
        this.pop(at)
        return at
      case 'document':
      case 'literal':
        return this.inDocument(at, character, width)
      default:
        return this.quoted(at, character, width)
    }
  }

  private shapeAt(at: number, raw: string): Shape | null {
    if (raw === '<') return namedAt(this.text, at, this.closed)
    if (raw === '{') return templateAt(this.text, at)
    return raw >= 'A' && raw <= 'Z' ? capitalsAt(this.text, at) : null
  }

  private endScript(at: number): number {
    while (!this.top().beginsScript) this.pop(at)
    this.pop(at)
    return this.word(at)
  }

  private quoted(at: number, character: string, width: number): number {
    const { kind } = this.top()
    if (character === '\\' && kind !== 'single') return at + width + 1
    if (kind === 'double' && character === '"') this.push({ kind: 'double', end: '"' })
    if (kind === 'double' && character === '`') this.openBacktick()
    return at + width
  }

  private openBacktick(): void {
    this.push({ kind: 'code', end: '`', within: ['backtick', ...this.top().within] })
  }

  private dollar(at: number, width: number, isEscaped: boolean): number {
    const { kind, script } = this.top()
    const next = this.text[at + width] ?? ''
    const isOfScript = script === 'single' || isEscaped
    if (next === '(') {
      this.word(at)
      // Within the double quotes of a script it is the outer shell that runs what stands here.
      this.push({
        kind: 'code',
        end: ')',
        ...(isOfScript || script === null ? { within: this.codeWithin() } : outermost),
      })
      return at + width + 1
    }
    if (isOfScript) return this.word(at, width)
    if (next === "'" && kind === 'code') {
      this.word(at)
      this.push({ kind: 'ansi', end: "'" })
      return at + 2
    }
    const [whole, name] = matchAt(NAME, this.text, at) ?? matchAt(WHOLE, this.text, at) ?? []
    if (whole !== undefined && name !== undefined)
      return this.hole(at, { to: at + whole.length, name, written: `$${name}` }, true)
    return next === '{' ? this.expansion(at) : this.word(at)
  }

  /** What stands within `$(...)` is read anew; only quotes of a script around all of it stay. */
  private codeWithin(): readonly Quoting[] {
    const { script, within } = this.top()
    return script === null ? within.filter((quoting) => quoting === 'backtick') : within
  }

  private expansion(at: number): number {
    const [whole, mark, name, sign] = matchAt(EXPANSION, this.text, at) ?? []
    if (whole === undefined || name === undefined) return this.word(at, 2)
    const { kind } = this.top()
    this.word(at)
    const isGuarded = sign !== '' && '-=+?'.includes(sign ?? '')
    if (isGuarded && sign === '=') this.sets.push({ name, value: null })
    if (mark === '' && !isGuarded && sign !== '[') this.cut.push(name)
    if (kind === 'remark') return at + whole.length
    this.push({ kind, end: '}' })
    return at + whole.length - (isGuarded ? 0 : (sign ?? '').length)
  }

  private code(at: number, character: string, width: number): number {
    const before = this.text[at - 1] ?? '\n'
    switch (character) {
      case '\\':
        if (this.text[at + width] !== '\n') return this.word(at, width + 1)
        this.endWord(at)
        return at + width + 1
      case "'":
      case '"':
        return this.openQuote(at, character, width)
      case '`':
        this.word(at)
        this.openBacktick()
        return at + width
      case '(':
        this.push({ kind: 'code', end: ')' })
        return at + width
      case '#':
        if (!/[\s;&|(]/.test(before)) return this.word(at, width)
        this.push({ kind: 'remark', end: '' })
        return at + width
      case '<':
        return this.openDocument(at)
      case ' ':
      case '\t':
        this.endWord(at)
        return at + width
      case '&':
        if (before === '>' || before === '<' || this.text[at + 1] === '>') return this.word(at, width)
        break
      case '\n':
        this.endCommand(at)
        return this.beginDocument(at + width)
    }
    if (!'&;|)'.includes(character)) return this.word(at, width)
    this.endCommand(at)
    return at + width
  }

  private openQuote(at: number, character: "'" | '"', width: number): number {
    const { script, wordFrom, within } = this.top()
    const kind = character === "'" ? 'single' : 'double'
    const words = this.wordsSoFar()
    const isReadAgain = script === null && (areReadAgain(words) || (wordFrom < 0 && isScript(words)))
    this.word(at)
    if (isReadAgain) this.push({ kind: 'code', end: '', within: [kind, ...within], script: kind, beginsScript: true })
    else this.push({ kind, end: character })
    return at + width
  }

  private openDocument(at: number): number {
    const [whole, indent, mark, word] = matchAt(OPENS_DOCUMENT, this.text, at) ?? []
    if (this.text.startsWith('<<<', at)) return this.word(at, 3)
    if (whole === undefined || word === undefined) return this.word(at)
    this.documents.push({ word, isLiteral: mark !== '', isIndented: indent === '-' })
    return this.word(at, whole.length)
  }

  private beginDocument(at: number): number {
    const [document] = this.documents
    if (document === undefined || !this.canBeginDocument()) return at
    this.push({ kind: document.isLiteral ? 'literal' : 'document', end: '' })
    return this.endDocument(at)
  }

  /** At the beginning of a line: where the line is the word that ends the text, the code behind it. */
  private endDocument(at: number): number {
    const [document] = this.documents
    if (document === undefined) return at
    const end = this.text.indexOf('\n', at)
    const line = this.text.slice(at, end < 0 ? undefined : end)
    if ((document.isIndented ? line.replace(/^\t+/, '') : line).trimEnd() !== document.word) return at
    this.documents.shift()
    this.pop(at)
    return this.beginDocument(end < 0 ? this.text.length : end + 1)
  }

  private inDocument(at: number, character: string, width: number): number {
    if (character === '\n' && this.top().end === '') return this.endDocument(at + width)
    if (this.top().kind === 'literal') return at + width
    if (character === '\\') return at + width + (this.text[at + 1] === '\n' ? 0 : 1)
    if (character === '`') this.openBacktick()
    return at + width
  }
}

const outermost = { within: [], script: null } as const

/** Reads a script of a POSIX shell or bash as far as holes need it. Total: what no shell would take is read as well as can be. Linear. */
export function readShell(text: string): ShellReading {
  const { holes, sets, cut, isOpen } = new Scan(text)
  return { holes, sets, cut, isOpen }
}
