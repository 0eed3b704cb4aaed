import type { Problem } from '../kit/problem.ts'
import { generalSteps } from './general-steps.ts'
import { namedParts, partsOf } from './parts.ts'
import type { FurtherText, NamedScenario, Runbook, RunbookPart, Scenario, Step } from './runbook.ts'
import { idFromPath, titleOf, titleSectionOf } from './runbook-title.ts'
import { findScenarios, type ScenarioPlace } from './scenarios/find-scenarios.ts'
import { withoutListedWays } from './scenarios/listed-ways.ts'
import { readScenarios, sectionsCoveredBy } from './scenarios/read-scenarios.ts'
import { alternativesOf } from './sections/alternatives.ts'
import { withoutBoxesThatTell } from './sections/box-titles.ts'
import { headingsByName, withoutContentsLists } from './sections/contents-lists.ts'
import { withoutForbidden } from './sections/forbidden-places.ts'
import { headingsAbove } from './sections/headings-above.ts'
import { BOLD_LEVEL, type Section, sectionsOf } from './sections/sections.ts'
import { tellsATry, withoutToldTries } from './sections/told-tries.ts'
import { askingBlocks, isIntroduction } from './steps/asking-blocks.ts'
import { furtherTextOf, partedAtLastStep } from './steps/further-text.ts'
import { ordersAmongFacts } from './steps/orders-among-facts.ts'
import { withSurroundings } from './steps/surroundings.ts'
import { onlyWarnings, type SectionOfBans, sectionsOfBans } from './steps/warnings.ts'
import type { Block } from './text/block.ts'
import { withoutNamesOfHeadings } from './text/heading-anchor.ts'
import { nestsTooDeep } from './text/nesting.ts'
import { parseBlocks } from './text/parse-blocks.ts'
import { readFrontMatter } from './text/read-front-matter.ts'
import { headingsIn, linksOf } from './text/read-links.ts'
import { anchorOf, uniqueNames } from './text/slug.ts'
import { commonMarkLines, sourceLines } from './text/source-lines.ts'
import { isOnlyTemplate } from './text/template-tags.ts'
import { withWordsForKeys } from './text/words-for-keys.ts'
import { firstAfter, within } from './within.ts'

/** The longest text that is understood, in UTF-16 code units: about 40,000 lines. A longer one is shown as plain text within milliseconds. */
export const MAX_RUNBOOK_LENGTH = 2_000_000

/**
 * Reads any Markdown file as a runbook: title, parts, scenarios, steps (R1 to R4). Never throws and never drops text: what is not understood is
 * kept in `parts` and named in `problems`. The same text gives the same runbook, in time linear in its length.
 */
export function parseRunbook({ path, text }: { readonly path: string; readonly text: string }): Runbook {
  const source = sourceLines(text)
  const { frontMatter, problems } = readFrontMatter(path, source)
  const refusal = refusalOf(path, text, source)
  const lines = withWordsForKeys(withoutNamesOfHeadings(source, frontMatter.raw), frontMatter.raw)
  const blocks = refusal ? [] : blocksBelow(lines, frontMatter.endLine)
  const told = sectionsOf(blocks, frontMatter.endLine + 1, lines.length)
  const { sections: found, forbidden } = withoutForbidden(told)
  const places = placesIn(told, found, frontMatter.scenarios)
  const titleFound = titleSectionOf(path, found, places)
  const titled = titleOf(path, frontMatter, titleFound)
  const headings = headingsByName(found)
  const sections = readSections(found, places, { words: titled.title, section: titleFound }, headings)
  const title = titleFound && sections[titleFound.index]
  const leads = told.filter((section, at) => (at < 2 && isLead(section, titleFound)) || isIntroduction(section, told))
  const asking = leads.map((section) => askingBlocks(withoutContentsLists(section, headings), lines))
  const bans = sectionsOfBans(told).filter(({ index }) => index !== titleFound?.index)
  const orItsBan = banInPlaceOf(bans)
  const warningsAbove = warningsOf(told, titleFound, lines)
  const parts = partsOf(sections, places, title, source)
  const ways = readScenarios(places, sections, told, lines)
  const covered = sectionsCoveredBy(places, sections)
  const failures = ways.map(({ scenario }) => scenario)
  const bansOfAll = bans.filter((ban) => !failures.some((scenario) => isWithin(ban, scenario)))
  const ofAll = [...asking, ...doneFirst(sections, told, lines), ...bansOfAll]
  const steps = generalSteps(sections, covered, lines, failures)
  const behind = sectionsBehind(failures, parts, told).filter(({ index }) => !covered.has(index))
  const behindAll = furtherTextOf(behind, lines)
  const scenarios = ways.map(({ scenario, beside }) => {
    const general = [...ofAll, ...warningsAbove(scenario)]
      .filter(({ line }) => line < scenario.line || line > scenario.endLine)
      .map((section) => ({ ...section, level: 0 }))
    const own = inTurn([...general, ...within(told, scenario).map(orItsBan), ...beside])
    return { ...scenario, ...readAround(scenario.steps, own, scenario.line, lines, behindAll) }
  })
  const held = new Set(partsAround(steps, parts, told).flatMap((part) => within(told, part)))
  const isAround = (section: Section) =>
    !covered.has(section.index) &&
    !bans.some(({ index }) => index === section.index) &&
    (held.has(section) || (steps.length > 0 && isReadFirst(section)))
  const around = told.filter(isAround).map((section) => withoutContentsLists(section, headings))
  const lead = [...asking, ...bans].filter(({ index }) => !around.some((section) => section.index === index))
  return {
    path,
    id: frontMatter.id ?? idFromPath(path),
    ...titled,
    text,
    frontMatter,
    parts: namedParts(parts, sections),
    scenarios,
    ...readAround(steps, inTurn([...lead, ...around]), titleFound?.line ?? 0, lines),
    links: linksOf(blocks),
    forbidden,
    anchors: refusal ? [] : anchorsOf(blocks, text),
    problems: refusal ? [...problems, refusal] : problems,
  }
}

