import { lastLineOfBox, lineThatEndsBox } from './box-ends.ts'
import { callOutOf, callOutTitle, opensWordsInFence, titleOfComponent } from './call-out-marks.ts'
import { shownFence } from './code-directives.ts'
import { indentOf, movedLeft } from './columns.ts'
import { isModuleLine } from './component-tags.ts'
import { FenceReader } from './fences.ts'
import { type OneLineTag, oneLineTag } from './one-line-tags.ts'
import { type TabMark, tabContainer, tabFence, tabTag } from './tab-marks.ts'
import { withPagesAsTargets } from './template-tags.ts'

/** What a line begins: the line in its place, how far its body is set in, and what stands before each line of it. The last line is the first one behind the body. */
type Box = {
  readonly shown: string
  readonly indent: number
  readonly before: string
  readonly end: number
  readonly hasEndLine: boolean
}

const MARK =
  /^\s*(?:!!!|\?\?\?|={3}[+!]?\s+"|:{3,}|\/{3}|\{\{?[<%]|<[A-Za-z/]|#+ \[|(?:`{3,}|~{3,})\s*\{|(?:im|ex)port\s)/
/** "(restore-a-ring)=", the name of a heading of MyST, and a link by a tag. */
const TARGET = /^\([\w.:-]{1,100}\)=\s*$/
const MAY_HAVE_BOXES = new RegExp(`${MARK.source}|${TARGET.source}|\\]\\(\\s*\\{\\{`, 'm')
/** `{% code title="open.sh" %}` around code. */
const CODE_TAG =
  /^(\s*)\{%-?\s*(?:endcode|code)(?![\w-])(?:[^\n]{0,200}?\stitle\s*=\s*"([^"\n]{1,200})")?[^\n%]{0,200}%\}\s*$/
/** `{{< hint warning >}}`, `{% note %}`, `<Callout type="danger">`: boxes by a tag, in which their kind may stand. */
const TAGGED =
  /^\s*(?:\{\{[<%]|\{%-?|<(?=[A-Z]))\s*(hint|alert|callout|notice|admonition|note|warning|caution|danger|tip|info|important)(?![\w-])([^\n]{0,300}?)(?<!\/)(?:[>%]\}\}|-?%\}|>)\s*$/i
const KIND = /\b(?:type|style|kind|variant|colou?r|context)\s*=\s*["']?(\w{3,20})|^\s*"?([a-z]{3,20})"?\s*(?:$|["'])/i
const ONLY_A_BOX = /^(?:hint|alert|callout|notice|admonition)$/i
/** `!!! note`, `???+ tip "Later"`: the body is set in by four. */
const ADMONITION = /^\s*(?:!!!|\?\?\?\+?)\s*([\w-]+)(?![^\s"])/
const TAB = /^\s*={3}[+!]?\s+"([^"\n]{1,100})"/
const SET_IN = 4
/** More boxes within each other than any text has. */
const MOST_WITHIN = 20

/**
 * A text whose boxes and tabs, as site builders have them (MkDocs, Docusaurus, MyST, Hugo, GitBook), are such that any Markdown shows them: a box as a quote below
 * its title, a tab as its label in bold. One line in, one line out; code and all else stay as they are.
 */
export function boxesAsQuotes(text: string): string {
  return MAY_HAVE_BOXES.test(text) ? shownLines(text.split(/\r\n|\n|\r/), 0).join('\n') : text
}

function shownLines(lines: readonly string[], depth: number): string[] {
  const shown: string[] = []
  const fences = new FenceReader()
  let isInCode = false
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? ''
    const box = isInCode || depth > MOST_WITHIN || !MARK.test(line) ? undefined : boxAt(lines, at)
    if (box === undefined) {
      const code = isInCode ? undefined : shownFence(lines, at)
      if (code !== undefined) {
        fences.read(line)
        isInCode = true
        shown.push(...code)
        at += code.length
        continue
      }
      const place = fences.read(line)
      isInCode = place === 'begins' || place === 'within'
      shown.push(place === 'outside' ? outsideCode(line) : line)
      at += 1
      continue
    }
    const { indent, before, end, hasEndLine } = box
    const body = shownLines(
      withoutOptions(lines.slice(at + 1, end)).map((each) => movedLeft(each, indent)),
      depth + 1,
    )
    const words = body.findLastIndex((each) => each.trim() !== '')
    shown.push(box.shown, ...body.map((each, index) => (index > words ? '' : `${before}${each}`.trimEnd())))
    if (hasEndLine) shown.push('')
    at = hasEndLine ? end + 1 : end
  }
  return shown
}

/** A line of words without what only a site builder reads. */
function outsideCode(line: string): string {
  const code = CODE_TAG.exec(line)
  if (code) return inBold(code[1] ?? '', code[2] ?? '')
  return isModuleLine(line) || TARGET.test(line) ? '' : withPagesAsTargets(line)
}

/** ":class: wide" straight below the mark says how a box is to look. */
const OPTION = /^\s*:[a-z][\w-]{1,30}:(?:\s|$)/

function withoutOptions(body: readonly string[]): readonly string[] {
  const first = body.findIndex((line) => !OPTION.test(line))
  return body.map((line, index) => (index < first ? '' : line))
}

/** The box or tab that a line begins; a tag of a tab, or of what holds tabs, has no body of its own. */
function boxAt(lines: readonly string[], at: number): Box | undefined {
  const line = lines[at] ?? ''
  const lead = /^\s*/.exec(line)?.[0] ?? ''
  const label = TAB.exec(line)?.[1]
  if (label !== undefined) return setIn(lines, at, `${lead}**${label}**`, lead)
  if (ADMONITION.test(line)) return setIn(lines, at, `${lead}> ${titleOf(line)}`, `${lead}> `)
  const tag = tabTag(line)
  if (tag !== undefined) return { ...NO_BODY, shown: tabShown(lead, tag), end: at + 1 }
  const one = oneLineTag(line)
  if (one !== undefined) return one.isClosed ? inOneLine(one, at) : undefined
  const tab = tabContainer(line)?.mark ?? tabFence(line)
  if (tab !== undefined) return enclosed(lines, at, inBold(lead, tab.label), lead)
  if (isBoxMark(line)) return enclosed(lines, at, `${lead}> ${titleOf(line)}`, `${lead}> `)
  const title = titleOfComponent(line)
  return title === '' ? undefined : enclosed(lines, at, inBold(lead, title), lead)
}

const isBoxMark = (line: string): boolean =>
  opensWordsInFence(line) || TAGGED.test(line) || callOutOf(line) !== '' || callOutTitle(line) !== ''

/** A box whose words stand on the line of its tag. */
function inOneLine({ lead, open, text }: OneLineTag, at: number): Box | undefined {
  const mark = isBoxMark(open) ? '> ' : ''
  const title = mark === '' ? titleOfComponent(open) : ''
  const words = mark === '' ? (title === '' ? '' : `**${title}**`) : titleOf(open).trimEnd()
  const isBox = mark !== '' || title !== ''
  return isBox ? { ...NO_BODY, shown: `${lead}${mark}${words} ${text}${LINE_BREAK}`, end: at + 1 } : undefined
}

const NO_BODY = { indent: 0, before: '', hasEndLine: false }

const tabShown = (lead: string, { label, text }: TabMark): string =>
  text === undefined ? inBold(lead, label) : `${inBold(lead, label) || lead} ${text}${LINE_BREAK}`

const inBold = (lead: string, label: string): string => (label === '' ? '' : `${lead}**${label}**`)

/** A box of all lines that are set in below its mark. */
function setIn(lines: readonly string[], at: number, shown: string, before: string): Box {
  const end = lastLineOfBox(lines, at)
  return { shown, before, end, indent: indentOf(lines[at] ?? '') + SET_IN, hasEndLine: false }
}

/** A box up to the line that ends it; where none does, the mark is only words. */
function enclosed(lines: readonly string[], at: number, shown: string, before: string): Box | undefined {
  const end = lineThatEndsBox(lines, at)
  return end === undefined ? undefined : { shown, before, end, indent: indentOf(lines[at] ?? ''), hasEndLine: true }
}

/** Behind a title its text begins on a line of its own (CommonMark 6.7). */
const LINE_BREAK = '  '

/** "**Danger: Never twice**", as the checklist has it. */
function titleOf(line: string): string {
  const title = callOutTitle(line)
  const kind = callOutOf(line) || (title === '' ? kindByName(line) : '')
  const words = [kind, title].filter((each) => each !== '').join(': ')
  if (words === '') return ''
  return title === '' ? `**${words}:**` : `**${words}**${LINE_BREAK}`
}

/** "Abstract", "Warning": what the mark itself is called, where that says something. */
function kindByName(line: string): string {
  const [, tag = '', rest = ''] = TAGGED.exec(line) ?? []
  const [, told, alone] = KIND.exec(rest) ?? []
  const name = told ?? alone ?? ADMONITION.exec(line)?.[1] ?? (ONLY_A_BOX.test(tag) ? '' : tag)
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
