import { isCountedStep, isNumberedHeading } from '../languages/step-words.ts'
import { sentencesOf } from '../words/sentences.ts'
import type { Topic } from '../words/topic-name.ts'
import {
  areOfOtherSystems,
  holdsBothSides,
  isLoneCase,
  isWay,
  saysItIsAChoice,
  wayKeyOf,
  wordsOfWay,
} from '../words/way-names.ts'
import { countsCases, offersWays } from '../words/ways.ts'
import type { Alternative, Section } from './sections.ts'

/** "2. Restore" comes after what is numbered before it. */
const countsOn = isNumberedHeading
/** "There are three usual reasons." above headings names them; a longer sentence speaks of reasons. */
const LONGEST_OFFER = 80
/** "Emergency procedures" are not done one after the other. */
const GATHERS_TASKS = /\b(?:procedures|operations|tasks|how[ -]?tos?|recipes)\W*$/i
/**
 * The alternatives each section stands within, outermost first (R3): headings side by side that count options, name the means, the platform, the version or the
 * case, or follow a line that counts ways. Read one after the other they would look like one procedure. Which of the `scenarios` it is was chosen already.
 */
export function alternativesOf(
  sections: readonly Section[],
  scenarios: ReadonlySet<number>,
): readonly (readonly Alternative[])[] {
  const found = new Map<number, Alternative>()
  for (const group of siblings(sections)) {
    for (const [index, alternative] of alternativesAmong(group, sections)) {
      if (!scenarios.has(index)) found.set(index, alternative)
    }
  }
  const chains: (readonly Alternative[])[] = []
  for (const { index, parent } of sections) {
    const above = scenarios.has(index) || parent === undefined ? [] : (chains[parent] ?? [])
    const own = found.get(index)
    chains.push(own === undefined ? above : [...above, own])
  }
  return chains
}

/** "Recovery using the console" announces a remedy and is a way all the same. */
const MAY_BE_A_WAY = new Set<Topic | undefined>([undefined, 'mitigation', 'debugging'])

/** Headings below the same heading, at the same level. */
function siblings(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups = new Map<string, Section[]>()
  for (const section of sections) {
    if (section.level === 0 || !MAY_BE_A_WAY.has(section.topic)) continue
    const key = `${section.parent ?? ''} ${section.level}`
    const group = groups.get(key)
    if (group) group.push(section)
    else groups.set(key, [section])
  }
  return [...groups.values()]
}

function alternativesAmong(group: readonly Section[], sections: readonly Section[]): [number, Alternative][] {
  const last = sections[group[0]?.parent ?? -1]?.blocks.at(-1)
  const isOffered = last?.type === 'paragraph' && offersWays(last.inline.text)
  const own = group.filter(({ topic }) => topic === undefined)
  if (own.length > 1 && isOffered && !own.some(({ heading }) => isCountedStep(heading))) return asChoices(own)
  const offered = last?.type === 'paragraph' ? (sentencesOf(last.inline.text).at(-1) ?? '') : ''
  if (own.length > 1 && offered.length <= LONGEST_OFFER && countsCases(offered)) return asNames(own)
  const holder = sections[group[0]?.parent ?? -1]?.heading ?? ''
  const areTasks = own.length > 1 && GATHERS_TASKS.test(holder) && !own.some(({ heading }) => countsOn(heading))
  if (areTasks) return asNames(own)
  const keys = group.map(({ heading }) => wayKeyOf(heading))
  const byKey = new Map<string | undefined, string[]>()
  group.forEach(({ heading }, index) => {
    const same = byKey.get(keys[index])
    if (same) same.push(heading)
    else byKey.set(keys[index], [heading])
  })
  const isCounted = group.some(({ heading }) => countsOn(heading))
  const choices = new Set(
    [...byKey].filter(([key, same]) => same.length > 1 && isChoice(key, same, isCounted)).map(([key]) => key),
  )
  const alike = group.filter((_, index) => choices.has(keys[index]))
  const lone = group.filter(
    ({ heading }, index) =>
      keys[index] === 'case' && byKey.get('case')?.length === 1 && isLoneCase(wordsOfWay(heading)),
  )
  const ways = alike.filter(({ heading }) => isWay(heading))
  const cases = alike.filter(({ heading }) => !isWay(heading))
  return [...asChoices(ways), ...asNames([...cases, ...lone])]
}

function asNames(group: readonly Section[]): [number, Alternative][] {
  return group.map(({ index, heading, line }) => [index, { text: wordsOfWay(heading), line, heading }])
}

/**
 * Whether the headings of one key leave a choice; `isCounted` tells whether any heading beside them is numbered. Of tasks that are opposites both sides must be
 * there, and none of them may be numbered: those follow each other.
 */
function isChoice(key: string | undefined, headings: readonly string[], isCounted: boolean): boolean {
  if (key === undefined) return false
  if (key === 'system') return !isCounted && areOfOtherSystems(headings)
  if (!key.startsWith('opposite ')) return !(key.startsWith('for ') && isCounted)
  return !headings.some((heading) => countsOn(heading)) && holdsBothSides(key, headings)
}

function asChoices(group: readonly Section[]): [number, Alternative][] {
  const choices = choicesOf(group.map(({ heading, line }) => ({ text: wordsOfWay(heading), line })))
  return group.flatMap(({ index }, place): [number, Alternative][] => {
    const choice = choices[place]
    return choice ? [[index, { ...choice, heading: group[place]?.heading ?? '' }]] : []
  })
}

/** Several ways, said so: the first begins with "Either", the others with "Or", unless all of them say it themselves ("Option 1", "If ..."). */
export function choicesOf(labels: readonly Alternative[]): readonly Alternative[] {
  const saySo = labels.every(({ text }) => saysItIsAChoice(text))
  return saySo
    ? labels
    : labels.map(({ text, line }, place) => ({ text: `${place === 0 ? 'Either' : 'Or'}: ${text}`, line }))
}
