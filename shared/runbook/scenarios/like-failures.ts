import { readCommands } from '../commands/read-commands.ts'
import { spanCommands } from '../commands/span-commands.ts'
import { isCountedStep } from '../languages/step-words.ts'
import { wordsOf } from '../passages/step-items.ts'
import { isStepTable } from '../passages/table-columns.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, ListItem } from '../text/block.ts'
import { namesSituation } from '../words/bans.ts'
import { asksForAction } from '../words/sentences.ts'
import { announcesAlso, announcesPlainly, topicOf, withoutNumber } from '../words/topic.ts'
import type { Topic } from '../words/topic-name.ts'
import { speaksOfTrouble } from '../words/trouble-words.ts'
import { isActionVerb, verbOfGerund } from '../words/verb-forms.ts'
import { wayKeyOf } from '../words/way-names.ts'
import { cleanTitle, isAlertName } from './scenario-names.ts'

const ABOUT_TROUBLE =
  /\b(?:guide|overview|responses?|handling|procedures?|polic(?:y|ies)|classification|levels?|metrics|monitoring|dashboards?|queries|reference|summary|matrix|history|categories|types|commands|cheat ?sheet|runbooks?|playbooks?)\W*$/i
/** "If the primary is gone": one case beside others. */
const IS_A_CASE = /^(?:if|when|in case)\s/i
/** "Other" and "General checks" are no choice beside others. */
const IS_FOR_ALL = /^\W*(?:others?|general|common|misc(?:ellaneous)?|all|any|both|basics?|first)\b/i
/** "Other": what is left when it was none of those beside it. */
const IS_THE_REST = /^\W*(?:others?|anything else|other (?:causes?|reasons?|issues?|problems?))\W*$/i
/** What stands below "Useful queries" is one of them, whatever it asks about. */
const IS_A_COLLECTION = /\b(?:queries|commands|cheat ?sheet|snippets|scripts|metrics|dashboards)\W*$/i
const SEVERITY = /^\W*(?:sev|p|s|severity|priority|level|tier)[ -]?\d\b|\b(?:severity|priority)\W*$/i
/** One after the other, in any language. */
const IS_NUMBERED =
  /^\W*(?:\d|(?:\p{L}+ )?#?\d{1,2}(?!\p{L})|step|phase|stage|[eé]tape|schritt|paso|passo|stap|шаг|手順|步骤)/iu
/** "A. Relay lost", "B. Restore it": what is counted by letters is one thing, all of it to choose from or none. */
const IS_LETTERED = /^\W*[A-H][.):]\s/
const CHECKS = /\b(?:verif|valid|check|confirm|roll ?back)/i
const GATHERS = /\b(?:issues|problems|errors|failures|incidents|alerts)\W*$/i
const NAMES_CASES = new Set<Topic | undefined>(['symptoms', 'cause'])
const INSIDE_A_SCENARIO = new Set<Topic | undefined>([
  'debugging',
  'mitigation',
  'symptoms',
  'cause',
  'meaning',
  'impact',
])

/** Whether a heading speaks of trouble in general, as "Error handling" does. */
export function isAboutTrouble(heading: string): boolean {
  return ABOUT_TROUBLE.test(heading)
}

/** A heading of which each one straight below is the name of an alert. */
export function gathersAlerts(sections: readonly Section[], { index, end, heading }: Section): boolean {
  const first = sections[index + 1]
  if (first?.parent !== index || !isAlertName(first.heading) || isAlertName(heading)) return false
  return sections.slice(index + 1, end).every((below) => below.parent !== index || isAlertName(below.heading))
}

/** The level of the outermost headings among some. */
export function lowestLevel(sections: readonly Section[]): number {
  return sections.reduce((lowest, { level }) => Math.min(lowest, level), Number.POSITIVE_INFINITY)
}

/** "Loader issues" above headings of the author's own words gathers failures and is none itself. */
export function isGroup(sections: readonly Section[], section: Section): boolean {
  if (section.level === 0 || section.topic !== undefined) return false
  if (!GATHERS.test(section.heading)) return section.level > 1 && gathersAlerts(sections, section)
  const below = sections.slice(section.index + 1, section.end)
  const level = lowestLevel(below)
  const children = below.filter((each) => each.level === level)
  // Above a diagnosis or a remedy of its own it is a failure itself.
  return (
    children.some(({ topic }) => topic === undefined) &&
    !children.some(({ topic }) => topic === 'debugging' || topic === 'mitigation' || topic === 'scenarios')
  )
}

