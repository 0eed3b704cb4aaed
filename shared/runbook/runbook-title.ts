import { isCountedStep } from './languages/step-words.ts'
import type { Runbook, RunbookFrontMatter } from './runbook.ts'
import type { ScenarioPlace } from './scenarios/find-scenarios.ts'
import { isAlertName } from './scenarios/scenario-names.ts'
import type { Section } from './sections/sections.ts'
import { withoutEnding } from './text/runbook-file.ts'
import { slugOf } from './text/slug.ts'
import { isOnlyTemplate } from './text/template-tags.ts'
import { announcesPlainly, plainHeading, topicOf } from './words/topic.ts'

/** What is written above any page: it calms, greets, or tells what kind of page it is or what its first part is. */
const SAYS_NOTHING =
  /^[^\p{L}\p{N}]*(?:(?:do not|don[\u2019']?t) panic|(?:keep|stay) calm.*|help|purpose|overview|description|summary|background|context|read ?me(?: first)?|(?:run|play) ?book|sop|untitled|welcome|introduction|table of contents|contents)[^\p{L}\p{N}]*$/iu
/** "(Title: Name of alert)": what a template asks its reader to fill in. */
const ASKS_FOR_A_NAME =
  /^(?: ?(?:(?:the|insert|enter|your|page|document) )*(?:(?:runbook|alert|incident|service|playbook|page|document|issue|procedure) )?(?:title|name)(?: (?:of|for) (?:(?:the|this|your) )?(?:alert|runbook|service|incident|page|document|issue|playbook|procedure))?(?: (?:goes )?here)?)+$/
/** "Title: Ring full" */
const SAYS_IT_IS_THE_TITLE = /^\W*title\s*[:\uFF1A]\s*(?=\S)/i
const INDEX_FILE = /^_?(?:readme|index)$/i

/** The heading that is the title: the first of level 1, or a first heading of the author's own words; not one that is a key part or a scenario. */
export function titleSectionOf(
  path: string,
  sections: readonly Section[],
  places: readonly ScenarioPlace[],
): Section | undefined {
  const scenarios = new Set(places.map(({ section }) => section.index))
  const [first, second] = sections.filter(({ level, heading }) => level === 1 && !isCountedStep(heading))
  const named = second && IS_A_SENTENCE.test(first?.heading ?? '') && headingNamedAs(path, sections)
  if (named && !scenarios.has(named.index)) return named
  const isPart = first && second && announcesPlainly(first.heading) && !isTopicOfFile(first.heading, path)
  if (first) return scenarios.has(first.index) || isPart ? undefined : first
  const opening = sections.find(({ level }) => level > 0)
  const isNamed = opening !== undefined && (opening.topic === undefined || isAboveAll(opening, sections))
  const usable = isNamed && opening.index <= 1 && !scenarios.has(opening.index)
  return usable && !isOnlyFirst(opening, sections, path) ? opening : undefined
}

/** "## Troubleshoot the relay" above all other headings of the file: it names the page, though it announces a part. */
function isAboveAll({ heading, index, level }: Section, sections: readonly Section[]): boolean {
  const others = sections.slice(index + 1).filter((section) => section.level > 0)
  return others.length > 0 && others.every((section) => section.level > level) && !announcesPlainly(heading)
}

/** "If it is full, rings are dropped." above the heading that is named as the file is no title. */
const IS_A_SENTENCE = /^(?:\S+ ){4,}\S+[.!]$/

function headingNamedAs(path: string, sections: readonly Section[]): Section | undefined {
  return sections.find(({ level, heading }) => level === 1 && slugOf(heading) === slugOf(nameOf(path)))
}

/** "How to recover after a loss of quorum" in "restore-quorum.md": a word of both is of the thing, and of no part. */
function isTopicOfFile(heading: string, path: string): boolean {
  const named = new Set(wordsIn(nameOf(path)))
  return wordsIn(heading).some((word) => named.has(word) && topicOf(word) === undefined)
}

/** A heading that says nothing of the file: below a text that belongs to all of it, or of several side by side a single word ("Conditions"). */
function isOnlyFirst(opening: Section, sections: readonly Section[], path: string): boolean {
  const hasOthers = sections.some(({ index, level }) => index > opening.index && level > 0 && level <= opening.level)
  const hasTextAbove = sections.some(({ level, blocks }) => level === 0 && blocks.length > 0)
  const words = wordsIn(opening.heading)
  if (!hasTextAbove && !(hasOthers && words.length === 1 && !isAlertName(opening.heading))) return false
  const named = new Set(wordsIn(nameOf(path)))
  return !words.some((word) => named.has(word))
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []

/** The title, and where it is from (R1, R4): front matter, heading, file name; what only a template fills is none of them. Never empty. */
export function titleOf(
  path: string,
  frontMatter: RunbookFrontMatter,
  section: Section | undefined,
): Pick<Runbook, 'title' | 'titleFrom'> {
  const { title: given } = frontMatter
  if (given !== undefined && !isOnlyTemplate(given) && !isCopied(given, section?.heading ?? '', path))
    return { title: given, titleFrom: 'front matter' }
  const name = nameOf(path)
  const heading = section?.heading.replace(SAYS_IT_IS_THE_TITLE, '').trim() ?? ''
  if (section && heading !== '' && !(saysNothing(section.heading) && name !== '') && !isOnlyTemplate(section.heading))
    return { title: heading, titleFrom: 'heading' }
  const spaced = name.replace(/[-_]+/g, ' ').trim()
  if (spaced === '') return { title: 'untitled', titleFrom: 'file name' }
  const title = spaced === name ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1)
  return { title, titleFrom: 'file name' }
}

const saysNothing = (heading: string): boolean =>
  SAYS_NOTHING.test(heading) || ASKS_FOR_A_NAME.test(plainHeading(heading))

/** A title that came from another page with its front matter: the heading and the name of the file agree on something else. */
function isCopied(title: string, heading: string, path: string): boolean {
  const name = nameOf(path).toLowerCase()
  const known = name + heading.toLowerCase()
  const isNamed = wordsIn(heading).some((word) => name.includes(word))
  return isNamed && !wordsIn(title).some((word) => known.includes(word))
}

function nameOf(path: string): string {
  const segments = idFromPath(path).split('/')
  return segments.findLast((segment) => segment !== '' && !INDEX_FILE.test(segment)) ?? segments.at(-1) ?? ''
}

/** The id of a runbook that gives none: its path below `runbooks/`, without the ending. */
export function idFromPath(path: string): string {
  const id = withoutEnding(path.replaceAll('\\', '/').replace(/^(?:\.?\/)*(?:runbooks\/)?/, ''))
  return id === '' ? 'untitled' : id
}
