import type { Runbook, RunbookFrontMatter } from './runbook.ts'
import type { ScenarioPlace } from './scenarios/find-scenarios.ts'
import { isAlertName } from './scenarios/scenario-names.ts'
import type { Section } from './sections/sections.ts'
import { withoutEnding } from './text/runbook-file.ts'
import { isOnlyTemplate } from './text/template-tags.ts'

/** "Step 0: ..." is a part of a procedure, whatever its level. */
const STEP = /^\W*(?:step|phase|stage)\s*#?\d/i
/** What is written above any page: it calms, greets, or tells what kind of page it is. */
const SAYS_NOTHING =
  /^[^\p{L}\p{N}]*(?:(?:do not|don[\u2019']?t) panic|(?:keep|stay) calm.*|help|read ?me(?: first)?|(?:run|play) ?book|sop|untitled|welcome|introduction|table of contents|contents)[^\p{L}\p{N}]*$/iu
const INDEX_FILE = /^_?(?:readme|index)$/i

/** The heading that is the title: the first of level 1, or a first heading of the author's own words; not one that is a key part or a scenario. */
export function titleSectionOf(
  path: string,
  sections: readonly Section[],
  places: readonly ScenarioPlace[],
): Section | undefined {
  const scenarios = new Set(places.map(({ section }) => section.index))
  const [first, second] = sections.filter(({ level, heading }) => level === 1 && !STEP.test(heading))
  if (first) return scenarios.has(first.index) || (second && first.topic !== undefined) ? undefined : first
  const opening = sections.find(({ level }) => level > 0)
  const usable = opening && opening.index <= 1 && opening.topic === undefined && !scenarios.has(opening.index)
  return usable && !isOnlyFirst(opening, sections, path) ? opening : undefined
}

/** The first of several headings side by side that says nothing of the file: below a text that belongs to all of them, or a single word ("Conditions"). */
function isOnlyFirst(opening: Section, sections: readonly Section[], path: string): boolean {
  const hasOthers = sections.some(({ index, level }) => index > opening.index && level > 0 && level <= opening.level)
  const hasTextAbove = sections.some(({ level, blocks }) => level === 0 && blocks.length > 0)
  const words = wordsIn(opening.heading)
  if (!hasOthers || !(hasTextAbove || (words.length === 1 && !isAlertName(opening.heading)))) return false
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
  if (frontMatter.title !== undefined && !isOnlyTemplate(frontMatter.title))
    return { title: frontMatter.title, titleFrom: 'front matter' }
  const name = nameOf(path)
  const saysNothing = section && SAYS_NOTHING.test(section.heading) && name !== ''
  if (section && !saysNothing && !isOnlyTemplate(section.heading))
    return { title: section.heading, titleFrom: 'heading' }
  const spaced = name.replace(/[-_]+/g, ' ').trim()
  if (spaced === '') return { title: 'untitled', titleFrom: 'file name' }
  const title = spaced === name ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1)
  return { title, titleFrom: 'file name' }
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
