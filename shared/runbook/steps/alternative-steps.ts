import type { Alternative, Section } from '../sections/sections.ts'
import { slugOf } from '../text/slug.ts'
import type { StepDraft } from './draft-list.ts'

type Read = { readonly section: Section; readonly drafts: readonly StepDraft[] }

/** The steps of all sections in order; those of an alternative stand below a step with its name, so that none looks as if it followed another's (R3). */
export function belowAlternatives(read: readonly Read[]): readonly StepDraft[] {
  const held = new Map<Alternative, number>()
  for (const { section, drafts } of read) {
    for (const alternative of section.alternatives) held.set(alternative, (held.get(alternative) ?? 0) + drafts.length)
  }
  const begun = new Set<Alternative>()
  return read.flatMap(({ section, drafts }) => {
    if (drafts.length === 0) return []
    return section.alternatives.reduceRight<readonly StepDraft[]>((below, alternative) => {
      if (begun.has(alternative)) return deeper(below)
      begun.add(alternative)
      return held.get(alternative) === 1 ? named(below, alternative) : headed(below, alternative)
    }, drafts)
  })
}

/** Steps below one that names their alternative; a single one takes its name in front instead. */
export function underAlternative(drafts: readonly StepDraft[], alternative: Alternative): readonly StepDraft[] {
  return drafts.length === 1 ? named(drafts, alternative) : headed(drafts, alternative)
}

function named(drafts: readonly StepDraft[], { text, line }: Alternative): readonly StepDraft[] {
  return drafts.map((draft) => {
    const says = slugOf(text).endsWith(slugOf(draft.text)) ? text : `${text}: ${draft.text}`
    return { ...draft, text: says, line: Math.min(line, draft.line) }
  })
}

function headed(drafts: readonly StepDraft[], { text, line, heading }: Alternative): readonly StepDraft[] {
  const [first] = drafts
  if (!first) return []
  const chain = [...first.above, first.section]
  const place = heading === undefined ? -1 : chain.lastIndexOf(heading)
  const above = place < 0 ? first.above : chain.slice(0, place)
  const head: StepDraft = {
    text,
    prose: text,
    markdown: text,
    commands: [],
    section: place < 0 ? first.section : (chain[place] ?? first.section),
    above,
    line,
    depth: first.depth,
    checkedInSource: false,
    tier: first.tier,
    isAnnounced: true,
    isChoice: true,
  }
  return [head, ...deeper(drafts)]
}

function deeper(drafts: readonly StepDraft[]): readonly StepDraft[] {
  return drafts.map((draft) => ({ ...draft, depth: draft.depth + 1 }))
}
