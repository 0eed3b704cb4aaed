import type { ScenarioPlace } from './find-scenarios.ts'
import { listedScenarios } from './listed-scenarios.ts'
import { readScenario } from './read-scenario.ts'
import type { Scenario } from './runbook.ts'
import type { Section } from './sections.ts'
import { slugOf, uniqueNames } from './slug.ts'

/** All scenarios in document order, those with a heading and those that are only listed (R2). */
export function readScenarios(
  places: readonly ScenarioPlace[],
  sections: readonly Section[],
  lines: readonly string[],
): Scenario[] {
  const unique = uniqueNames()
  const headed = places.map((place) => readScenario(place, sections, lines, unique))
  const holders = listHolders(sections, sectionsCoveredBy(places))
  const listed = holders.flatMap((section) => listedScenarios(section, lines, unique))
  // Beside scenarios of their own, rows and items without any steps are a summary of those.
  const isNamed = (title: string) => headed.some((scenario) => slugOf(scenario.title).includes(slugOf(title)))
  const kept = headed.length === 0 ? listed : listed.filter(({ title, steps }) => steps.length > 0 && !isNamed(title))
  return [...headed, ...kept].sort((one, other) => one.line - other.line)
}

/** The places of the sections that lie within a scenario. */
export function sectionsCoveredBy(places: readonly ScenarioPlace[]): ReadonlySet<number> {
  const covered = new Set<number>()
  for (const { section } of places) {
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
