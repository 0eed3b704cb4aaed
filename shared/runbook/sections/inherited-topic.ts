import type { Topic } from '../words/topic-name.ts'
import type { Section } from './sections.ts'

/** The topic a section has, from its own heading or the nearest one above it, not looking above `top`. */
export function inheritedTopic(sections: readonly Section[], section: Section, top = -1): Topic | undefined {
  let current: Section | undefined = section
  let found: Topic | undefined
  while (current && current.index > top) {
    // What is to be done after the incident is no step within it, whatever the heading between.
    if (current.topic === 'afterwards' && current.level > 1) return 'afterwards'
    if (current === section || !isIntroAboveAll(current, sections)) found ??= current.topic
    current = current.parent === undefined ? undefined : sections[current.parent]
  }
  return found
}

/** "Overview" above all that follows, with headings of its own below: it is the title of a page that nobody cut into parts. */
function isIntroAboveAll({ topic, end, index }: Section, sections: readonly Section[]): boolean {
  return topic === 'meaning' && end === sections.length && end > index + MOST_OF_AN_INTRO
}

const MOST_OF_AN_INTRO = 3
