import type { LibraryDocument } from '../contract/answers.ts'
import { documentEntry } from '../library/library-entry.ts'
import { freshnessOf } from '../runbook/lint/check-freshness.ts'
import type { FurtherText, Runbook, Step } from '../runbook/runbook.ts'
import { groupHeadings } from '../runbook/steps/step-groups.ts'
import { plainAnchor } from '../runbook/text/slug.ts'
import { sourceLines } from '../runbook/text/source-lines.ts'
import { findPipeline, personName, type Team } from '../schedule/team.ts'
import { withoutLeftOutWords } from './left-out-words.ts'
import { linksOfSteps } from './links-of-step.ts'
import type { OfflineChecklist, OfflineDocument, OfflineStep } from './offline-copy.ts'
import { renderMarkdown } from './render-markdown.ts'
import { headingAnchor, linkResolver } from './resolve-link.ts'
import type { MarkupPlace } from './safe-markup.ts'
import { wordsBeside } from './words-beside.ts'

/** The level of the heading above the text: "Full text" below a runbook's title, else the title itself. */
const headingAbove = { runbook: 2, reference: 1 } as const

/** What stands around the steps of one document. */
type Around = { readonly beside: ReturnType<typeof wordsBeside>; readonly linksOf: ReturnType<typeof linksOfSteps> }

function offlineStep(step: Step, heading: string | null, { beside, linksOf }: Around): OfflineStep {
  const before = beside(step.before)
  const after = beside(step.after)
  const commands = step.commands.map((command) => ({
    before: beside(command.before ?? ''),
    text: command.text,
    output: command.output ?? null,
  }))
  const said = [before, ...commands.map((command) => command.before), after].map((words) => words?.markup ?? '')
  return {
    text: step.text,
    kind: step.kind,
    timeBoxMs: step.timeBoxMs ?? null,
    heading,
    depth: step.depth,
    links: linksOf(step, said.join('')),
    before,
    after,
    commands,
  }
}

function offlineSteps(steps: readonly Step[], title: string, around: Around): OfflineStep[] {
  const headings = groupHeadings(steps, title)
  return steps.map((step, index) => offlineStep(step, headings[index] ?? null, around))
}

/** What stands behind the steps, as links into the text; a second heading of a name has a number behind its anchor. */
function furtherOf(
  texts: readonly FurtherText[],
  anchors: readonly string[],
  anchor: string,
): OfflineChecklist['further'] {
  const slugs = new Set(anchors.map(plainAnchor))
  return texts.map(({ title }) => {
    const slug = plainAnchor(title)
    const isOne = slugs.has(slug) && !slugs.has(`${slug}-1`)
    return { title, anchor: isOne ? headingAnchor(anchor, slug) : null }
  })
}

function checklistsOf(runbook: Runbook, anchor: string, place: MarkupPlace): OfflineChecklist[] {
  const { title, steps, scenarios, furtherText, anchors, forbidden, text } = runbook
  const around: Around = { beside: wordsBeside(forbidden, place), linksOf: linksOfSteps(text, place) }
  const lists = scenarios
    .filter((scenario) => scenario.steps.length > 0)
    .map((scenario) => ({
      title: scenario.title,
      symptoms: scenario.symptoms,
      steps: offlineSteps(scenario.steps, scenario.title, around),
      further: furtherOf(scenario.furtherText, anchors, anchor),
    }))
  if (steps.length === 0) return lists
  const further = furtherOf(furtherText, anchors, anchor)
  return [...lists, { title: '', symptoms: '', steps: offlineSteps(steps, title, around), further }]
}

/** The text below the front matter, without the heading that stands above it as its title already. */
function bodyOf({ text, title, frontMatter, parts }: Runbook): string {
  const lines = sourceLines(text)
  const named = parts.find(({ level, heading }) => level === 1 && heading.trim() === title.trim())
  const titleLine = named === undefined ? undefined : lines[named.line - 1]
  if (named !== undefined && titleLine !== undefined && /^ {0,3}#\s/.test(titleLine)) lines[named.line - 1] = ''
  return lines.slice(frontMatter.endLine).join('\n')
}

/** What a runbook says of itself; a page of the reference shelf says nothing. */
const factsOf = (kind: LibraryDocument['kind'], { frontMatter, scenarios }: Runbook) =>
  kind === 'runbook'
    ? {
        pipeline: frontMatter.pipeline ?? null,
        owner: frontMatter.owner ?? null,
        lastVerified: frontMatter.lastVerified ?? null,
        tags: scenarios.map(({ title }) => title),
      }
    : { pipeline: null, owner: null, lastVerified: null, tags: [] }

/**
 * One document of the copy, made from the text as it may leave and from nothing else of it; `anchors` gives the address in the copy of
 * each path that is in it.
 */
export function offlineDocument(
  kind: LibraryDocument['kind'],
  runbook: Runbook,
  team: Team,
  today: string,
  anchors: ReadonlyMap<string, string>,
): OfflineDocument {
  const { path, title, text } = runbook
  const { pipeline, owner, lastVerified, tags } = factsOf(kind, runbook)
  const anchor = anchors.get(path) ?? ''
  const freshness = freshnessOf(runbook, today)
  const place: MarkupPlace = {
    linkTo: linkResolver({ path, anchor }, anchors),
    anchorOf: (slug) => headingAnchor(anchor, slug),
    headingAbove: headingAbove[kind],
  }
  return {
    anchor,
    kind,
    path,
    title,
    pipelineName: pipeline === null ? null : (findPipeline(team, pipeline)?.name ?? pipeline),
    owner: owner === null ? null : personName(team, owner),
    lastVerified,
    reviewDueOn: freshness.state === 'unknown' ? null : freshness.dueOn,
    checklists: kind === 'runbook' ? checklistsOf(runbook, anchor, place) : [],
    entry: documentEntry(
      {
        kind,
        path,
        title,
        pipeline,
        lastVerified,
        tags: tags.map(withoutLeftOutWords),
        text: withoutLeftOutWords(text),
      },
      kind === 'runbook' ? runbook.frontMatter.alertnames : [],
    ),
    body: renderMarkdown(bodyOf(runbook), place, {
      forbidden: runbook.forbidden,
      firstLine: runbook.frontMatter.endLine + 1,
    }),
  }
}
