import { indentOf, movedLeft } from './columns.ts'

const ITEM = /^\s*(?:[-*+]|\d{1,3}[.)])\s/
/** An item of words, and no entry of settings or line of a table of jobs. */
const ITEM_OF_WORDS = /^\s+(?:[-*+]|\d{1,3}[.)])\s+\p{Lu}\p{Ll}+(?: [^\s:]+){3}/u
/** Straight below text nothing is code: a line of the text that begins as an item does. */
const ITEM_IN_A_PARAGRAPH = /^\s+(?:[-*+]|(?:\d{1,3}|[a-h])[.)])\s+\S/

/**
 * Lists that stand below a line of text, or of an item, and are set in as far as code is there: Markdown makes code of them, a person reads a list (R4). Lines are
 * given in order and come back moved to where that text begins.
 */
export class SetInLists {
  private inList = false
  /** Where the words of the item above begin. */
  private words = 0
  /** How far the list is set in, and how much of that is too far. */
  private depth = 0
  private excess = 0
  private isBelowText = false
  private isBlank = true

  read(line: string, isCode: boolean): string {
    if (line.trim() === '') {
      this.isBlank = true
      return line
    }
    const indent = indentOf(line)
    if (indent < this.depth) {
      this.depth = 0
      this.excess = 0
    }
    if (this.depth === 0 && !isCode) this.look(line, indent)
    this.isBlank = false
    return movedLeft(line, this.excess)
  }

  private look(line: string, indent: number): void {
    const item = indent < 4 ? ITEM.exec(line)?.[0] : undefined
    if (item !== undefined) {
      this.inList = true
      this.words = item.length
    } else if (indent === 0 && this.isBlank) this.inList = false
    const margin = this.inList ? this.words : 0
    const isItem = this.isBlank ? ITEM_OF_WORDS : ITEM_IN_A_PARAGRAPH
    const mayBegin = this.isBelowText && (this.isBlank || !this.inList)
    if (indent >= margin + 4 && mayBegin && isItem.test(line)) {
      this.depth = indent
      this.excess = indent - margin
    }
    this.isBelowText = indent < 4 && !line.startsWith('#')
  }
}
