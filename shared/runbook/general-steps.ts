import { looksTyped } from './commands/command-lines.ts'
import { isScript } from './commands/read-commands.ts'
import { spanCommands } from './commands/span-commands.ts'
import { isEnglish } from './languages/languages.ts'
import { isNumberedHeading } from './languages/step-words.ts'
import { announcesSteps } from './passages/list-intros.ts'
import { itemAsks, wordsOf } from './passages/step-items.ts'
import { isStepTable } from './passages/table-columns.ts'
import type { Scenario, Step } from './runbook.ts'
import { holdsFixes } from './scenarios/read-scenario.ts'
import { commandReferences } from './sections/command-reference.ts'
import { inheritedTopic } from './sections/inherited-topic.ts'
import type { Section } from './sections/sections.ts'
import type { SectionDrafts } from './steps/draft-list.ts'
import { draftsAnywhere, draftsUnder, holdsAnAct, holdsDrafts, stepsFrom } from './steps/extract-steps.ts'
import { ordersAmongFacts } from './steps/orders-among-facts.ts'
import { plainOrders } from './steps/plain-orders.ts'
import type { Block, ListBlock } from './text/block.ts'
import { openTabs } from './text/tabs.ts'
import { ALL_BUT_SURE, weighedDrafts } from './weighing/weighed-drafts.ts'
import { within } from './within.ts'
import { asksForAction, isStatement, sentencesOf } from './words/sentences.ts'
import { withoutNumber } from './words/topic.ts'
import type { Topic } from './words/topic-name.ts'
import { speaksOfTrouble } from './words/trouble-words.ts'
import { isActionVerb, verbOfGerund } from './words/verb-forms.ts'

const NEVER_STEPS = new Set<Topic | undefined>([
  'meaning',
  'impact',
  'sla',
  'sources',
  'scenarios',
  'escalation',
  'symptoms',
  'cause',
  'reference',
  'prerequisites',
  'afterwards',
  'trial',
])

/**
 * The checklist for when no scenario is chosen (R3): what stands under debugging and mitigation headings outside the scenarios, else steps from
 * anywhere, and what plainly asks wherever it stands. When the scenarios have the steps, loose sentences elsewhere are not made into any. `covered` are the sections within scenarios.
 */
export function generalSteps(
  sections: readonly Section[],
  covered: ReadonlySet<number>,
  lines: readonly string[],
  scenarios: readonly Scenario[],
): Step[] {
  const haveSteps = scenarios.some(({ steps }) => steps.length > 0)
  const references = commandReferences(sections)
  const apart = new Set([...covered, ...references])
  const found = draftsOutside(sections, apart, lines, haveSteps)
  const isEnough = references.size === 0 || haveSteps || holdsDrafts(found)
  const drafts = isEnough ? found : draftsOutside(sections, covered, lines, haveSteps)
  const holdsScenarios = ({ line, endLine }: Section): boolean =>
    within(scenarios, { line: line + 1, endLine }).length > 0
  const open = sections.filter(
    (section) => !(isEnough ? apart : covered).has(section.index) && !holdsScenarios(section),
  )
  const weighed = weighedDrafts(drafts, open, sections, lines, haveSteps ? ALL_BUT_SURE : undefined)
  return apartFrom(scenarios, stepsFrom(weighed, 'general'))
}

/** A scenario may be named "General" and begin with the same words: its steps keep their ids. */
function apartFrom(scenarios: readonly Scenario[], steps: readonly Step[]): Step[] {
  const taken = new Set(scenarios.find(({ id }) => id === 'general')?.steps.map(({ id }) => id))
  return steps.map((step) => (taken.has(step.id) ? { ...step, id: `all-${step.id}` } : step))
}

