import type { Section } from '../sections/sections.ts'
import { slugOf } from '../text/slug.ts'
import { withoutNumber } from '../words/topic.ts'
import type { ScenarioPlace } from './find-scenarios.ts'

const KIND =
  '(scenario|case|problem|issue|cause|failure|error|incident|symptom|szenario|fall|escenario|caso|cen[aá]rio|sc[eé]nario|cas)'
const COUNT = '\\s*#?(\\d{1,2}|[a-e])'
/** "Scenario 2: the disk is full" */
const IS_COUNTED = new RegExp(`^${KIND}${COUNT}(?![\\p{L}\\p{N}])`, 'iu')
/** "For scenario 2", "Fixing case B": nothing but the number tells what it is about. */
const ANSWERS = new RegExp(
  `^(?:(?:steps?|fix(?:es|ing)?|resol(?:ution|ving)|solution|mitigation|recovery|remedy|for|to|of|in|f[uü]r|bei|para|pour|the) )+${KIND}${COUNT}[\\s:.)]*$`,
  'iu',
)

/** "Fixing late rings" beside "Late rings". */
const OPENS_AN_ANSWER =
  /^(?:(?:steps?|how to|fix(?:es|ing)?|resol(?:ution|ve|ving)|solution|mitigat(?:ion|e|ing)|recover(?:y|ing)?|remedy|for|to|of|from|the) )+(?=\S)/i

/** The sections elsewhere that say by its number for which scenario they are: what is to be done in it, told under another heading (R2). Keyed by the index of the scenario's section. */
export function answersTo(
  places: readonly ScenarioPlace[],
  sections: readonly Section[],
): ReadonlyMap<number, readonly Section[]> {
  const numbered = new Map<string, number>()
  for (const { section } of places) {
    const key = keyOf(IS_COUNTED.exec(withoutNumber(section.heading)))
    if (key !== undefined) numbered.set(key, section.index)
  }
  const named = new Map(places.map(({ title, section }) => [slugOf(title), section.index]))
  const within = new Set(places.map(({ section }) => section.index))
  const found = new Map<number, Section[]>()
  for (const section of sections) {
    const heading = withoutNumber(section.heading)
    const key = numbered.size === 0 ? undefined : keyOf(ANSWERS.exec(heading))
    const rest = heading.replace(OPENS_AN_ANSWER, '')
    const place = key === undefined ? (rest === heading ? undefined : named.get(slugOf(rest))) : numbered.get(key)
    if (place === undefined || within.has(section.index) || liesIn(section, sections[place])) continue
    const known = found.get(place)
    if (known) known.push(section)
    else found.set(place, [section])
  }
  return found
}

function liesIn({ index }: Section, scenario: Section | undefined): boolean {
  return scenario !== undefined && index >= scenario.index && index < scenario.end
}

function keyOf(match: RegExpExecArray | null): string | undefined {
  return match === null ? undefined : `${match[1]} ${match[2]}`.toLowerCase()
}
