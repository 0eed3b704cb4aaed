import { capitalsAt, closedTags, namedAt, type Shape, templateAt } from './placeholder-shapes.ts'
import type { Quoting } from './quoted-value.ts'
import { takesDocument } from './read-again.ts'
import { ShellFrames } from './shell-frames.ts'
import type { ShellReading, TypedText } from './shell-reading.ts'

const OPENS_DOCUMENT = /<<(-?)[ \t]*(\\?([A-Za-z_][\w.-]{0,60})|"([\w.-]{1,60})"|'([\w.-]{1,60})')(?![^\s;&|()<>])/y
const NAME = /\$([A-Za-z_]\w*)/y
const WHOLE = /\$\{([A-Za-z_]\w*)(?::?\?[^{}"'`$]{0,200})?\}/y
const EXPANSION = /\$\{([#!]?)([A-Za-z_]\w*):?([^}\s]?)/y

/** More are not opened in one line. */
const MOST_DOCUMENTS = 8

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}

/** Goes over a script once, from its first character to its last, and knows at each one how a shell would read it. */
class Scan extends ShellFrames {
  readonly cut: string[] = []
  private readonly documents: TypedText[] = []
  private readonly closed: ReadonlySet<string>
  private readonly hasAnsiQuotes: boolean

  constructor(text: string, hasAnsiQuotes: boolean) {
    super(text)
    this.hasAnsiQuotes = hasAnsiQuotes
    this.closed = closedTags(text)
    this.push(0, { kind: 'code', end: '' })
    let at = 0
    while (at < text.length) at = this.step(at)
    this.closeAll()
  }

  private hole(at: number, shape: Shape, isVariable: boolean): number {
    this.word(at)
    const { kind } = this.top()
    const endWord = kind === 'document' || kind === 'literal' ? (this.documents[0]?.word ?? null) : null
    const place = this.place(at)
    // Behind a dollar sign a quote or a bracket is more than that.
    const isUnsure = place.isUnsure || this.text[at - 1] === '$'
    this.holes.push({ ...shape, ...place, isUnsure, isRemark: kind === 'remark', endWord, from: at, isVariable })
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
    if (raw === '\\') this.isUnsure ||= this.isEscapedTwice(this.text[at + 1] ?? '')
    // In the double quotes of a script the outer shell knows nothing of the quotes within.
    const isOfOuter = script === 'double' && !isEscaped
    if (character === '$' && (isOfOuter || (kind !== 'single' && kind !== 'ansi' && kind !== 'literal')))
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
    while (!this.top().beginsScript) {
      // What the shell of the script has open here goes on behind the quotes.
      this.isUnsure ||= this.top().kind !== 'remark'
      this.pop(at)
    }
    this.pop(at)
    this.isUnsure ||= /[^\s;&|)<>]/.test(this.text[at + 1] ?? ' ') && this.reader(at) === 'ofTheWord'
    return this.word(at)
  }

  private quoted(at: number, character: string, width: number): number {
    const { kind } = this.top()
    if (character === '\\' && kind !== 'single') return at + width + 1
    if (kind === 'double' && character === '"') this.push(at, { kind: 'double', end: '"' })
    if (kind === 'double' && character === '`') this.openBacktick(at, width)
    return at + width
  }

  private openBacktick(at: number, width: number): void {
    this.readExpansion(at, this.top().script === 'single' || width > 1)
    this.push(at, { kind: 'code', end: '`', within: ['backtick', ...this.top().within] })
  }

  /** What a shell puts in for itself is not quoted: where it is read once more, all values may be. */
  private readExpansion(at: number, isOfScript: boolean): void {
    const { isUnsure, isReadAgain } = this.place(at)
    this.isUnsure ||= isUnsure || (isReadAgain && !isOfScript)
  }

  private dollar(at: number, width: number, isEscaped: boolean): number {
    const { kind, script } = this.top()
    const next = this.text[at + width] ?? ''
    const isOfScript = script === 'single' || isEscaped
    // Arithmetic takes no word as it is: it runs what stands in the names of elements.
    this.isUnsure ||= next === '[' || this.text.startsWith('((', at + width)
    if (/[(@*\d]/.test(next) || (isOfScript && /[\w{]/.test(next))) this.readExpansion(at, isOfScript)
    if (next === '(') {
      this.word(at)
      // Within the double quotes of a script it is the outer shell that runs what stands here.
      this.push(at, {
        kind: 'code',
        end: ')',
        ...(isOfScript || script === null ? { within: this.codeWithin() } : outermost),
      })
      return at + width + 1
    }
    if (isOfScript) return this.word(at, width)
    if (next === "'" && kind === 'code') {
      this.word(at)
      this.isUnsure ||= !this.hasAnsiQuotes || script !== null
      this.push(at, {
        kind: 'ansi',
        end: "'",
        mayBeProgram: this.programAt(at),
        isUnsure: this.reader(at) !== 'nobody',
      })
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
    this.readExpansion(at, false)
    if (whole === undefined || name === undefined) return this.word(at, 2)
    const { kind } = this.top()
    this.word(at)
    const isGuarded = sign !== '' && '-=+?'.includes(sign ?? '')
    // The place in an array or a text is arithmetic, and a name for a name may be an element.
    this.isUnsure ||=
      mark === '!' ||
      (sign === '[' && !/^(?:[@*]|\d+)\]/.test(this.text.slice(at + whole.length, at + whole.length + 9)))
    this.isUnsure ||= /:$/.test(isGuarded ? '' : whole.slice(0, whole.length - (sign ?? '').length))
    if (isGuarded && sign === '=') this.sets.push({ name, value: null })
    if (mark === '' && !isGuarded && sign !== '[') this.cut.push(name)
    if (kind === 'remark') return at + whole.length
    this.push(at, { kind, end: '}', isUnsure: true })
    return at + whole.length - (isGuarded ? 0 : (sign ?? '').length)
  }

  private code(at: number, character: string, width: number): number {
    const before = this.text[at - 1] ?? '\n'
    switch (character) {
      case '\\':
        if (this.text[at + width] !== '\n') {
          this.isUnsure ||= this.reader(at) === 'ofTheRest'
          return this.word(at, width + 1)
        }
        this.endWord(at)
        return at + width + 1
      case "'":
      case '"':
        return this.openQuote(at, character, width)
      case '`':
        this.word(at)
        this.openBacktick(at, width)
        return at + width
      case '(':
        this.isUnsure ||= this.text[at + width] === '('
        if (before === '>') this.feed()
        this.push(at, { kind: 'code', end: ')' })
        return at + width
      case '#':
        if (!/[\s;&|(]/.test(before)) return this.word(at, width)
        this.push(at, { kind: 'remark', end: '' })
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
    if (character === '|') this.pipe(before !== '|')
    return at + width
  }

  private openQuote(at: number, character: "'" | '"', width: number): number {
    const { script, wordFrom, within } = this.top()
    const kind = character === "'" ? 'single' : 'double'
    const reader = this.reader(at)
    const isReadAgain = script === null && (reader === 'ofTheRest' || (wordFrom < 0 && reader === 'ofTheWord'))
    const mayBeProgram = this.programAt(at)
    this.word(at)
    if (isReadAgain)
      this.push(at, { kind: 'code', end: '', within: [kind, ...within], script: kind, beginsScript: true })
    else this.push(at, { kind, end: character, mayBeProgram, isUnsure: reader !== 'nobody' })
    return at + width
  }

  override endCommand(at: number): void {
    this.endWord(at)
    const isText = takesDocument(this.wordsSoFar())
    for (const document of this.documents.slice(-MOST_DOCUMENTS)) document.isText &&= isText
    super.endCommand(at)
  }

  private openDocument(at: number): number {
    if (this.text.startsWith('<<<', at)) return this.word(at, 3)
    const [whole, indent, mark = '', bare, ...quoted] = matchAt(OPENS_DOCUMENT, this.text, at) ?? []
    const word = bare ?? quoted.find((each) => each !== undefined)
    if (whole === undefined || word === undefined) {
      this.isUnsure ||= this.text.startsWith('<<', at)
      return this.word(at, this.text.startsWith('<<', at) ? 2 : 1)
    }
    const isText = this.top().script === null && !this.top().isUnsure
    this.isUnsure ||= !this.canBeginDocument() || this.documents.length >= MOST_DOCUMENTS
    this.documents.push({ word, isLiteral: mark !== bare, isIndented: indent === '-', isText })
    this.feed()
    return this.word(at, whole.length)
  }

  private beginDocument(at: number): number {
    const [document] = this.documents
    if (document === undefined || !this.canBeginDocument()) return at
    this.push(at, { kind: document.isLiteral ? 'literal' : 'document', end: '', isUnsure: !document.isText })
    return this.endDocument(at)
  }

  /** At the beginning of a line: where the line is the word that ends the text, the code behind it. */
  private endDocument(at: number): number {
    const [document] = this.documents
    if (document === undefined) return at
    const end = this.text.indexOf('\n', at)
    const line = this.text.slice(at, end < 0 ? undefined : end)
    if ((document.isIndented ? line.replace(/^\t+/, '') : line) !== document.word) return at
    this.documents.shift()
    this.pop(at)
    return this.beginDocument(end < 0 ? this.text.length : end + 1)
  }

  private inDocument(at: number, character: string, width: number): number {
    if (character === '\n' && this.top().end === '') return this.endDocument(at + width)
    if (this.top().kind === 'literal') return at + width
    if (character === '\\') return at + width + (this.text[at + 1] === '\n' ? 0 : 1)
    if (character === '`') this.openBacktick(at, width)
    return at + width
  }
}

const outermost = { within: [], script: null } as const

/**
 * Reads a script of a POSIX shell or bash as far as holes need it; `hasAnsiQuotes` tells whether its shell surely reads `$'...'` as bash does.
 * Total: what no shell would take is read as well as can be. Linear.
 */
export function readShell(text: string, hasAnsiQuotes: boolean): ShellReading {
  const { holes, sets, cut, isOpen, isUnsure } = new Scan(text, hasAnsiQuotes)
  return { holes, sets, cut, isOpen, isUnsure }
}
