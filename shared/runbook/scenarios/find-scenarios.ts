import type { NamedScenario } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import { slugOf } from '../text/slug.ts'
import { namesSituation } from '../words/bans.ts'
import { plainHeading } from '../words/topic.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import { gathersAlerts, hasBody, isAboutTrouble, isGroup, likeFailures, lowestLevel } from './like-failures.ts'
import { listedWays } from './listed-ways.ts'
import { cleanTitle, isNamedAsScenario } from './scenario-names.ts'

/** Where a scenario stands: the section of its heading and all below it. */
export type ScenarioPlace = { readonly section: Section; readonly title: string; readonly id?: string }

/** Finds the failure scenarios (R2): under a heading that says so, by a title that says so, or as one of several like sections (R4). In document order, never one within another. */
export function findScenarios(sections: readonly Section[], named: readonly NamedScenario[]): ScenarioPlace[] {
  const places = new Map<number, ScenarioPlace>()
  const sectionNamed = named.length === 0 ? undefined : byName(sections)
  for (const { id, title } of named) {
    const section = sectionNamed?.([title, id])
    if (section)
      places.set(section.index, {
        section,
        title: title ?? cleanTitle(section.heading),
        ...(id === undefined ? {} : { id }),
      })
  }
  const prefixed = byPrefix(sections)
  const gathering = holdersOf(prefixed, sections)
  const others = [...underScenariosHeading(sections), ...likeFailures(sections), ...listedWays(sections)]
  const found = [...prefixed, ...others.filter(({ index }) => !gathering.has(index))]
  for (const section of found.filter(({ heading }) => namesSituation(heading))) {
    if (!places.has(section.index)) places.set(section.index, { section, title: cleanTitle(section.heading) })
  }
  return outermost([...places.values()].sort((a, b) => a.section.index - b.section.index))
}

/** The first heading that is any of some names, but for its number, its marks and what stands around it. */
function byName(sections: readonly Section[]): (names: readonly (string | undefined)[]) => Section | undefined {
  const bySlug = new Map<string, Section>()
  const byWords = new Map<string, Section>()
  for (const section of sections.filter(({ level }) => level > 0).reverse()) {
    const clean = cleanTitle(section.heading)
    bySlug.set(slugOf(clean), section).set(slugOf(section.heading), section)
    byWords.set(plainHeading(clean), section)
  }
  return (names) => {
    const found = names.flatMap((name) =>
      name === undefined ? [] : [bySlug.get(slugOf(name)) ?? [], byWords.get(plainHeading(name)) ?? []].flat(),
    )
    return found.sort((one, other) => one.index - other.index)[0]
  }
}

function underScenariosHeading(sections: readonly Section[]): Section[] {
  return sections
    .filter((section) => section.topic === 'scenarios' || isGroup(sections, section))
    .flatMap((holder) => {
      const below = sections.slice(holder.index + 1, holder.end)
      const level = lowestLevel(below)
      return below.filter(
        (section) =>
          section.level === level &&
          !isAboutTrouble(section.heading) &&
          !gathersAlerts(sections, section) &&
          (section.topic === undefined || speaksOfTrouble(section.heading)),
      )
    })
}

/** The headings above some that have no words of their own: "RingLoader" above "Alert 1: ..." only says what these are of. */
function holdersOf(places: readonly Section[], sections: readonly Section[]): ReadonlySet<number> {
  const holders = new Set<number>()
  for (const { parent } of places) {
    for (let at = parent; at !== undefined && !holders.has(at); at = sections[at]?.parent)
      if (sections[at]?.blocks.length === 0) holders.add(at)
  }
  return holders
}

function byPrefix(sections: readonly Section[]): Section[] {
  const prefixed = sections.filter((section, index) => {
    if (section.level === 0 || (section.level === 1 && index <= 1)) return false
    return isNamedAsScenario(section.heading) && hasBody(sections, section)
  })
  if (prefixed.length > 1) return prefixed
  return prefixed.filter((section) => holdsMore(sections, section) && !holdsEverything(sections, section))
}

/** A lone "Alert: DiskFull" above all the rest says what the file is about and is no choice. */
function holdsEverything(sections: readonly Section[], section: Section): boolean {
  const bearing = sections.filter(({ topic }) => topic === 'debugging' || topic === 'mitigation')
  return bearing.length > 0 && bearing.every(({ index }) => index >= section.index && index < section.end)
}

/** Whether there is more in it than prose and its severity: a lone "Alert: X" above the real parts is a label and no scenario. */
function holdsMore(sections: readonly Section[], section: Section): boolean {
  const below = sections.slice(section.index, section.end).filter(({ topic }) => topic !== 'impact')
  return below.length > 1 || below.some(({ blocks }) => blocks.some(({ type }) => type === 'list' || type === 'code'))
}

function outermost(places: readonly ScenarioPlace[]): ScenarioPlace[] {
  let end = 0
  let line = 0
  return places.filter(({ section }) => {
    if (section.index < end || section.line === line) return false
    end = section.end
    line = section.line
    return true
  })
}
