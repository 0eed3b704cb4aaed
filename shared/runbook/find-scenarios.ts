import type { Block, ListItem } from './block.ts'
import { readCommands } from './read-commands.ts'
import type { NamedScenario } from './runbook.ts'
import type { Section } from './sections.ts'
import { slugOf } from './slug.ts'
import { spanCommands, wordsOf } from './step-items.ts'
import { asksForAction } from './step-words.ts'
import { plainHeading, topicOf, withoutNumber } from './topic.ts'
import type { Topic } from './topic-name.ts'
import { speaksOfTrouble } from './trouble-words.ts'

/** Where a scenario stands: the section of its heading and all below it. */
export type ScenarioPlace = { readonly section: Section; readonly title: string; readonly id?: string }

const PREFIX =
  /^(?:failure )?(?:scenario|failure mode|failure|issue|problem|alert(?:[ -]?name)?|case|incident|error|symptom|runbook|playbook)\s*(?:[-#]?\s?\d{1,3}|[A-Z])?\s*(?:[:)\u2013\u2014]|\.\s|\s-\s)\s*(\S.*)$/i
/** A number of the house before the name, as in "INC-DB-003: Replica behind". */
const CODE = /^[A-Z]{2,10}(?:-[A-Z]{2,6})?-\d{1,4}\s*[:\u2013\u2014-]\s*(?=\S)/
const ALERT_NAME = /^[A-Z][a-z0-9]+(?:[A-Z]+[a-z0-9]*){1,}$|^[a-z]+(?:[A-Z][a-z0-9]+){2,}$/
/** Headings that speak of trouble in general and not of one way to fail. */
const ABOUT_TROUBLE =
  /\b(?:guide|overview|responses?|handling|procedures?|polic(?:y|ies)|classification|levels?|metrics|monitoring|dashboards?|queries|reference|summary|matrix|history|categories|types|commands|cheat ?sheet|runbooks?|playbooks?)\W*$/i
/** "If the primary is gone": one case beside others. */
const IS_A_CASE = /^(?:if|when|in case)\s/i
const SEVERITY = /^\W*(?:sev|p|s|severity|priority|level|tier)[ -]?\d\b/i
const GATHERS = /\b(?:issues|problems|errors|failures|incidents|alerts)\W*$/i
const MOST_NAMED = 200
const INSIDE_A_SCENARIO = new Set<Topic | undefined>([
  'debugging',
  'mitigation',
  'symptoms',
  'cause',
  'meaning',
  'impact',
])

/** Finds the failure scenarios (R2): under a heading that says so, by a title that says so, or as one of several like sections (R4). In document order, never one within another. */
export function findScenarios(sections: readonly Section[], named: readonly NamedScenario[]): ScenarioPlace[] {
  const places = new Map<number, ScenarioPlace>()
  for (const { id, title } of named.slice(0, MOST_NAMED)) {
    const section = sections.find(
      ({ heading, level }) => level > 0 && [title, id].some((name) => name !== undefined && sameName(heading, name)),
    )
    if (section)
      places.set(section.index, {
        section,
        title: title ?? cleanTitle(section.heading),
        ...(id === undefined ? {} : { id }),
      })
  }
  const found = [...underScenariosHeading(sections), ...byPrefix(sections), ...bySiblings(sections)]
  for (const section of found) {
    if (!places.has(section.index)) places.set(section.index, { section, title: cleanTitle(section.heading) })
  }
  return outermost([...places.values()].sort((a, b) => a.section.index - b.section.index))
}

/** Whether a heading is the name of an alert, such as KubePodCrashLooping or etcdNoLeader, or of several that share a section. */
export function isAlertName(heading: string): boolean {
  return namesIn(heading).every((name) => ALERT_NAME.test(name))
}

/** The names a heading holds: "DiskFull / DiskAlmostFull" is two. */
export function namesIn(heading: string): readonly string[] {
  return heading
    .replace(/[`"']/g, '')
    .split(/\s*[|/,]\s*|\s(?:and|or|&)\s/)
    .map((name) => name.trim())
}

/** A heading without "Scenario 2:", "Alert name:", numbers and quotes. */
function cleanTitle(heading: string): string {
  const bare = withoutNumber(heading)
  const coded = bare.replace(CODE, '')
  const named = (coded === bare ? (PREFIX.exec(bare)?.[1] ?? bare) : coded).trim()
  const title = withoutQuotes(named)
  return title === '' ? heading.trim() : title
}

/** Takes off quotes around a whole name; the opening one may have gone with the number before it. */
function withoutQuotes(name: string): string {
  const inner = /^["'\u201C`]+([^"'\u201C\u201D`]*)["'\u201D`]+$/.exec(name)?.[1]
  if (inner !== undefined) return inner
  const bare = name.replace(/^["\u201C](?=.*["\u201D]$)/, '')
  return /^[^"\u201C]*["\u201D]$/.test(bare) ? bare.slice(0, -1) : name
}

function sameName(heading: string, name: string): boolean {
  const clean = cleanTitle(heading)
  return (
    slugOf(clean) === slugOf(name) || plainHeading(clean) === plainHeading(name) || slugOf(heading) === slugOf(name)
  )
}

function underScenariosHeading(sections: readonly Section[]): Section[] {
  return sections
    .filter((section) => section.topic === 'scenarios' || isGroup(sections, section))
    .flatMap((holder) => {
      const below = sections.slice(holder.index + 1, holder.end)
      const level = below.reduce((lowest, section) => Math.min(lowest, section.level), Number.POSITIVE_INFINITY)
      return below.filter(
        (section) =>
          section.level === level &&
          !ABOUT_TROUBLE.test(section.heading) &&
          !gathersAlerts(sections, section) &&
          (section.topic === undefined || speaksOfTrouble(section.heading)),
      )
    })
}

function byPrefix(sections: readonly Section[]): Section[] {
  const prefixed = sections.filter((section, index) => {
    if (section.level === 0 || (section.level === 1 && index <= 1)) return false
    const heading = withoutNumber(section.heading)
    return (CODE.test(heading) || PREFIX.test(heading)) && hasBody(sections, section)
  })
  if (prefixed.length > 1) return prefixed
  return prefixed.filter((section) => holdsMore(sections, section) && !holdsEverything(sections, section))
}

/** A lone "Alert: DiskFull" above all the rest says what the file is about and is no choice. */
function holdsEverything(sections: readonly Section[], section: Section): boolean {
  const bearing = sections.filter(({ topic }) => topic === 'debugging' || topic === 'mitigation')
  return bearing.length > 0 && bearing.every(({ index }) => index >= section.index && index < section.end)
}

/** A heading of which each one straight below is the name of an alert. */
function gathersAlerts(sections: readonly Section[], { index, end, heading }: Section): boolean {
  const first = sections[index + 1]
  if (first?.parent !== index || !isAlertName(first.heading) || isAlertName(heading)) return false
  return sections.slice(index + 1, end).every((below) => below.parent !== index || isAlertName(below.heading))
}

/** "Loader issues" above headings of the author's own words gathers failures and is none itself. */
function isGroup(sections: readonly Section[], section: Section): boolean {
  if (section.level === 0 || section.topic !== undefined) return false
  if (!GATHERS.test(section.heading)) return section.level > 1 && gathersAlerts(sections, section)
  const below = sections.slice(section.index + 1, section.end)
  const level = Math.min(...below.map((each) => each.level))
  return below.some((each) => each.level === level && each.topic === undefined)
}

/** Two or more sections side by side that all look like a failure: the shape of one big file with many alerts. */
function bySiblings(sections: readonly Section[]): Section[] {
  const groups = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.level === 0 || section.topic !== undefined || isOfReference(sections, section)) continue
    const key = `${section.parent ?? ''}/${section.level}`
    const group = groups.get(key)
    if (group) group.push(section)
    else groups.set(key, [section])
  }
  return [...groups.values()].flatMap((group) => {
    const alike = group.filter(
      (section) =>
        isAlertName(section.heading) ||
        isWholeCase(sections, section) ||
        (isTrouble(sections, section) && !standsUnderSteps(sections, section)),
    )
    if (alike.length < 2) return []
    const kin = alike.length * 2 >= group.length ? group.filter((section) => isKin(sections, section)) : []
    return [...new Set([...alike, ...kin])]
  })
}

/** Whether a heading above has steps of its own: what stands below it then explains those and is no failure beside others. */
function standsUnderSteps(sections: readonly Section[], section: Section): boolean {
  for (let above = section.parent; above !== undefined; above = sections[above]?.parent) {
    const holder = sections[above]
    const bearsSteps = holder?.topic === 'debugging' || holder?.topic === 'mitigation'
    if (bearsSteps && holder.blocks.some((block) => block.type === 'list' && block.ordered)) return true
  }
  return false
}

/** Levels of severity, and what stands under references or follow-up, are no ways to fail. */
function isOfReference(sections: readonly Section[], section: Section): boolean {
  if (SEVERITY.test(section.heading)) return true
  const parent = section.parent === undefined ? undefined : sections[section.parent]
  const above = parent && parent.level > 1 ? parent.topic : undefined
  // Under "Alerts" stand links to other runbooks, unless each of them is told of here.
  if (above === 'reference' && isAlertName(section.heading)) return false
  return above === 'reference' || above === 'afterwards' || above === 'prerequisites' || above === 'escalation'
}

/** A section between failures that has steps and is no instruction is one too, whatever its words. */
function isKin(sections: readonly Section[], section: Section): boolean {
  const holdsSteps = sections.slice(section.index, section.end).some(({ blocks }) => blocks.some(holdsOrders))
  if (IS_A_CASE.test(section.heading) && hasBody(sections, section)) return true
  return (
    holdsSteps && !isInstruction(section.heading) && !ABOUT_TROUBLE.test(section.heading) && !isGroup(sections, section)
  )
}

function holdsOrders(block: Block): boolean {
  if (block.type === 'paragraph') return spanCommands([block]).length > 0 && asksForAction(block.inline.text)
  if (block.type === 'code') return readCommands(block).length > 0
  return block.type === 'list' && (block.ordered || block.items.filter(hasStageLabel).length > 1)
}

/** "Contain: ...", "Recover: ..." in front of the items of a list. */
function hasStageLabel(item: ListItem): boolean {
  return /^(?:contain|diagnose|recover|verify|triage|mitigate|fix|resolve|investigate|check|escalate)\w*\s*[:.\u2013\u2014]/i.test(
    wordsOf(item).text,
  )
}

function isWholeCase(sections: readonly Section[], section: Section): boolean {
  const below = sections.slice(section.index + 1, section.end)
  const topics = new Set(below.map(({ topic }) => topic).filter((topic) => INSIDE_A_SCENARIO.has(topic)))
  return (topics.has('debugging') || topics.has('mitigation')) && topics.size >= 2
}

function isTrouble(sections: readonly Section[], section: Section): boolean {
  return (
    !isInstruction(section.heading) &&
    !ABOUT_TROUBLE.test(section.heading) &&
    !isGroup(sections, section) &&
    speaksOfTrouble(section.heading) &&
    topicOf(cleanTitle(section.heading)) === undefined &&
    hasBody(sections, section)
  )
}

function isInstruction(heading: string): boolean {
  if (/^\W*(?:step|phase|stage)\b/i.test(heading)) return true
  if (/\balert\W*$/i.test(heading)) return false
  return asksForAction(heading) && !/^\W*\w+ (?:in|of) /.test(heading)
}

/** Whether there is more in it than prose: a lone "Alert: X" above the real parts is a label and no scenario. */
function holdsMore(sections: readonly Section[], section: Section): boolean {
  const below = sections.slice(section.index, section.end)
  return below.length > 1 || below.some(({ blocks }) => blocks.some(({ type }) => type === 'list' || type === 'code'))
}

function hasBody(sections: readonly Section[], section: Section): boolean {
  return sections.slice(section.index, section.end).some(({ blocks }) => blocks.length > 0)
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
