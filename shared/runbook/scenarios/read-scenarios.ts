import type { Scenario, Step } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import { draftsUnder, stepsFrom } from '../steps/extract-steps.ts'
import { slugOf, uniqueNames } from '../text/slug.ts'
import type { ScenarioPlace } from './find-scenarios.ts'
import { listedScenarios } from './listed-scenarios.ts'
import { readScenario } from './read-scenario.ts'
import { answersTo } from './scenario-answers.ts'

/** All scenarios in document order, those with a heading and those that are only listed (R2). */
export function readScenarios(
  places: readonly ScenarioPlace[],
  sections: readonly Section[],
  lines: readonly string[],
): Scenario[] {
  const unique = uniqueNames()
  const answers = answersTo(places, sections)
  const headed = places.map((place) => {
    const scenario = readScenario(place, sections, lines, unique)
    const told = (answers.get(place.section.index) ?? []).flatMap(({ index, end }) => sections.slice(index, end))
    return { ...scenario, steps: [...scenario.steps, ...stepsOfAnswer(told, `${scenario.id}-answer`, lines)] }
  })
  const holders = listHolders(sections, sectionsCoveredBy(places, sections))
  const listed = holders.flatMap((section) => listedScenarios(section, lines, unique))
  // Beside scenarios of their own, rows and items without any steps are a summary of those.
  const titles = headed.map(({ title }) => slugOf(title)).join('\n')
  const isNamed = (title: string) => titles.includes(slugOf(title))
  const kept = headed.length === 0 ? listed : listed.filter(({ title, steps }) => steps.length > 0 && !isNamed(title))
  return [...headed, ...kept].sort((one, other) => one.line - other.line)
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
