import type { PartKind, RunbookPart } from './runbook.ts'
import type { ScenarioPlace } from './scenarios/find-scenarios.ts'
import type { Section } from './sections/sections.ts'
import type { Block } from './text/block.ts'
import { isStatement } from './words/sentences.ts'
import { announcesPlainly, partKindOf, plainHeading } from './words/topic.ts'

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

/**
 * The parts by what their words say where no heading announces it (R2): one of the author's own words that orders a look or a remedy is of the diagnosis or the
 * remedy, and what a page begins with tells what it is about.
 */
export function namedParts(parts: readonly RunbookPart[], sections: readonly Section[]): RunbookPart[] {
  const byLine = new Map(sections.map((section) => [section.line, section]))
  return parts.map((part) => {
    const section = byLine.get(part.line)
    return part.kind === 'other' && section?.topic === undefined && section !== undefined
      ? { ...part, kind: kindByWords(section) }
      : part
  })
}

function kindByWords({ heading, index, level, blocks }: Section): PartKind {
  if (level === 0 || (level === 1 && index <= 1)) return onlyTells(blocks) ? 'meaning' : 'other'
  const words = plainHeading(heading)
  if (LOOKS.test(words)) return 'debugging'
  if (MENDS.test(words) && !NAMES_A_PROPERTY.test(words)) return 'mitigation'
  return BY_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}

/** "Identify long-running queries", "How to check the replication", "Finding the cause" */
const LOOKS =
  /^(?:how to |steps to )?(?:check|identify|find(?: out)?|investigate|inspect|diagnose|determine|locate|look (?:at|for|into)|view|examine|debug|confirm(?:ing)? (?:the )?(?:cause|problem|issue|trouble|alert|root)|(?:detect|find|identify|check|inspect|locat|determin|examin|view)ing) \S/
/** "Recover the cluster", "Replacing a disk", "Failed disk replacement", "Solution 2" */
const MENDS =
  /^(?:how to |steps to )?(?:recover|restore|repair|fix|resolve|mitigate|roll ?back|revert|restart|reboot|replace|fail ?over|kill|cancel|unblock|unlock|resume|rebuild|reset|handling|(?:recover|restor|repair|fix|resolv|mitigat|revert|restart|reboot|replac|cancel|unblock|unlock|rebuild|resett)ing)(?: \S|$)|^(?:solution|fix|workaround|resolution|remedy) (?:\d+|[a-h])\b|\b(?:handling (?:plan|procedure)|replacement)$/
/** What a heading names by some of its words only. */
const BY_WORDS: readonly (readonly [PartKind, RegExp])[] = [
  [
    'escalation',
    /^(?:getting |get |further )?support$|^owner(?:s|ship)?$|^on call(?: \p{L}+)?$|^who (?:owns|maintains)\b/u,
  ],
  ['impact', /\bimpacts?$|^risks?$/],
  [
    'meaning',
    /\bat a glance$|^what (?:\P{L}?\p{L}+\P{L}? ){1,4}means?$|^(?:alert|alerting) (?:conditions?|rules?|thresholds?|logic|expression)$|^explanation$/u,
  ],
]

/** "Resume behavior", "Failover architecture" */
const NAMES_A_PROPERTY =
  / (?:behaviou?r|types?|architecture|polic(?:y|ies)|model|concept|overview|strategy|times?|objectives?|metrics|history)$/

function onlyTells(blocks: readonly Block[]): boolean {
  const [first] = blocks.filter(({ type }) => type !== 'quote')
  const tells =
    first?.type === 'paragraph' && isStatement(first.inline.prose) && first.inline.text.split(' ').length > 7
  return tells && blocks.every(({ type }) => type === 'paragraph' || type === 'quote')
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
