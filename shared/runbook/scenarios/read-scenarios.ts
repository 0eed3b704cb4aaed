import type { Step } from '../runbook.ts'
import { inheritedTopic } from '../sections/inherited-topic.ts'
import type { Section } from '../sections/sections.ts'
import { draftsUnder, stepsFrom } from '../steps/extract-steps.ts'
import { headingOf } from '../steps/warnings.ts'
import { slugOf, uniqueNames } from '../text/slug.ts'
import type { Topic } from '../words/topic-name.ts'
import type { ScenarioPlace } from './find-scenarios.ts'
import { listedScenarios, type ScenarioRead } from './listed-scenarios.ts'
import { readScenario } from './read-scenario.ts'
import { answersTo } from './scenario-answers.ts'
import { isAlertName } from './scenario-names.ts'

/** All scenarios in document order, those with a heading and those that are only listed (R2). `whole` are the sections with what they forbid, which is read beside steps. */
export function readScenarios(
  places: readonly ScenarioPlace[],
  sections: readonly Section[],
  whole: readonly Section[],
  lines: readonly string[],
): ScenarioRead[] {
  const unique = uniqueNames()
  const answers = answersTo(places, sections)
  const headed = places.map((place, at) => {
    const { section: told } = toldWith(places, at) ?? place
    const scenario = { ...readScenario({ ...place, section: told }, sections, lines, unique), line: place.section.line }
    const below = ({ index, end }: Section) => sections.slice(index, end)
    const allBelow = ({ index, end }: Section) => whole.slice(index, end)
    const [done, untold] = partedByTopic(answers.get(place.section.index) ?? [], sections)
    const steps = [...scenario.steps, ...stepsOfAnswer(done.flatMap(below), `${scenario.id}-answer`, lines)]
    const beside = [
      ...done.flatMap(allBelow),
      ...untold.map((section) => withHeadings(section, allBelow(section), whole)),
    ]
    return { scenario: { ...scenario, steps }, beside }
  })
  const holders = listHolders(sections, sectionsCoveredBy(places, sections))
  const listed = holders.flatMap((section) => listedScenarios(section, lines, unique))
  // Beside scenarios of their own, rows and items without any steps are a summary of those.
  const titles = headed.map(({ scenario: { title } }) => slugOf(title)).join('\n')
  const isNamed = (title: string) => titles.includes(slugOf(title))
  const kept =
    headed.length === 0
      ? listed
      : listed.filter(({ scenario: { title, steps } }) => steps.length > 0 && !isNamed(title))
  return [...headed, ...kept].sort((one, other) => one.scenario.line - other.scenario.line)
}

/** "## RingFull" straight above "## RingTorn", with nothing between: both alerts are told of below the second. */
function toldWith(places: readonly ScenarioPlace[], at: number): ScenarioPlace | undefined {
  const place = places[at]
  const next = places[at + 1]
  if (place === undefined || next === undefined) return place
  const { section } = place
  const isEmpty = section.blocks.length === 0 && section.end === section.index + 1 && isAlertName(section.heading)
  const isStraightAbove = next.section.index === section.end && next.section.level === section.level
  return isEmpty && isStraightAbove && isAlertName(next.section.heading) ? toldWith(places, at + 1) : place
}

/** Below such a heading nothing is to be done in a scenario: "What not to do", "After the incident". */
const NEVER_DONE = new Set<Topic | undefined>(['reference', 'afterwards', 'cause', 'meaning', 'impact', 'symptoms'])

/** The answers that hold steps, and those that are only to be read. */
function partedByTopic(answers: readonly Section[], sections: readonly Section[]): [Section[], Section[]] {
  const isDone = (section: Section) => !NEVER_DONE.has(inheritedTopic(sections, section))
  return [answers.filter(isDone), answers.filter((section) => !isDone(section))]
}

/** All that stands below a heading, under it and the one above it: "Delete the ring" says the contrary without "What not to do". */
function withHeadings(section: Section, below: readonly Section[], sections: readonly Section[]): Section {
  const above = section.parent === undefined ? undefined : sections[section.parent]
  const blocks = [above, ...below].flatMap((one) => [
    ...(one === undefined ? [] : [headingOf(one)]),
    ...(one === undefined || one === above ? [] : one.blocks),
  ])
  return { ...section, level: 0, blocks }
}

function stepsOfAnswer(told: readonly Section[], scope: string, lines: readonly string[]): Step[] {
  const sections = told.map((section) => ({ ...section, alternatives: [] }))
  return stepsFrom(draftsUnder(sections, lines), scope)
}

/** The places of the sections that lie within a scenario, or tell elsewhere what to do in it. */
export function sectionsCoveredBy(places: readonly ScenarioPlace[], sections: readonly Section[]): ReadonlySet<number> {
  const covered = new Set<number>()
  const answers = [...answersTo(places, sections).values()].flat()
  for (const section of [...places.map((place) => place.section), ...answers]) {
    for (let index = section.index; index < section.end; index += 1) covered.add(index)
  }
  return covered
}

/** Headings that announce scenarios, with none below them and not within one. */
function listHolders(sections: readonly Section[], covered: ReadonlySet<number>): Section[] {
  return sections.filter(({ topic, index, end }) => {
    if (topic !== 'scenarios' || covered.has(index)) return false
    return !sections.slice(index, end).some((below) => covered.has(below.index))
  })
}
