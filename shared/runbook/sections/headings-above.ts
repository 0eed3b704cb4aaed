import { bareSaid } from '../text/words-in-source.ts'
import { BOLD_LEVEL, type Section } from './sections.ts'

/**
 * For each section the headings it stands below, outermost first; the one at `title` is that of the file and says nothing about a part of it. A heading that comes again and again at one
 * level ("Actions") stands below the last other one there too, which says of what it is (R3).
 */
export function headingsAbove(sections: readonly Section[], title: number | undefined): readonly (readonly string[])[] {
  const owners = ownersOfRepeated(sections)
  const chains: (readonly string[])[] = []
  for (const { index, parent } of sections) {
    const holder = parent === undefined ? undefined : sections[parent]
    const above = holder === undefined ? [] : (chains[holder.index] ?? [])
    const isNone = holder === undefined || holder.index === title || isFact(holder)
    const chain = isNone ? above : [...above, holder.heading]
    const owner = owners.get(index)
    chains.push(owner === undefined ? chain : [...chain, owner])
  }
  return chains
}

/** For each heading that stands several times below one heading, each time behind another one, the one that it is of. */
function ownersOfRepeated(sections: readonly Section[]): ReadonlyMap<number, string> {
  const sisters = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.level === 0 || section.level >= BOLD_LEVEL) continue
    const key = `${section.parent ?? ''} ${section.level}`
    const own = sisters.get(key)
    if (own) own.push(section)
    else sisters.set(key, [section])
  }
  const owners = new Map<number, string>()
  for (const own of sisters.values()) {
    const times = new Map<string, number>()
    for (const { heading } of own) times.set(bareSaid(heading), (times.get(bareSaid(heading)) ?? 0) + 1)
    let owner: string | undefined
    for (const { index, heading } of own) {
      if (times.get(bareSaid(heading)) === 1) owner = heading
      else if (owner !== undefined) owners.set(index, owner)
    }
  }
  return owners
}

/** A bold "Severity" or "Symptoms" has ended where the next bold line begins, whatever that one announces. */
function isFact({ level, topic }: Section): boolean {
  return level >= BOLD_LEVEL && topic !== undefined && topic !== 'debugging' && topic !== 'mitigation'
}
