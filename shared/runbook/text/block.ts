import type { RunbookLink } from '../runbook.ts'

/** A run of text as a person reads it: markup taken off, code spans and links kept apart. */
export type Inline = {
  readonly text: string
  /** The text with a mark in place of each code span, for rules about words: what stands in code is no word of the sentence. */
  readonly prose: string
  readonly codes: readonly string[]
  /** The line on which each code span stands first; not known of HTML. */
  readonly codeLines?: ReadonlyMap<string, number>
  /** The code spans that call a tool which the text types elsewhere. */
  readonly calls?: ReadonlySet<string>
  readonly links: readonly RunbookLink[]
  /** All of it is bold: authors use that as a heading. */
  readonly bold: boolean
  /** The bold words it begins with, as in "**Symptoms**: late file". */
  readonly lead: string
  /** Those words have a line to themselves. */
  readonly leadIsLine?: boolean
  /** All of it, but for words in brackets, is struck through. */
  readonly isStruck?: boolean
}

export type CodeBlock = {
  readonly type: 'code'
  readonly language: string
  readonly text: string
  /** What the tab says that it is shown under. */
  readonly label?: string
  /** What stands above it: "title="restart.sh"" behind its mark. */
  readonly title?: string
  /** The first line of the code itself. */
  readonly codeLine: number
  readonly line: number
  readonly endLine: number
}

export type ListItem = {
  readonly blocks: readonly Block[]
  readonly task: 'none' | 'open' | 'done'
  readonly line: number
  readonly endLine: number
}

export type ListBlock = {
  readonly type: 'list'
  readonly ordered: boolean
  /** The number of its first item; not known of HTML, tabs and bullets. */
  readonly first?: number
  readonly items: readonly ListItem[]
  /** Its items are tabs, of which the reader follows one: each begins with its label. */
  readonly isChoice?: boolean
  readonly line: number
  readonly endLine: number
}

export type TableBlock = {
  readonly type: 'table'
  readonly header: readonly Inline[]
  readonly rows: readonly { readonly cells: readonly Inline[]; readonly line: number }[]
  readonly line: number
  readonly endLine: number
}

export type ParagraphBlock = {
  readonly type: 'paragraph'
  readonly inline: Inline
  /** It is the title of a box of words that ends with this line. */
  readonly boxEnd?: number
  /** It is what `<details>` shows of a text that ends with this line. */
  readonly foldEnd?: number
  readonly line: number
  readonly endLine: number
}

/** The shapes the runbook rules look at, whether they were written as Markdown or as HTML. Lines count from 1. */
export type Block =
  | {
      readonly type: 'heading'
      readonly level: number
      readonly inline: Inline
      readonly line: number
      readonly endLine: number
    }
  | ParagraphBlock
  | {
      readonly type: 'quote'
      readonly blocks: readonly Block[]
      /** Its author folded it away: it tells of something, whatever it looks like. */
      readonly isFolded?: true
      readonly line: number
      readonly endLine: number
    }
  | ListBlock
  | CodeBlock
  | TableBlock
