import type { ActionItem } from '../incident/data-state.ts'
import type { Severity } from '../incident/primitives.ts'
import type { IncidentMetrics } from './measure-incident.ts'
import type { IncidentLog } from './read-log.ts'
import type { RedactionLevel } from './redact.ts'
import type { Timeline } from './timeline-rows.ts'

/** The parts of a postmortem in reading order (P3). Also the `section` of `postmortem.edited`: never rename one. */
export const sectionIds = [
  'summary',
  'impact',
  'detection',
  'timeline',
  'factors',
  'response',
  'resolution',
  'went-well',
  'went-wrong',
  'lucky',
  'actions',
] as const

/** A part that every postmortem has. */
export type SectionId = (typeof sectionIds)[number]

/** The titles of the parts. */
export const sectionTitles: Readonly<Record<SectionId, string>> = {
  summary: 'Summary',
  impact: 'Impact',
  detection: 'Detection',
  timeline: 'Timeline',
  factors: 'Contributing factors and trigger',
  response: 'Response',
  resolution: 'Resolution and recovery',
  'went-well': 'What went well',
  'went-wrong': 'What went wrong',
  lucky: 'Where we got lucky',
  actions: 'Action items',
}

/** One part: what the facts say, what a person made of it, and which of both stands. */
export type PostmortemSection = {
  /** A `SectionId`, or the name under which a log of another version or template keeps prose. */
  readonly id: string
  readonly title: string
  /** Markdown from the facts, with the questions that they leave open. */
  readonly draft: string
  /** The draft without its questions: where somebody begins to write. */
  readonly known: string
  /** What was last written for it, as typed, or null while the draft stands. Blank prose means the draft again. */
  readonly prose: string | null
  /** What an export shows: prose without its secrets, else the draft. Markdown. */
  readonly text: string
  /** Questions that the facts do not answer; none once a person has written the part. */
  readonly open: readonly string[]
}

/** Something that was taken out of the text (P5), and where: a fact's id or a section. The journal keeps the original. */
export type Redaction = { readonly where: string; readonly name: string }

/** Something that the reviewer of a postmortem would ask about (P4). */
export type Finding = {
  /** Stable id such as `blame/should-have`. */
  readonly rule: string
  readonly section: string
  readonly excerpt: string
  readonly why: string
  readonly suggestion: string
}

/** A postmortem as a value: all that an export or a screen shows, from facts alone (P1). */
export type Postmortem = {
  readonly incident: string
  readonly title: string
  readonly severity: Severity | null
  readonly pipeline: { readonly id: string; readonly name: string } | null
  readonly dataset: string | null
  readonly status: NonNullable<IncidentLog['lifecycle']> | 'unknown'
  /** The last record that was read: what the text can be checked against (J6). */
  readonly head: IncidentLog['head']
  readonly timezone: string
  readonly detectedAt: string | null
  readonly people: readonly { readonly name: string; readonly part: string }[]
  readonly metrics: IncidentMetrics
  readonly sections: readonly PostmortemSection[]
  readonly timeline: Timeline
  readonly actions: readonly ActionItem[]
  /** Records that this version does not know; they stay in the journal. */
  readonly foreign: number
  readonly redaction: RedactionLevel
  readonly redactions: readonly Redaction[]
  /** Secrets that were given and whose values were not known: the text may repeat them. */
  readonly notHidden: readonly string[]
  /** Those of them for which a value was told that stands nowhere in the incident. */
  readonly toldNowhere: readonly string[]
  readonly findings: readonly Finding[]
  /** Markdown with `{{placeholders}}`, or null for the default shape. */
  readonly template: string | null
}

/** Names that the workspace knows and a log may not: they only fill gaps, so an old log keeps its words. */
export type WorkspaceNames = {
  /** Names of people by id. */
  readonly people?: Readonly<Record<string, string>>
  /** Who is downstream of the pipeline. */
  readonly consumers?: readonly string[]
}

/** What a postmortem depends on besides the facts. */
export type PostmortemContext = {
  /** IANA zone for local times. */
  readonly timezone: string
  readonly template?: string | null
  readonly workspaceNames?: WorkspaceNames
  /** Secrets are left out unless asked otherwise (P5). */
  readonly redaction?: RedactionLevel
  /** Values that somebody gave as secrets, and that no log holds as such: hidden wherever the log repeats them (P5). */
  readonly secrets?: readonly string[]
  /** Secrets as the runbook writes them whose values were given and are not known, so that they cannot be hidden (P5). */
  readonly notHidden?: readonly string[]
  /** Those of them for which a value was told that stands nowhere in the incident. */
  readonly toldNowhere?: readonly string[]
  /** The hashes of evidence that is not beside the export, so that nothing links to it. */
  readonly absentEvidence?: readonly string[]
}
