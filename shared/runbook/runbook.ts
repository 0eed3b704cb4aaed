import type { Problem } from '../kit/problem.ts'

/** What a stretch of a runbook is about (R2), told from its heading; `other` is kept and shown, only not labelled. */
export type PartKind =
  | 'sources'
  | 'sla'
  | 'scenarios'
  | 'debugging'
  | 'mitigation'
  | 'escalation'
  | 'meaning'
  | 'impact'
  | 'other'

/**
 * A stretch of whole source lines under one heading; the parts together cover every line after the front matter, so nothing is dropped (R2, R4).
 * Lines count from 1 in the file, `endLine` is the last line of the part. The text before any heading has `heading: ''` and `level: 0`.
 */
export type RunbookPart = {
  readonly kind: PartKind
  readonly heading: string
  readonly level: number
  readonly line: number
  readonly endLine: number
  readonly markdown: string
}

/**
 * Something to copy into a terminal or a query window. Prompts (`$ `) are taken off so that it can be pasted from its first character;
 * what the author shows as the answer stands in `output`. Never run without an explicit confirm (R7).
 */
export type Command = {
  readonly language: string
  readonly text: string
  readonly line: number
  readonly output?: string
  /** What the author says between the command before it in its step and this one, as Markdown; what stands above the first one is the step's `before`. */
  readonly before?: string
}

/** A step asks for an action, for a look at whether something holds, or for a choice (R3). */
export type StepKind = 'action' | 'verify' | 'decision'

/**
 * One box to tick (R3). `id` is stable for one text of the runbook, which is what a run pins (R6); it is not stable across edits.
 * `text` is plain and can be read aloud, `markdown` is the source with its list marker taken off, `depth` is 0 at the top.
 */
export type Step = {
  readonly id: string
  readonly text: string
  readonly markdown: string
  readonly kind: StepKind
  readonly timeBoxMs?: number
  readonly commands: readonly Command[]
  /** The heading the step stands under, for grouping; empty when there is none. */
  readonly section: string
  /** The headings above that one, outermost first, without the title of the file or of the scenario. */
  readonly above: readonly string[]
  /** The ways or cases it is one step of ("Either: Docker"), outermost first: of those side by side only one is taken. Each stands among the headings, too. */
  readonly ways: readonly string[]
  /** What the author says around the step and the step itself does not, as Markdown: what to read before its first command, and what after its last one. */
  readonly before: string
  readonly after: string
  readonly line: number
  readonly depth: number
  readonly checkedInSource: boolean
}

/** All that the author says beside a step, in the order of the text: above its first command, between its commands, and behind the last one. */
export const saidBeside = ({
  before,
  commands,
  after,
}: Pick<Step, 'before' | 'commands' | 'after'>): readonly string[] =>
  [before, ...commands.map((command) => command.before ?? ''), after].filter((words) => words !== '')

/** What stands behind the last step under a heading of its own and is not of the steps (R3.14). `markdown` is its text without that heading. */
export type FurtherText = { readonly title: string; readonly line: number; readonly markdown: string }

/** One way to fail and what to do then (R2). `symptoms` is plain text, empty when the author gives none. */
export type Scenario = {
  /** The title as a slug, unique in the runbook, or the id the front matter gives. */
  readonly id: string
  readonly title: string
  readonly line: number
  readonly endLine: number
  readonly markdown: string
  readonly symptoms: string
  /** Empty when the author wrote none: the general steps apply, see `stepsFor`. */
  readonly steps: readonly Step[]
  /** In the order of the text; none where there are no steps. */
  readonly furtherText: readonly FurtherText[]
}

/** Label names and the values they may have, `*` standing for any run of characters; all of them must hold (R5). */
export type LabelMatcher = Readonly<Record<string, readonly string[]>>

/** A scenario named in the front matter, so that its id survives a change of its heading. */
export type NamedScenario = { readonly id?: string; readonly title?: string; readonly alertnames: readonly string[] }

/** What the front matter says (R1). Every field may be missing: foreign runbooks have other keys or none at all (R4). */
export type RunbookFrontMatter = {
  readonly format: 'none' | 'yaml' | 'toml' | 'json'
  /** The text between the fences, kept even when it cannot be read. */
  readonly raw: string
  /** The line of the last fence; 0 when there is no front matter. */
  readonly endLine: number
  readonly id?: string
  readonly title?: string
  /** The first of `pipelines`. */
  readonly pipeline?: string
  readonly pipelines: readonly string[]
  readonly owner?: string
  readonly alertnames: readonly string[]
  readonly matches: readonly LabelMatcher[]
  /** As written; a calendar date (YYYY-MM-DD) when it is right. */
  readonly lastVerified?: string
  /** The day on which a team last went through it as an exercise; as written, a calendar date when it is right. */
  readonly lastDrilled?: string
  /** As written; an ISO 8601 duration such as P90D, or words such as "90 days". */
  readonly reviewEvery?: string
  readonly scenarios: readonly NamedScenario[]
  /** Linter rules that are silenced in this file (R8), as written under `nightdesk: {disable: [...]}`. */
  readonly disabled: readonly string[]
  /** The runbook's own escalation policy as written (E2): read by the ladder, and by the linter for rungs that cannot be reached. */
  readonly policy?: unknown
}

/** A link or picture in the text, for the linter and for the door that opens links (R7). */
export type RunbookLink = {
  readonly href: string
  readonly text: string
  readonly line: number
  readonly image: boolean
}

/** A block of code that is not to be run, with its lines in the file, counted from 1. */
export type ForbiddenCode = { readonly line: number; readonly endLine: number; readonly text: string }

/** A runbook as read from its Markdown. Made by `parseRunbook`, plain data, safe to send between processes. */
export type Runbook = {
  /** The path it was read from, relative to the workspace, with forward slashes. */
  readonly path: string
  readonly id: string
  readonly title: string
  readonly titleFrom: 'front matter' | 'heading' | 'file name'
  /** The whole file, untouched. */
  readonly text: string
  readonly frontMatter: RunbookFrontMatter
  readonly parts: readonly RunbookPart[]
  readonly scenarios: readonly Scenario[]
  /** The general checklist, for when no scenario is chosen. */
  readonly steps: readonly Step[]
  /** What stands behind these steps, in the order of the text. */
  readonly furtherText: readonly FurtherText[]
  readonly links: readonly RunbookLink[]
  /** The blocks of code that the author keeps from, in the order of the text: shown, and never offered to be copied (R3.3). */
  readonly forbidden: readonly ForbiddenCode[]
  /** What `#fragment` links within the file can point at. */
  readonly anchors: readonly string[]
  /** What could not be read. `checkRunbook` adds what could be better. */
  readonly problems: readonly Problem[]
}

/** The steps to show: those of the scenario, or the general ones when none is chosen or the scenario has none of its own. */
export function stepsFor(runbook: Runbook, scenarioId?: string): readonly Step[] {
  return listFor(runbook, scenarioId).steps
}

/** What stands behind the steps to show. */
export function furtherTextFor(runbook: Runbook, scenarioId?: string): readonly FurtherText[] {
  return listFor(runbook, scenarioId).furtherText
}

function listFor(runbook: Runbook, scenarioId: string | undefined): Pick<Runbook, 'steps' | 'furtherText'> {
  const scenario = runbook.scenarios.find(({ id }) => id === scenarioId)
  return scenario && scenario.steps.length > 0 ? scenario : runbook
}
