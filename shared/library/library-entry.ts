import { calendarDayIn } from '../kit/calendar-day.ts'
import { readFrontMatter } from '../runbook/text/read-front-matter.ts'
import { sourceLines } from '../runbook/text/source-lines.ts'

/** What an entry of the library is. */
export type EntryKind = 'runbook' | 'reference' | 'incident'

/** Everything that search knows of one runbook, page of the reference shelf or past incident. Plain data, safe to send between threads. */
export type LibraryEntry = {
  /** Unique: the path of a document, or `incident:` and the id. */
  readonly id: string
  readonly kind: EntryKind
  /** A workspace path, or an incident id. */
  readonly ref: string
  readonly pipeline: string | null
  /** Titles of the failure scenarios it is about. */
  readonly scenarios: readonly string[]
  /** When it happened, or the day it was last verified (YYYY-MM-DD); null when that is not known, or no day that exists. */
  readonly at: string | null
  readonly title: string
  /** The names of its alerts, one in each line: they may hold spaces. */
  readonly alertname: string
  readonly headings: string
  /** What stands in code blocks and quotes, where people paste errors. */
  readonly errors: string
  /** Other names: the file, the pipeline, the scenarios, the incident's id. */
  readonly keys: string
  readonly text: string
}

/** A document of the workspace, as far as search needs it. */
export type SearchedDocument = {
  readonly kind: 'runbook' | 'reference'
  readonly path: string
  readonly title: string
  readonly pipeline: string | null
  readonly lastVerified?: string | null
  readonly tags: readonly string[]
  readonly text: string
}

const FENCE = /^\s{0,12}(`{3,}|~{3,})/
const HEADING = /^\s{0,3}#{1,6}\s+(.*)$/

/** Without the marks that may close it. */
function unclosed(heading: string): string {
  let end = heading.length
  while (heading[end - 1] === '#') end -= 1
  return heading.slice(0, end).trim()
}

/** `1. ` in front of an item counts it and is no word of what it says: else `svc-3` would stand in every text with three steps. */
const uncounted = (text: string): string => text.replace(/^([ \t>]{0,40})\d{1,3}[.)](?=[ \t])/gm, '$1')

const oneLine = (name: string): string => name.replace(/\s+/g, ' ')

/** The words that weigh more than running text: headings, and what stands in code blocks and quotes, where errors are pasted. */
function linesThatWeigh(text: string): { readonly headings: string; readonly errors: string } {
  const headings: string[] = []
  const errors: string[] = []
  let fence = ''
  for (const line of text.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line)?.[1] ?? ''
    if (fence !== '') {
      if (mark.startsWith(fence) && line.trim() === mark) fence = ''
      else errors.push(line)
      continue
    }
    if (mark !== '') {
      fence = mark
      continue
    }
    const heading = HEADING.exec(line)?.[1]
    if (heading !== undefined) headings.push(unclosed(heading))
    else if (/^\s{0,3}>/.test(line)) errors.push(line)
  }
  return { headings: headings.join('\n'), errors: errors.join('\n') }
}

/** The alerts that a document's front matter names. */
const alertnamesIn = ({ kind, path, text }: SearchedDocument): readonly string[] =>
  kind === 'runbook' ? readFrontMatter(path, sourceLines(text)).frontMatter.alertnames : []

/** A document as an entry. `alertnames` are those of its front matter; whoever has read it already gives them. */
export function documentEntry(
  document: SearchedDocument,
  alertnames: readonly string[] = alertnamesIn(document),
): LibraryEntry {
  const { kind, path, title, pipeline, tags, text } = document
  return {
    id: path,
    kind,
    ref: path,
    pipeline,
    scenarios: tags,
    at: calendarDayIn(document.lastVerified),
    title,
    alertname: alertnames.map(oneLine).join('\n'),
    ...linesThatWeigh(text),
    keys: [
      path
        .split('/')
        .at(-1)
        ?.replace(/\.\w+$/, '') ?? '',
      ...tags,
      pipeline ?? '',
    ].join(' '),
    text: uncounted(text),
  }
}
