import { BOLD_LEVEL, type Section } from './sections.ts'

/** For each section the headings it stands below, outermost first; the one at `title` is that of the file and says nothing about a part of it. */
export function headingsAbove(sections: readonly Section[], title: number | undefined): readonly (readonly string[])[] {
  const chains: (readonly string[])[] = []
  for (const { parent } of sections) {
    const holder = parent === undefined ? undefined : sections[parent]
    const above = holder === undefined ? [] : (chains[holder.index] ?? [])
    const isNone = holder === undefined || holder.index === title || isFact(holder)
    chains.push(isNone ? above : [...above, holder.heading])
  }
  return chains
}

/** A bold "Severity" or "Symptoms" has ended where the next bold line begins, whatever that one announces. */
function isFact({ level, topic }: Section): boolean {
  return level >= BOLD_LEVEL && topic !== undefined && topic !== 'debugging' && topic !== 'mitigation'
}
