import { FenceReader } from './fences.ts'

/** A `<summary>` that has a label of its own is the tab of a site builder, and nothing that is folded away. */
const HAS_LABEL = /<summary\s[^>\n]{0,200}\blabel\s*=/i
const OPENS =
  /^\s*(?:<details\b[^>\n]{0,200}>\s*)?<summary\s[^>\n]{0,200}\blabel\s*=\s*["'][^>\n]{0,200}>(?:\s*([^<\n]{1,100}?)\s*(<\/summary>)?)?\s*$/i
const ONLY_OPENS = /^\s*<details\b[^>\n]{0,200}>\s*$/i
const ENDS_LABEL = /^\s*([^<\n]{0,100}?)\s*<\/summary>\s*$/i
const ENDS = /^\s*<\/details>\s*$/i

/** The tab that is open: its line, its words so far, and how far what it holds is set in. */
type Tab = { readonly at: number; words: string; isNamed: boolean; indent?: string }

/** The lines with `<details><summary label="...">` written as tags of tabs, whose label may stand on lines of its own (R3.2). One line in, one line out. */
export function withSummaryTabs(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => HAS_LABEL.test(line))) return lines
  const out = [...lines]
  const fences = new FenceReader()
  let tab: Tab | undefined
  lines.forEach((line, at) => {
    const isCode = fences.read(line) !== 'outside'
    const [opens, words = '', ended] = (isCode ? null : OPENS.exec(line)) ?? []
    if (opens !== undefined) {
      if (ONLY_OPENS.test(lines[at - 1] ?? '')) out[at - 1] = ''
      tab = { at, words, isNamed: ended !== undefined }
      out[at] = ''
    } else if (tab?.isNamed === false && line.trim() === '') tab = undefined
    else if (tab?.isNamed === false) {
      const last = ENDS_LABEL.exec(line)
      tab.words = `${tab.words} ${last?.[1] ?? line.trim()}`.trim()
      tab.isNamed = last !== null
      out[at] = ''
    } else if (tab && tab.indent === undefined && line.trim() !== '') {
      tab.indent = /^\s*/.exec(line)?.[0] ?? ''
      out[tab.at] = `${tab.indent}<tab label="${tab.words.replaceAll('"', '\u201D')}">`
    }
    if (isCode || !ENDS.test(line) || tab?.isNamed !== true) return
    out[at] = `${tab.indent ?? ''}</tab>`
    tab = undefined
  })
  return out
}