function draftsOutside(
  sections: readonly Section[],
  covered: ReadonlySet<number>,
  lines: readonly string[],
  scenariosHaveSteps: boolean,
): readonly SectionDrafts[] {
  const among = new Set<number>()
  const outside = sections
    .filter(({ index }) => !covered.has(index))
    .map((section) => {
      const isAboveScenarios = section.topic === 'scenarios' && covered.has(section.index + 1)
      const blocks = isAboveScenarios
        ? section.blocks.filter(isListWithOrders)
        : holdsFixes(section)
          ? []
          : ordersAmongFacts(section, inheritedTopic(sections, section))
      if (blocks.length > 0) among.add(section.index)
      return blocks.length > 0 ? { ...section, blocks } : section
    })
  const bearsSteps = (section: Section): boolean => {
    if (among.has(section.index)) return true
    const topic = inheritedTopic(sections, section)
    return holdsFixes(section) || isCauseWithScript(section, topic) || topic === 'debugging' || topic === 'mitigation'
  }
  const isUnnamed = (section: Section): boolean => inheritedTopic(sections, section) === undefined
  // A look told in passing does not make a procedure of what is told around it.
  const isFirm = (section: Section) => !among.has(section.index)
  const series = seriesWithSteps(outside)
  const belongs = (section: Section) =>
    bearsSteps(section) || (isUnnamed(section) && isPartOfProcedure(section, series))
  const mayAsk = (section: Section) => isUnnamed(section) || section.topic === 'escalation'
  const isLoose = (section: Section) =>
    mayAsk(section) && isNotTheTitle(section) && plainOrders(section, lines).length > 0
  // Above nothing, the first heading is the title, though it orders.
  const isNotTheTitle = ({ index, blocks }: Section) => index > 1 || blocks.length > 0
  const stepBearing = outside.some((section) => isFirm(section) && bearsSteps(section))
    ? outside.filter((section) => belongs(section) || isLoose(section))
    : []
  const loose = new Set(stepBearing.filter((section) => !belongs(section)).map(({ index }) => index))
  const drafts = draftsUnder(stepBearing, lines, loose)
  if (holdsAnAct(drafts)) return drafts
  // A page of what is done once the incident is over has its lists below such headings, and only prose elsewhere.
  const isAllAfterwards = !outside.some(
    (section) =>
      inheritedTopic(sections, section) !== 'afterwards' &&
      (holdsOrders(section) || section.blocks.some(({ type }) => type === 'code' || type === 'list')),
  )
  const open = outside.filter(
    (section) =>
      holdsFixes(section) ||
      among.has(section.index) ||
      !NEVER_STEPS.has(inheritedTopic(sections, section)) ||
      (isAllAfterwards && holdsOrders(section) && inheritedTopic(sections, section) === 'afterwards') ||
      // "Intro" above all the rest says nothing of a script that stands under a heading of its own.
      (section.topic === undefined && inheritedTopic(sections, section) === 'meaning' && holdsCommands(section)),
  )
  const found = scenariosHaveSteps
    ? besideScenarios(
        open.filter((section) => among.has(section.index) || isPartOfProcedure(section, new Set())),
        open.filter((section) => isLoose(section) && isTask(section)),
        lines,
      )
    : draftsAnywhere(open, lines)
  if (holdsDrafts(drafts)) return holdsAnAct(found) ? found : drafts
  if (holdsDrafts(found) || scenariosHaveSteps) return found
  // Headings of the author's own words below "Symptoms" or "Causes", or an example, are all there is.
  const own = draftsAnywhere(
    outside.filter(({ topic, level, heading }) => level > 1 && (topic === undefined || IS_AN_EXAMPLE.test(heading))),
    lines,
  )
  if (holdsDrafts(own)) return own
  // "Cause" above what it is and what to do about it.
  const causes = draftsAnywhere(outside.filter(isCauseWithOrders), lines)
  return holdsDrafts(causes) ? causes : draftsAnywhere(outside.map(onlyWhatMustBe), lines)
}

/** A remedy that only says how things must be ("The alert should be routed elsewhere"): where nothing else is to be done, to see to that is. */
function onlyWhatMustBe(section: Section): Section {
  const blocks = section.topic === 'mitigation' ? section.blocks.flatMap(asNumberThatMustBe) : []
  return { ...section, blocks }
}

/** As a number of its own, for each number is a step. */
function asNumberThatMustBe(block: Block): readonly ListBlock[] {
  if (block.type !== 'paragraph' || !MUST_BE.test(block.inline.prose)) return []
  const { line, endLine } = block
  return [{ type: 'list', ordered: true, items: [{ blocks: [block], task: 'none', line, endLine }], line, endLine }]
}

const MUST_BE = /\b(?:should|must|needs? to|ha(?:s|ve) to) be [a-z]+(?:ed|en|n|t)\b/i

const isCauseWithOrders = (section: Section): boolean => section.topic === 'cause' && holdsOrders(section)

/** Not "How to reproduce it", which brings the trouble about. */
const IS_AN_EXAMPLE = /^\W*(?:an? )?examples?\W*$/i