/** What must hold before, and what was tried before and failed: read beside the first step, wherever it stands. */
function isReadFirst({ topic, heading, blocks }: Section): boolean {
  return topic === 'prerequisites' || tellsATry(heading, blocks)
}

/** The sections as the rules read them: without lists that only name what stands further down, with the headings above each and the ways side by side. */
function readSections(
  found: readonly Section[],
  places: readonly ScenarioPlace[],
  title: { readonly words: string; readonly section: Section | undefined },
  headings: ReturnType<typeof headingsByName>,
): Section[] {
  const alternatives = alternativesOf(found, new Set(places.map(({ section }) => section.index)))
  const read = found
    .map((section) => (isOnlyTemplate(section.heading) ? { ...section, heading: title.words } : section))
    .map((section) => (section.index === title.section?.index ? asTitle(section, found, places) : section))
    .map((section) => withoutContentsLists(withoutListedWays(withoutToldTries(section), found), headings))
    .map((section) => ({ ...withoutBoxesThatTell(section), alternatives: alternatives[section.index] ?? [] }))
  const above = headingsAbove(read, title.section?.index)
  return read.map((section) => ({ ...section, above: above[section.index] ?? [] }))
}

/** The steps with what is read beside them, and the text behind them; `behindAll` is that of all scenarios. */
function readAround(
  steps: readonly Step[],
  sections: readonly SectionOfBans[],
  topLine: number,
  lines: readonly string[],
  behindAll: readonly FurtherText[] = [],
): Pick<Runbook, 'steps' | 'furtherText'> {
  const { beside, further } = partedAtLastStep(steps, sections, topLine, lines)
  return {
    steps: withSurroundings(steps, beside, lines),
    furtherText: steps.length === 0 ? [] : [...furtherTextOf(further, lines), ...behindAll],
  }
}

/** What stands behind all scenarios ("If this does not help", "References"): it is of each, and whoever chose one reads no other list. */
function sectionsBehind(
  scenarios: readonly Pick<Scenario, 'endLine'>[],
  parts: readonly RunbookPart[],
  sections: readonly Section[],
): Section[] {
  const lastLine = Math.max(...scenarios.map(({ endLine }) => endLine))
  return parts
    .filter((part) => part.line > lastLine && part.kind !== 'scenarios')
    .flatMap((part) => within(sections, part))
}

/** A section as one of bans where it is one. */
function banInPlaceOf(bans: readonly SectionOfBans[]): (section: Section) => SectionOfBans {
  const byPlace = new Map(bans.map((section) => [section.index, section]))
  return (section) => byPlace.get(section.index) ?? section
}

/** The scenarios, also those in which nothing but what is forbidden stands; `allowed` are the sections without it. */
function placesIn(
  sections: readonly Section[],
  allowed: readonly Section[],
  named: readonly NamedScenario[],
): ScenarioPlace[] {
  return findScenarios(sections, named).map((place) => ({
    ...place,
    section: allowed[place.section.index] ?? place.section,
  }))
}

/** The parts that are read with the steps: those that hold some, a diagnosis or a remedy that holds none, and what stands behind them. */
function partsAround(
  steps: readonly Step[],
  parts: readonly RunbookPart[],
  sections: readonly Section[],
): readonly RunbookPart[] {
  const ordered = inOrder(steps)
  const firstLine = ordered[0]?.line ?? Number.POSITIVE_INFINITY
  const lastLine = ordered.at(-1)?.line ?? Number.POSITIVE_INFINITY
  return parts.filter(
    (part) =>
      part.line > lastLine ||
      within(ordered, part).length > 0 ||
      (ordered.length > 0 && (part.kind === 'debugging' || part.kind === 'mitigation')) ||
      (part.line > firstLine && isOwn(part, within(sections, part))),
  )
}

