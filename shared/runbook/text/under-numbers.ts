import { indentOf } from './columns.ts'

const NUMBER = /^( *)(\d{1,3}[.)] {1,4})\S/
const BULLET_OR_FENCE = /^ *(?:[-*+] |`{3}|~{3})/

/** A numbered item: how far it is set in, how far its words are, and how much what stands below it is short of those. */
type Item = { readonly indent: number; readonly words: number; short: number }

/**
 * Bullets, code and text below a numbered item that are set in, but not as far as its words: Markdown takes them out of the list and ends it, while the
 * author and many a renderer have them in the item (R4). Lines are given in order and come back set in far enough.
 */
export class UnderNumbers {
  private item: Item | undefined
  private isBlank = true

  read(line: string, inFence: boolean): string {
    if (line.trim() === '') {
      this.isBlank = true
      return line
    }
    const indent = indentOf(line)
    if (!inFence) this.look(line, indent)
    this.isBlank = false
    const { short = 0, words = 0 } = this.item ?? {}
    return short === 0 ? line : ' '.repeat(Math.max(short, inFence ? words - indent : 0)) + line
  }

  private look(line: string, indent: number): void {
    const { item } = this
    const isWithin = item !== undefined && indent > item.indent
    if (isWithin && item.short > 0) return
    const [, lead, mark] = NUMBER.exec(line) ?? []
    if (lead !== undefined && mark !== undefined)
      this.item = { indent: lead.length, words: lead.length + mark.length, short: 0 }
    else if (isWithin && indent < item.words && (this.isBlank || BULLET_OR_FENCE.test(line)))
      item.short = item.words - indent
    else if (!isWithin && (this.isBlank || BULLET_OR_FENCE.test(line) || line.startsWith('#'))) this.item = undefined
  }
}
