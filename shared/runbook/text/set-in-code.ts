import { indentOf } from './columns.ts'

const ITEM = /^\s*(?:[-*+]|\d{1,9}[.)])(\s{1,4})(?=\S)/
/** How much further than words code is set in. */
const CODE = 4

/**
 * Tells of lines, given in order and without those of fences, whether Markdown takes them for code that is set in (CommonMark 4.4): behind a blank line, and four columns
 * further than the words of the item that they stand below.
 */
export class SetInCode {
  /** Where the words of the open items begin, outermost first. */
  private readonly words: number[] = []
  private mayBegin = true

  isCode(line: string): boolean {
    if (line.trim() === '') {
      this.mayBegin = true
      return false
    }
    const indent = indentOf(line)
    const item = ITEM.exec(line)?.[0]
    if (this.mayBegin || item !== undefined) while (indent < (this.words.at(-1) ?? 0)) this.words.pop()
    if (this.mayBegin && indent >= (this.words.at(-1) ?? 0) + CODE) return true
    if (item !== undefined) this.words.push(indentOf(' '.repeat(indent) + item.trimStart().replace(/\S/g, ' ')))
    this.mayBegin = line.startsWith('#')
    return false
  }
}
