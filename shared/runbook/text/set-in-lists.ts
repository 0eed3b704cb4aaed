import { indentOf, movedLeft } from './columns.ts'

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s/
/** An item of words, and no entry of settings or line of a table of jobs. */
const ITEM_OF_WORDS = /^\s+(?:[-*+]|\d{1,3}[.)])\s+\p{Lu}\p{Ll}+(?: [^\s:]+){3}/u
/** Straight below text nothing is code: a line of the text that begins as an item does. */
const ITEM_IN_A_PARAGRAPH = /^\s+(?:[-*+]|(?:\d{1,3}|[a-h])[.)])\s+\S/

/**
 * Lists that stand below a line of text and are set in as far as code is: Markdown makes code of them, a person reads a list (R4). Lines are given in
 * order and come back moved to the margin.
 */
export class SetInLists {
  private inList = false
  private depth = 0
  private isBelowText = false
  private isBlank = true

  read(line: string, isCode: boolean): string {
    if (line.trim() === '') {
      this.isBlank = true
      return line
    }
    const indent = indentOf(line)
    if (indent < this.depth) this.depth = 0
    if (this.depth === 0 && !isCode) this.look(line, indent)
    this.isBlank = false
    return movedLeft(line, this.depth)
  }

  private look(line: string, indent: number): void {
    if (indent < 4 && ITEM.test(line)) this.inList = true
    else if (indent === 0 && this.isBlank) this.inList = false
    const isItem = this.isBlank ? ITEM_OF_WORDS : ITEM_IN_A_PARAGRAPH
    if (indent >= 4 && !this.inList && this.isBelowText && isItem.test(line)) this.depth = indent
    this.isBelowText = indent < 4 && !line.startsWith('#')
  }
}
