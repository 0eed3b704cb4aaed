import type { PartKind, RunbookPart } from './runbook.ts'
import type { ScenarioPlace } from './scenarios/find-scenarios.ts'
import type { Section } from './sections/sections.ts'
import { announcesPlainly, partKindOf } from './words/topic.ts'

/**
 * Gathers sections into parts (R2): a heading that announces something, or that stands below nothing but the title, begins a part, and what
 * stands below it belongs to it. The parts hold every line of the body.
 */
export function partsOf(
  sections: readonly Section[],
  places: readonly ScenarioPlace[],
  title: Section | undefined,
  lines: readonly string[],
): RunbookPart[] {
  const scenarioOf = new Map<number, Section>()
  for (const { section } of places) {
    for (let index = section.index; index < section.end; index += 1) scenarioOf.set(index, section)
  }
  const openings = openingsOf(sections, title)
  const parts: { kind: PartKind; section: Section; end: number }[] = []
  for (const section of sections) {
    const current = parts.at(-1)
    const scenario = scenarioOf.get(section.index)
    const inside = current !== undefined && section.index < current.end
    const opening = openings[section.index]
    const isOwn = opening?.topic !== undefined && opening.index === section.index
    const belongs =
      inside &&
      (current.kind === 'scenarios' || (scenario?.index !== section.index && (!isOwn || scenario !== undefined)))
    if (belongs || current?.section.line === section.line) continue
    const kind = scenario ? 'scenarios' : partKindOf(opening?.topic)
    const end = section === title && kind === 'other' ? section.index + 1 : section.end
    parts.push({ kind, section, end })
  }
  return parts
    .map(({ kind, section }, index) => {
      const next = parts[index + 1]?.section.line
      const endLine = next === undefined ? lines.length : Math.max(section.line, next - 1)
      const markdown = lines
        .slice(section.line - 1, endLine)
        .join('\n')
        .trimEnd()
      return { kind, heading: section.heading, level: section.level, line: section.line, endLine, markdown }
    })
    .filter(({ level, markdown }) => level > 0 || markdown.trim() !== '')
}

/** For each section the one that announces what it is about: itself, or the nearest above. */
function openingsOf(sections: readonly Section[], title: Section | undefined): readonly (Section | undefined)[] {
  const openings: (Section | undefined)[] = []
  for (const section of sections) {
    const above = section.parent === title?.index ? undefined : openings[section.parent ?? -1]
    const staysBelow = above !== undefined && holdsAlso(above, section) && !announcesPlainly(section.heading)
    openings.push(section.topic === undefined || staysBelow ? above : section)
  }
  return openings
}

/** "Investigate the ring" below "Mitigation" is a part of it; a remedy told within a diagnosis is one of its own. */
function holdsAlso(above: Section, { topic }: Section): boolean {
  return (topic === 'debugging' || topic === 'mitigation') && (above.topic === topic || above.topic === 'mitigation')
}