/** Where the scenarios have the steps, what is part of a procedure of its own, and what plainly asks. */
function besideScenarios(
  firm: readonly Section[],
  loose: readonly Section[],
  lines: readonly string[],
): readonly SectionDrafts[] {
  const own = new Set(firm.map(({ index }) => index))
  const asking = new Set(loose.map(({ index }) => index).filter((index) => !own.has(index)))
  const all = [...firm, ...loose.filter(({ index }) => asking.has(index))].sort((one, other) => one.index - other.index)
  return draftsUnder(all, lines, asking)
}

/** Below "Common causes", a heading with a script says what to do about one of them. */
function isCauseWithScript(section: Section, topic: Topic | undefined): boolean {
  return (
    section.topic === undefined &&
    topic === 'cause' &&
    (hasScript(section) || holdsOrders(section) || holdsCommands(section))
  )
}

/** Before any heading but the title: what is told first is done first, if a list is announced as steps or a command does not only show the trouble. */
function isLeadWithSteps({ blocks, level, topic, index }: Section): boolean {
  if (level > 1 || topic !== undefined || index > 1) return false
  return blocks.some((block, place) => {
    const before = blocks[place - 1]
    if (block.type === 'list') return !block.ordered && announcesSteps(before)
    const lead = before?.type === 'paragraph' ? (sentencesOf(before.inline.text).at(-1) ?? '') : ''
    return block.type === 'code' && looksTyped(block.text) && (asksForAction(lead) || !speaksOfTrouble(lead))
  })
}

/** A heading of the author's own words beside headings that announce steps: it holds orders or commands, or is one of the same numbered series. */
function isPartOfProcedure(section: Section, series: ReadonlySet<string>): boolean {
  if (holdsOrders(section) || hasScript(section) || section.blocks.some(isStepTable)) return true
  if (isLeadWithSteps(section)) return true
  if (holdsCommands(section) && isInstruction(section.heading)) return true
  return isNumberedHeading(section.heading) && series.has(seriesOf(section))
}

const seriesOf = ({ parent, level }: Section): string => `${parent} ${level}`

/** The headings numbered side by side of which at least one bears steps. */
function seriesWithSteps(sections: readonly Section[]): ReadonlySet<string> {
  const bearing = sections.filter(
    (section) =>
      isNumberedHeading(section.heading) &&
      (section.topic === 'debugging' || section.topic === 'mitigation' || holdsOrders(section) || hasScript(section)),
  )
  return new Set(bearing.map(seriesOf))
}

/** Boxes or numbers that mostly ask for something are steps under any heading that is not about something else. */
function holdsOrders({ blocks }: Section): boolean {
  return openTabs(blocks).some((block) => {
    if (block.type !== 'list' || !(block.ordered || block.items.some(({ task }) => task !== 'none'))) return false
    if (block.items.some(({ task }) => task !== 'none')) return true
    const orders = block.items.filter((item) => itemAsks(item) || cannotBeTold(wordsOf(item).text))
    return orders.length * 2 >= block.items.length
  })
}

/** A line of another language that may ask for something. */
const cannotBeTold = (text: string): boolean => !isEnglish(text) && !isStatement(text)

/** "Get the query", or "Getting the query". */
function isInstruction(heading: string): boolean {
  return asksForAction(heading) || isActionVerb(verbOfGerund(withoutNumber(heading).split(' ')[0]?.toLowerCase() ?? ''))
}

/** More than prose without a command, or told below a heading that asks for it: a lone sentence beside scenarios may be about the page. */
function isTask({ heading, blocks }: Section): boolean {
  return (
    isInstruction(heading) || blocks.some((block) => block.type !== 'paragraph' || spanCommands([block]).length > 0)
  )
}

/** A list above the scenarios that says what to do in any of them, and does not only name them. */
function isListWithOrders(block: Block): boolean {
  if (block.type !== 'list') return false
  const orders = block.items.filter((item) => itemAsks(item) || item.blocks.some(isListWithOrders))
  const namesThem = block.items.some((item) => wordsOf(item).links.some(({ href }) => href.startsWith('#')))
  return orders.length * 2 >= block.items.length && !namesThem
}

function holdsCommands({ blocks }: Section): boolean {
  return openTabs(blocks).some((block) => block.type === 'code' && looksTyped(block.text))
}

function hasScript({ blocks }: Section): boolean {
  return openTabs(blocks).some((block) => block.type === 'code' && isScript(block))
}
