import type { ScenarioPlace } from './find-scenarios.ts'
import type { Runbook, RunbookFrontMatter } from './runbook.ts'
import { withoutEnding } from './runbook-file.ts'
import type { Section } from './sections.ts'
import { isOnlyTemplate } from './template-tags.ts'

/** "Step 0: ..." is a part of a procedure, whatever its level. */
const STEP = /^\W*(?:step|phase|stage)\s*#?\d/i
const INDEX_FILE = /^_?(?:readme|index)$/i

/** The heading that is the title: the first of level 1, or a first heading of the author's own words; not one that is a key part or a scenario. */
export function titleSectionOf(sections: readonly Section[], places: readonly ScenarioPlace[]): Section | undefined {
  const scenarios = new Set(places.map(({ section }) => section.index))
  const [first, second] = sections.filter(({ level, heading }) => level === 1 && !STEP.test(heading))
  if (first) return scenarios.has(first.index) || (second && first.topic !== undefined) ? undefined : first
  const opening = sections.find(({ level }) => level > 0)
  const usable = opening && opening.index <= 1 && opening.topic === undefined && !scenarios.has(opening.index)
  return usable ? opening : undefined
}

/** The title, and where it is from (R1, R4): front matter, heading, file name; what only a template fills is none of them. Never empty. */
export function titleOf(
  path: string,
  frontMatter: RunbookFrontMatter,
  section: Section | undefined,
): Pick<Runbook, 'title' | 'titleFrom'> {
  if (frontMatter.title !== undefined && !isOnlyTemplate(frontMatter.title))
    return { title: frontMatter.title, titleFrom: 'front matter' }
  if (section && !isOnlyTemplate(section.heading)) return { title: section.heading, titleFrom: 'heading' }
  const segments = idFromPath(path).split('/')
  const name = segments.findLast((segment) => segment !== '' && !INDEX_FILE.test(segment)) ?? segments.at(-1) ?? ''
  const spaced = name.replace(/[-_]+/g, ' ').trim()
  if (spaced === '') return { title: 'untitled', titleFrom: 'file name' }
  const title = spaced === name ? name : spaced.charAt(0).toUpperCase() + spaced.slice(1)
  return { title, titleFrom: 'file name' }
}

/** The id of a runbook that gives none: its path below `runbooks/`, without the ending. */
export function idFromPath(path: string): string {
  const id = withoutEnding(path.replaceAll('\\', '/').replace(/^(?:\.?\/)*(?:runbooks\/)?/, ''))
  return id === '' ? 'untitled' : id
}
