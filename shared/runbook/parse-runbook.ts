import type { Problem } from '../kit/problem.ts'
import { stepsAnywhere, stepsUnder } from './extract-steps.ts'
import { findScenarios, type ScenarioPlace } from './find-scenarios.ts'
import { listedScenarios } from './listed-scenarios.ts'
import { nestsTooDeep } from './nesting.ts'
import { parseBlocks } from './parse-blocks.ts'
import { partsOf } from './parts.ts'
import { readFrontMatter } from './read-front-matter.ts'
import { linksOf } from './read-links.ts'
import { inheritedTopic, readScenario } from './read-scenario.ts'
import type { Runbook, RunbookFrontMatter, Step } from './runbook.ts'
import { type Section, sectionsOf } from './sections.ts'
import { slugOf, uniqueNames } from './slug.ts'
import { commonMarkLines, sourceLines } from './source-lines.ts'
import type { Topic } from './topic.ts'

/** The largest file that is understood; beyond it a file is shown as plain text. In UTF-16 code units; 1 MB of Markdown is about 20,000 lines. */
export const MAX_RUNBOOK_LENGTH = 2_000_000

const NEVER_STEPS = new Set<Topic | undefined>([
  'meaning',
  'impact',
  'sla',
  'sources',
  'escalation',
  'symptoms',
  'cause',
  'reference',
  'prerequisites',
  'afterwards',
])

/**
 * Reads any Markdown file as a runbook: title, parts, scenarios, steps (R1 to R4). Never throws and never drops text: what is not understood is
 * kept in `parts` and named in `problems`. Deterministic, in time linear in the length of the text.
 */
export function parseRunbook(source: { readonly path: string; readonly text: string }): Runbook {
  const { path, text } = source
  const lines = sourceLines(text)
  const { frontMatter, problems } = readFrontMatter(path, lines)
  const refusal = refusalOf(path, text, lines)
  const shown = commonMarkLines(lines).map((line, index) => (index < frontMatter.endLine ? '' : line))
  const blocks = refusal ? [] : parseBlocks(shown.join('\n'))
  const sections = sectionsOf(blocks, frontMatter.endLine + 1, lines.length)
  const places = findScenarios(sections, frontMatter.scenarios)
  const titleSection = titleSectionOf(sections, places)
  const unique = uniqueNames()
  const headed = places.map((place) => readScenario(place, sections, lines, unique))
  const listed = sections
    .filter((section) => holdsList(section, places))
    .flatMap((section) => listedScenarios(section, lines, unique))
  const scenarios = [...headed, ...listed].sort((one, other) => one.line - other.line)
  const steps = generalSteps(
    sections,
    places,
    lines,
    scenarios.some((scenario) => scenario.steps.length > 0),
  )
  const anchors = uniqueNames()
  return {
    path,
    id: frontMatter.id ?? idFromPath(path),
    ...titleOf(path, frontMatter, titleSection),
    text,
    frontMatter,
    parts: partsOf(sections, places, titleSection, lines),
    scenarios,
    steps,
    links: linksOf(blocks),
    anchors: [
      ...blocks.filter((block) => block.type === 'heading').map((block) => anchors(slugOf(block.inline.text))),
      ...explicitAnchors(text),
    ],
    problems: refusal ? [...problems, refusal] : problems,
  }
}

function refusalOf(path: string, text: string, lines: readonly string[]): Problem | undefined {
  if (text.length > MAX_RUNBOOK_LENGTH) {
    return {
      file: path,
      rule: 'runbook/too-large',
      severity: 'error',
      message: 'The file is too large to be read as a runbook, so it is shown as plain text.',
      hint: 'Split it into one file per pipeline or alert.',
    }
  }
  const line = nestsTooDeep(lines)
  if (line === undefined) return undefined
  return {
    file: path,
    line,
    rule: 'runbook/too-deep',
    severity: 'error',
    message: 'Lists or quotes nest too deep here, so the file is shown as plain text.',
    hint: 'Bring the nesting below a hundred levels.',
  }
}

function generalSteps(
  sections: readonly Section[],
  places: readonly ScenarioPlace[],
  lines: readonly string[],
  scenariosHaveSteps: boolean,
): Step[] {
  const outside = sections.filter(
    ({ index }) => !places.some(({ section }) => index >= section.index && index < section.end),
  )
  const stepBearing = outside.filter((section) => {
    const topic = inheritedTopic(sections, section)
    return topic === 'debugging' || topic === 'mitigation'
  })
  const steps = stepsUnder(stepBearing, 'general', lines)
  if (steps.length > 0) return steps
  const open = outside.filter((section) => {
    const topic = inheritedTopic(sections, section)
    return topic !== 'scenarios' && !NEVER_STEPS.has(topic)
  })
  return scenariosHaveSteps
    ? stepsAnywhere(open.filter(hasBoxesOrNumbers), 'general', lines)
    : stepsAnywhere(open, 'general', lines)
}

/** A heading that announces scenarios, with none below it and not within one. */
function holdsList(section: Section, places: readonly ScenarioPlace[]): boolean {
  const overlaps = ({ section: other }: ScenarioPlace) => other.index < section.end && section.index < other.end
  return section.topic === 'scenarios' && !places.some(overlaps)
}

function hasBoxesOrNumbers({ blocks }: Section): boolean {
  return blocks.some(
    (block) => block.type === 'list' && (block.ordered || block.items.some(({ task }) => task !== 'none')),
  )
}

function titleSectionOf(sections: readonly Section[], places: readonly ScenarioPlace[]): Section | undefined {
  const isTitle = (section: Section) => !places.some((place) => place.section.index === section.index)
  const tops = sections.filter(({ level }) => level === 1)
  const [first] = tops
  if (first) return isTitle(first) && !(tops.length > 1 && first.topic !== undefined) ? first : undefined
  const opening = sections.find(({ level }) => level > 0)
  return opening && opening.topic === undefined && isTitle(opening) && opening.index <= 1 ? opening : undefined
}

function titleOf(
  path: string,
  frontMatter: RunbookFrontMatter,
  section: Section | undefined,
): Pick<Runbook, 'title' | 'titleFrom'> {
  if (frontMatter.title !== undefined) return { title: frontMatter.title, titleFrom: 'front matter' }
  if (section) return { title: section.heading, titleFrom: 'heading' }
  const segments = idFromPath(path).split('/')
  const name = segments.findLast((segment) => !/^_?(?:readme|index)$/i.test(segment)) ?? segments.at(-1) ?? path
  const spaced = name.replace(/[-_]+/g, ' ').trim()
  return {
    title: spaced === name || spaced === '' ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1),
    titleFrom: 'file name',
  }
}

function idFromPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?:\.?\/)*(?:runbooks\/)?/, '')
    .replace(/\.(?:md|markdown|mdx|mdown|mkd)$/i, '')
}

function explicitAnchors(text: string): string[] {
  return [...text.matchAll(/\b(?:id|name)="([^"\n]{1,100})"|\{#([\w-]{1,100})\}/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  )
}
