import type { Alternative, Section } from '../sections/sections.ts'
import { slugOf } from '../text/slug.ts'
import type { SectionDrafts, StepDraft } from './draft-list.ts'

/**
 * The steps of all sections in order; those of an alternative stand below a heading with its name, so that none looks as if it followed another's (R3). A
 * name is nothing to do and so no step; a single step has it in front.
 */
export function belowAlternatives(read: readonly SectionDrafts[]): readonly StepDraft[] {
  const held = new Map<Alternative, number>()
  for (const { section, drafts } of read) {
    for (const alternative of section.alternatives) held.set(alternative, (held.get(alternative) ?? 0) + drafts.length)
  }
  return read.flatMap(({ section, drafts }) =>
    section.alternatives.reduceRight<readonly StepDraft[]>(
      (below, alternative) => (held.get(alternative) === 1 ? named(below, alternative) : headed(below, alternative)),
      drafts,
    ),
  )
}

/** Steps below a heading that names their alternative; a single one takes its name in front instead. */
export function underAlternative(drafts: readonly StepDraft[], alternative: Alternative): readonly StepDraft[] {
  return drafts.length === 1 ? named(drafts, alternative) : headed(drafts, alternative)
}

/** Steps that were read in a tab of a section, as if its label were a heading, below the name of the way that the tab is. */
export function underTab(
  drafts: readonly StepDraft[],
  section: Section,
  choice: Alternative | undefined,
): readonly StepDraft[] {
  const isHeaded = choice !== undefined && drafts.length > 1
  const placed = drafts.map((draft) => {
    const within = [...draft.above, draft.section].slice(section.above.length + 1)
    const chain = [...section.above, section.heading, ...(isHeaded ? [choice.text] : []), ...within]
    return { ...draft, above: chain.slice(0, -1), section: chain.at(-1) ?? '' }
  })
  return choice === undefined
    ? placed
    : underAlternative(placed, isHeaded ? { ...choice, heading: choice.text } : choice)
}

/** Steps that have the name of their alternative in front. */
export function named(drafts: readonly StepDraft[], { text }: Alternative): readonly StepDraft[] {
  return drafts.map((draft) => {
    const says = endsInWords(slugOf(text), slugOf(draft.text)) ? text : `${text}: ${draft.text}`
    return { ...draft, text: says }
  })
}

/** "Undrain" does not end in "Drain"; scripts without blanks have no ends of words. */
function endsInWords(text: string, words: string): boolean {
  return text.endsWith(words) && (/^\p{Lo}/u.test(words) || !/[\p{L}\p{N}]$/u.test(text.slice(0, -words.length)))
}

/** The name stands in place of the author's heading that it was made of, else below it. */
function headed(drafts: readonly StepDraft[], { text, heading }: Alternative): readonly StepDraft[] {
  return drafts.map((draft) => {
    const chain = draft.section === '' ? [...draft.above] : [...draft.above, draft.section]
    const place = heading === undefined ? -1 : chain.lastIndexOf(heading)
    chain.splice(place < 0 ? chain.length : place, 1, text)
    return { ...draft, above: chain.slice(0, -1), section: chain.at(-1) ?? text, ways: [text, ...(draft.ways ?? [])] }
  })
}