/** Two or more sections side by side that all look like a failure: the shape of one big file with many alerts. */
export function likeFailures(sections: readonly Section[]): Section[] {
  const groups = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.level === 0 || isOfReference(sections, section) || !namesSituation(section.heading)) continue
    if (section.topic !== undefined && !isCaseOfItsOwn(sections, section) && !isLetteredTrouble(section)) continue
    if (isTitleAbove(sections, section)) continue
    const key = `${section.parent ?? ''}/${section.level}`
    const group = groups.get(key)
    if (group) group.push(section)
    else groups.set(key, [section])
  }
  return [...groups.values()].flatMap((group) => {
    if (areChecksInTurn(sections, group) || areCasesOfAStep(sections, group)) return []
    const answeredAlike = withTheSameAnswer(sections, group)
    const alike = group.filter(
      (section) =>
        (isAlertName(section.heading) && wayKeyOf(section.heading) !== 'platform') ||
        isWholeCase(sections, section) ||
        answeredAlike.has(section.index) ||
        (isTrouble(sections, section) && !standsUnderSteps(sections, section)),
    )
    const isOfCauses = group.length > 1 && announcesAlso(sections[group[0]?.parent ?? -1]?.heading ?? '', 'cause')
    if (alike.length < 2 && !isOfCauses) return []
    if (areAllCauses(sections, group))
      return group.filter((section) => !IS_FOR_ALL.test(section.heading) && !isOnlyATable(sections, section))
    if (alike.length < 2) return []
    if (group.every(({ heading }) => IS_LETTERED.test(heading))) return group
    const kin = alike.length * 2 >= group.length ? group.filter((section) => isKin(sections, section)) : []
    return [...new Set([...alike, ...kin])].filter((section) => !isOnlyATable(sections, section))
  })
}

/** Below a diagnosis, "Network issue" beside "Other" is where to look next: nobody knows yet which it is. */
function areChecksInTurn(sections: readonly Section[], group: readonly Section[]): boolean {
  const isDiagnosis = sections[group[0]?.parent ?? -1]?.topic === 'debugging'
  return isDiagnosis && group.some(({ heading }) => IS_THE_REST.test(heading))
}

/** "2.1) Not found" and "2.2) Not allowed" below "2) Look at the events", beside other numbers that order: what may be seen there, and the numbers behind it are done all the same. */
function areCasesOfAStep(sections: readonly Section[], group: readonly Section[]): boolean {
  const step = sections[group[0]?.parent ?? -1]
  const number = COUNTS.exec(step?.heading ?? '')?.[1]
  if (step === undefined || number === undefined || !isInstruction(step.heading)) return false
  if (!group.every(({ heading }) => COUNTS_WITHIN.exec(heading)?.[1] === number)) return false
  const beside = sections.filter(({ parent, level }) => parent === step.parent && level === step.level)
  return beside.length > 1 && beside.every(({ heading }) => COUNTS.test(heading) && isInstruction(heading))
}

const COUNTS = /^\W*(\d{1,2})[.):]\s/
const COUNTS_WITHIN = /^\W*(\d{1,2})\.\d{1,2}(?!\d)/

/** A table of names with a word of introduction, beside situations, is nothing to choose. */
function isOnlyATable(sections: readonly Section[], { index, end }: Section): boolean {
  const blocks = sections.slice(index, end).flatMap((section) => section.blocks)
  const tellsNothing = (block: Block) =>
    block.type === 'paragraph' ? !asksForAction(block.inline.text) : block.type === 'table' && !isStepTable(block)
  return blocks.some(({ type }) => type === 'table') && blocks.every(tellsNothing)
}

/** "Storage lost" and "File deleted", each with "Actions to mitigate" below it: sections side by side that are told alike are situations, unless they are numbered or most of them are orders. */
function withTheSameAnswer(sections: readonly Section[], group: readonly Section[]): ReadonlySet<number> {
  const answers = new Map<string, Section[]>()
  for (const section of group) {
    if (IS_NUMBERED.test(section.heading)) continue
    for (const below of sections.slice(section.index + 1, section.end)) {
      const isAnswer = below.parent === section.index && below.topic === 'mitigation' && !CHECKS.test(below.heading)
      if (!isAnswer) continue
      const key = below.heading.toLowerCase()
      const found = answers.get(key)
      if (found) found.push(section)
      else answers.set(key, [section])
    }
  }
  const told = [...answers.values()].filter((found) => {
    const asking = found.filter(({ heading }) => isInstruction(heading))
    return found.length > 1 && asking.length * 2 < found.length
  })
  return new Set(told.flat().map(({ index }) => index))
}