/** Behind the first step: under a heading of the author's own words nobody can tell what it is about, so whoever follows the steps is shown it, as an example is, code of a reference ("Monitoring"), and what to mind ("Notes"); and a bold line is one among the steps. */
function isOwn({ kind, line: first }: RunbookPart, sections: readonly Section[]): boolean {
  return sections.some(
    ({ line, level, topic, heading, blocks }) =>
      line === first &&
      level > 1 &&
      (level >= BOLD_LEVEL ||
        (kind === 'other' &&
          (topic === undefined ||
            topic === 'trial' ||
            (topic === 'reference' && (blocks.some(isCode) || SAYS_WHAT_TO_MIND.test(heading)))))),
  )
}

const SAYS_WHAT_TO_MIND =
  /^\W*(?:[a-zà-ÿ]+ ){0,2}(?:notes?|caveats?|limitations?|restrictions?|pitfalls?|gotchas?|considerations?)\W*$/i

const isCode = ({ type }: Block): boolean => type === 'code'

const isWithin = ({ line }: Section, scenario: Pick<Scenario, 'line' | 'endLine'>): boolean =>
  scenario.line <= line && line <= scenario.endLine

/** What the prerequisites say is to be done to the thing, or warn of: whoever follows a scenario does not read the general steps. */
function doneFirst(sections: readonly Section[], told: readonly Section[], lines: readonly string[]): Section[] {
  return sections
    .filter(({ topic }) => topic === 'prerequisites')
    .map((section) => {
      const orders = ordersAmongFacts(section, section.topic)
      const known = new Set(orders.map(({ line }) => line))
      const others = onlyWarnings(told[section.index] ?? section, lines).blocks.filter(({ line }) => !known.has(line))
      return { ...section, blocks: [...orders, ...others] }
    })
}

/** What the headings above a scenario warn of, straight below them: it holds in each scenario. Asked once of each heading, for a file may hold thousands of scenarios. */
function warningsOf(
  sections: readonly Section[],
  title: Section | undefined,
  lines: readonly string[],
): (scenario: Scenario) => readonly Section[] {
  const known = new Map<number | undefined, readonly Section[]>([[undefined, []]])
  const upTo = (index: number | undefined): readonly Section[] => {
    const found = known.get(index)
    const holder = sections[index ?? -1]
    if (found !== undefined || holder === undefined) return found ?? []
    const own = isLead(holder, title) ? [] : [onlyWarnings(holder, lines)].filter(({ blocks }) => blocks.length > 0)
    const all = [...upTo(holder.parent), ...own]
    known.set(index, all)
    return all
  }
  return ({ line }) => upTo(sections[firstAfter(sections, line) - 1]?.parent)
}

/** What stands before any heading but the title. */
function isLead({ level, index }: Section, title: Section | undefined): boolean {
  return level === 0 || index === title?.index
}

const inOrder = (steps: readonly Step[]): Step[] => [...steps].sort((one, other) => one.line - other.line)

const inTurn = (sections: readonly Section[]): Section[] => [...sections].sort((a, b) => a.index - b.index)

/** A title such as "Troubleshooting disks" names the file and not a part, when headings below it announce the steps. */
function asTitle(title: Section, sections: readonly Section[], places: readonly ScenarioPlace[]): Section {
  const others = sections.filter(({ topic }) => topic === 'debugging' || topic === 'mitigation')
  const below = [...places.map(({ section }) => section), ...others]
  const bearsSteps = below.some(({ index }) => index > title.index && index < title.end)
  return bearsSteps ? { ...title, topic: undefined } : title
}

/** The front matter is blanked and not cut off, so that line numbers stay those of the file. */
function blocksBelow(lines: readonly string[], endLine: number): Block[] {
  const body = lines.map((line, index) => (index < endLine ? '' : line))
  return parseBlocks(commonMarkLines(body).join('\n'), body)
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

/** Names that the author gives: in HTML, in braces, in brackets behind a heading, or between `$$$` above one. */
const EXPLICIT_ANCHOR =
  /\b(?:id|name)="([^"\n]{1,100})"|<[a-z]\w{0,20}\s(?:[^<>\n]{0,200}\s)?(?:id|name)=(?:'([^'\n]{1,100})'|([^\s"'<>]{1,100}))|\{:?\s{0,5}#([\w-]{1,100})[^{}\n]{0,100}\}|^#{1,6} [^\n]{1,200} \[([a-z0-9_]{1,60}(?:-[a-z0-9_]{1,60}){1,20})\]\s*$|^\${3}([\w.:-]{1,100})\${3}\s*$/gm

function anchorsOf(blocks: readonly Block[], text: string): string[] {
  const unique = uniqueNames()
  const headings = headingsIn(blocks)
  const named = /\b(?:id|name)=["'\w]|\{:?\s*#|-[a-z0-9_]{1,60}\]|\${3}/.test(text)
  const explicit = !named ? [] : text.matchAll(EXPLICIT_ANCHOR)
  return [
    ...headings.map(({ inline }) => unique(anchorOf(inline.text))),
    ...[...explicit].map(([, ...names]) => names.find((name) => name !== undefined) ?? ''),
  ]
}
