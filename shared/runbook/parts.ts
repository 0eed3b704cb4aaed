import type { PartKind, RunbookPart } from './runbook.ts'
import type { ScenarioPlace } from './scenarios/find-scenarios.ts'
import type { Section } from './sections/sections.ts'
import { partKindOf } from './words/topic.ts'

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
  const parts: { kind: PartKind; section: Section; end: number }[] = []
  for (const section of sections) {
    const current = parts.at(-1)
    const scenario = scenarioOf.get(section.index)
    const inside = current !== undefined && section.index < current.end
    const belongs =
      inside &&
      (current.kind === 'scenarios' ||
        (scenario?.index !== section.index && (section.topic === undefined || scenario !== undefined)))
    if (belongs || current?.section.line === section.line) continue
    const kind = scenario ? 'scenarios' : partKindOf(section.topic)
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