/** "Memory leak investigation" below a remedy names a trouble, beside others that do. */
function isCaseOfItsOwn(sections: readonly Section[], { heading, parent, topic }: Section): boolean {
  const holder = sections[parent ?? -1]?.topic
  const isBelowSteps = holder === 'mitigation' || holder === 'debugging'
  const bearsSteps = topic === 'mitigation' || topic === 'debugging'
  return isBelowSteps && bearsSteps && !announcesPlainly(heading) && speaksOfTrouble(heading)
}

/** "E) Relay (of the partner) lost": beside others that are counted by letters one key word makes no part of it. */
function isLetteredTrouble({ heading, topic }: Section): boolean {
  const bearsSteps = topic === 'mitigation' || topic === 'debugging' || topic === 'afterwards' || topic === 'escalation'
  return !bearsSteps && IS_LETTERED.test(heading) && speaksOfTrouble(heading) && !announcesPlainly(heading)
}

/** Under a remedy or a diagnosis, headings of which none is an instruction are the causes it is told for: all of them, or the choice would hide some. */
function areAllCauses(sections: readonly Section[], group: readonly Section[]): boolean {
  const holder = sections[group[0]?.parent ?? -1]
  if (holder?.topic !== 'mitigation' && holder?.topic !== 'debugging') return false
  return group.every(
    (section) =>
      hasBody(sections, section) &&
      !isInstruction(section.heading) &&
      !isAboutTrouble(section.heading) &&
      !isGroup(sections, section) &&
      verbOfGerund(withoutNumber(section.heading).split(' ')[0]?.toLowerCase() ?? '') === '',
  )
}

/** The first heading of the file, of level 1 beside others that announce parts of it ("Escalation"): the title, though the author wrote those as titles too. */
function isTitleAbove(sections: readonly Section[], { index, level }: Section): boolean {
  if (level !== 1 || sections.find((section) => section.level > 0)?.index !== index) return false
  return sections.slice(index + 1).some((other) => other.level === 1 && other.topic !== undefined)
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

/** Levels of severity ("P1: critical", and not "P1: relay down" above its remedy), and what stands under references or follow-up, are no ways to fail. */
function isOfReference(sections: readonly Section[], section: Section): boolean {
  if (SEVERITY.test(section.heading)) return !isWholeCase(sections, section)
  const parent = section.parent === undefined ? undefined : sections[section.parent]
  const above = parent && parent.level > 1 ? parent.topic : undefined
  if (parent && IS_A_COLLECTION.test(parent.heading)) return true
  // Under "Alerts" stand links to other runbooks, unless each of them is told of here.
  if (above === 'reference' && isAlertName(section.heading)) return false
  return (
    above === 'reference' ||
    above === 'trial' ||
    above === 'afterwards' ||
    above === 'prerequisites' ||
    above === 'escalation'
  )
}

/** A section between failures that has steps and is no instruction is one too, whatever its words. */
function isKin(sections: readonly Section[], section: Section): boolean {
  const holdsSteps = sections.slice(section.index, section.end).some(({ blocks }) => blocks.some(holdsOrders))
  if (IS_A_CASE.test(section.heading) && hasBody(sections, section)) return true
  // Below symptoms and causes a heading names its case, though it says what to do about it.
  const isCase = !isInstruction(section.heading) || NAMES_CASES.has(sections[section.parent ?? -1]?.topic)
  return holdsSteps && isCase && !isAboutTrouble(section.heading) && !isGroup(sections, section)
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
    speaksOfTrouble(section.heading) &&
    !isInstruction(section.heading) &&
    !isAboutTrouble(section.heading) &&
    !isGroup(sections, section) &&
    topicOf(cleanTitle(section.heading)) === undefined &&
    hasBody(sections, section)
  )
}

function isInstruction(heading: string): boolean {
  if (/^\W*(?:step|phase|stage)\b/i.test(heading) || isCountedStep(heading)) return true
  if (/\balert\W*$/i.test(heading)) return false
  const [, gerund = ''] = DOES_SOMETHING.exec(withoutNumber(heading)) ?? []
  if (isActionVerb(verbOfGerund(gerund.toLowerCase()))) return true
  return asksForAction(heading) && !/^\W*\w+ (?:in|of) /.test(heading)
}

/** "Restarting the relay", and not "Restarting relays", which they may do by themselves. */
const DOES_SOMETHING = /^(\p{L}+ing) (?:the|an?|your|all)\b/iu

/** Whether anything is written below a heading. */
export function hasBody(sections: readonly Section[], section: Section): boolean {
  return sections.slice(section.index, section.end).some(({ blocks }) => blocks.length > 0)
}
