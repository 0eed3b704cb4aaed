import { oneLineTag } from './one-line-tags.ts'

/** What a marker line of a site builder begins or ends: one of several tabs, or a step; `label` are its words, `text` what it holds on the same line. */
export type TabMark = {
  readonly kind: 'choice' | 'step' | 'end'
  readonly label: string
  readonly text?: string
  /** It ends on its own line. */
  readonly isClosed?: boolean
}

const QUOTED_LABEL = /\b(?:title|name|label|header|text)\s*=\s*(?:\{\s*)?["'\u201C]([^"'\u201D]{1,100})["'\u201D]/i
const FIRST_QUOTED = /["'\u201C]([^"'\u201D]{1,100})["'\u201D]/
const END: TabMark = { kind: 'end', label: '' }

/** `{{< tab "Linux" >}}`, `{% tab title="Linux" %}`, `<TabItem label="Linux">`, and steps written the same way. */
const TAG =
  /^\s*(?:\{\{[<%]|\{%-?|<)\s{0,4}(\/|end)?\s{0,4}(tab(?:[-_]?item|[-_]?panel)?|codetab|step|steps|tabs|tabpane|stepper|tab[-_]?set)(?![\w-])([^\n]{0,500}?)\/?(?:[>%]\}\}|-?%\}|>)\s*$/i
/** `:::{tab-item} Linux`, `::: tab Linux`, `:::{applies-item} { eck: ga }`, `:::{step} Restart it`. */
const CONTAINER = /^\s*(:{3,})\s*\{?(tab-item|tabitem|tab|applies-item|step)(?![\w-])\}?\s*([^\n]{0,200})$/i
/** ```` ````{tab-item} Linux ```` and the fence around all of them. */
const IN_FENCE = /^\s*(?:`{3,}|~{3,})\s*\{(tab-set|tab-item)\}\s*([^\n]{0,200})$/
const GITLAB_TITLE = /^\s*:::TabTitle\s+(\S[^\n]{0,100})$/
const GITLAB_END = /^\s*::EndTabs\s*$/
/** `# [Azure CLI](#tab/azure-cli)` */
const LINKED_TAB = /^#{1,6}\s+\[([^\]\n]{1,100})\]\(#tab\/[^)\n]{1,100}\)\s*$/
const SLASHES = /^\s*\/{3,}\s*tab\s*\|\s*(\S[^\n]{0,100})$/
/** What only holds the tabs or steps. */
const HOLDER = /^(?:tabs|steps|tabpane|stepper|tab[-_]?set)$/i

/** Reads a marker line of tags, which say themselves what they end; undefined for any other line. Containers end by their colons, see `tabContainer`. */
export function tabTag(line: string): TabMark | undefined {
  const one = oneLineTag(line)
  if (one) {
    const mark = tabTag(one.open)
    return mark === undefined || mark.kind === 'end' ? undefined : { ...mark, text: one.text, isClosed: one.isClosed }
  }
  const tag = TAG.exec(line)
  if (tag) {
    const [, closes, name = '', rest = ''] = tag
    if (closes !== undefined || HOLDER.test(name)) return END
    const label = QUOTED_LABEL.exec(rest)?.[1] ?? FIRST_QUOTED.exec(rest)?.[1] ?? ''
    return { kind: /^step/i.test(name) ? 'step' : 'choice', label: label.trim() }
  }
  if (GITLAB_END.test(line) || /^\s*\/{3,}\s*$/.test(line)) return END
  const label = (GITLAB_TITLE.exec(line) ?? LINKED_TAB.exec(line) ?? SLASHES.exec(line))?.[1]
  return label === undefined ? undefined : { kind: 'choice', label: label.trim() }
}

/** The tab or step a container line of so many colons begins. */
export function tabContainer(line: string): { readonly colons: number; readonly mark: TabMark } | undefined {
  const found = CONTAINER.exec(line)
  if (!found) return undefined
  const [, colons = '', name = '', rest = ''] = found
  const label = /applies/i.test(name) ? appliesTo(rest) : (QUOTED_LABEL.exec(rest)?.[1] ?? rest)
  return { colons: colons.length, mark: { kind: /^step/i.test(name) ? 'step' : 'choice', label: label.trim() } }
}

/** The tab that a line written like a fence of code begins, or the end that the holder of all tabs is. */
export function tabFence(line: string): TabMark | undefined {
  const found = IN_FENCE.exec(line)
  if (!found) return undefined
  return found[1] === 'tab-item' ? { kind: 'choice', label: (found[2] ?? '').trim() } : END
}

/** `{ "stack": "ga 9.4+", eck: }` in words: "stack ga 9.4+, eck". */
function appliesTo(text: string): string {
  return text
    .replace(/["{}]/g, ' ')
    .replace(/\s*:\s*/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/\s+/g, ' ')
}

const CHOICE = '\uE0A1'
const STEP = '\uE0A3'
const STOP = '\uE0A2'
/** Behind these stands what is held on the same line; with the first it ends there too. */
const HOLDS_ALL = '\uE0A5'
const HOLDS_SOME = '\uE0A6'
const HOLDS = new RegExp(`[${HOLDS_ALL}${HOLDS_SOME}]`)

/** The mark as a heading of one line, which the parser of Markdown carries through; `tabs.ts` reads it back. */
export function markLine(indent: string, { kind, label, text, isClosed }: TabMark): string {
  if (kind === 'end') return `${indent}###### ${STOP}`
  const held = text === undefined ? '' : isClosed === true ? HOLDS_ALL : HOLDS_SOME
  return `${indent}###### ${kind === 'step' ? STEP : CHOICE}${label}${held}${text ?? ''}`
}

/** Reads the words of a heading back into a mark. */
export function markOf(words: string): TabMark | undefined {
  const first = words.charAt(0)
  if (first === STOP) return END
  if (first !== CHOICE && first !== STEP) return undefined
  const kind = first === STEP ? 'step' : 'choice'
  const at = words.search(HOLDS)
  if (at < 0) return { kind, label: words.slice(1).trim() }
  const isClosed = words.charAt(at) === HOLDS_ALL
  return { kind, label: words.slice(1, at).trim(), text: words.slice(at + 1).trim(), isClosed }
}
