import { commandsAt } from '../commands/shown-output.ts'
import { onlyCode, spanCommands } from '../commands/span-commands.ts'
import { itemCommands, itemText } from '../passages/step-items.ts'
import { inheritedTopic } from '../sections/inherited-topic.ts'
import type { Section } from '../sections/sections.ts'
import { isAside } from '../steps/asides.ts'
import { opensACase } from '../steps/case-ways.ts'
import { DraftList, type SectionDrafts, type StepDraft } from '../steps/draft-list.ts'
import { ordersInTurn } from '../steps/extract-steps.ts'
import { headingAsStep, isOrderItself, withHeadingsAboveHeadings } from '../steps/heading-steps.ts'
import type { Topic } from '../words/topic-name.ts'
import { isKeptOut, passageAsks } from './kept-out.ts'
import { lightDrafts } from './light-drafts.ts'
import { codeOf, holdsLineOf, type Passage, passagesOf } from './passage.ts'
import { Scale } from './scale.ts'
import { withTypedCode } from './typed-code.ts'

/** What words that ask for something must weigh to be a step that the rules overlooked: odds of about three to one. */
const LIKELY = 1
/** Words that ask for nothing are one only where all else speaks for it: seven to one. */
export const ALL_BUT_SURE = 2

/**
 * The drafts that the rules found, and with them what they overlooked (R3): each passage they passed over is weighed by all that is told of it at once. `open`
 * are the sections in which such steps may stand, `sections` those of the file, `least` what words that ask for something must weigh.
 */
export function weighedDrafts(
  found: readonly SectionDrafts[],
  open: readonly Section[],
  sections: readonly Section[],
  lines: readonly string[],
  least = LIKELY,
): readonly SectionDrafts[] {
  const read = new Map(found.map((one) => [one.section.index, one]))
  const said = linesSaid(found)
  const mayHold = new Set(open)
  const isAlone = found.flatMap(({ drafts }) => drafts).length < 2
  const places = new Set([...read.keys(), ...open.map(({ index }) => index)])
  const weighed = [...places]
    .sort((one, other) => one - other)
    .flatMap((place) => {
      const section = sections[place]
      if (section === undefined) return []
      const own = read.get(place)
      if (!mayHold.has(section)) return own ?? []
      const topic = inheritedTopic(sections, section)
      const scale = new Scale(section, topic)
      // A heading that is the step itself is told by what stands below it.
      const isHeading = own?.drafts.some(({ tier }) => tier === 'heading') === true
      const passages = isHeading ? [] : passagesOf(section, lines)
      const mayBeLight = own && !isAlone && MAY_BE_LIGHT.has(topic)
      const light = mayBeLight ? lightDrafts(own.drafts, passages, scale) : new Set()
      const left = unsaid(passages, said, own?.drafts ?? [])
      const overlooked = left.filter(
        (passage) =>
          !isKeptOut(passage, section, topic, said) &&
          ((least === LIKELY && isInTurn(passage, section)) ||
            scale.weigh(passage) > (passageAsks(passage) ? least : ALL_BUT_SURE)),
      )
      const kept = (own?.drafts ?? []).filter((draft) => !light.has(draft))
      const all = withOverlooked(
        kept,
        withCasesAbove(left, withCommandsBelow(left, overlooked)),
        own?.section ?? section,
        lines,
      )
      const drafts = isHeading ? all : withTypedCode(all, own?.section ?? section, topic, said, lines)
      const mayBeItself = MAY_BE_LIGHT.has(topic) && isOrderItself(section)
      const tried =
        mayBeItself && drafts[0] && saysItWasTried(drafts[0]) ? headingAsStep(section, lines, drafts[0].line) : []
      const isItself = mayBeItself && drafts.every(isAside)
      return {
        section: own?.section ?? section,
        drafts: isItself ? headingAsStep(section, lines) : [...tried, ...drafts],
      }
    })
  const mayBeStep = ({ section }: SectionDrafts) => {
    const topic = inheritedTopic(sections, section)
    return topic === undefined ? read.has(section.index) : MAY_BE_LIGHT.has(topic)
  }
  return withHeadingsAboveHeadings(weighed, mayBeStep, open[0]?.index, lines)
}

/** "First make a ring of it", "The final step is to name it" below a heading of the author's own words: others come before or behind it. */
function isInTurn({ item, inline }: Passage, { topic, level }: Section): boolean {
  return item === undefined && topic === undefined && level > 1 && ordersInTurn(inline.prose)
}

/** Elsewhere, as below an impact or causes, the rules take only what plainly is a step. */
const MAY_BE_LIGHT = new Set<Topic | undefined>(['debugging', 'mitigation', undefined])

/** "If restarting has not helped, drain it." as the first step below "Ask the partner to restart it": the heading is done before. */
const saysItWasTried = ({ text }: StepDraft): boolean => WAS_TRIED.test(text)
const WAS_TRIED =
  /^if (?:this|that|it|doing so|[a-zà-ÿ]+ing\b[^,.]{0,60}?) (?:still )?(?:(?:has|did|does)(?: still)?(?: not|n['\u2019]t)|(?:has )?fail(?:s|ed)|(?:is|was) not enough)\b/i

/** What was overlooked, with what is typed for it: items below an item that are nothing but a command ask for nothing by themselves. */
function withCommandsBelow(passages: readonly Passage[], overlooked: readonly Passage[]): readonly Passage[] {
  const chosen = new Set(overlooked)
  const holders = new Set(overlooked.flatMap(({ item, line }) => (item ? [line] : [])))
  const isTyped = ({ item, holder }: Passage): boolean =>
    item !== undefined &&
    holders.has(holder?.line ?? 0) &&
    onlyCode(item) !== undefined &&
    itemCommands(item).length > 0
  return passages.filter((passage) => chosen.has(passage) || isTyped(passage))
}

/** What was overlooked, with the cases that it stands in: "If the ring is late:" is nothing to do, but says when. */
function withCasesAbove(passages: readonly Passage[], overlooked: readonly Passage[]): readonly Passage[] {
  const chosen = new Set(overlooked)
  const holders = new Set<number | undefined>()
  return passages
    .toReversed()
    .filter((passage) => {
      const isTaken = chosen.has(passage) || (holders.has(passage.line) && opensACase(passage.inline.text))
      if (isTaken) holders.add(passage.holder?.line)
      return isTaken
    })
    .reverse()
}

/** The lines on which a draft or one of its commands begins, and those of drafts that were dismissed. */
function linesSaid(found: readonly SectionDrafts[]): ReadonlySet<number> {
  return new Set(
    found.flatMap(({ drafts, dismissed = [] }) => [
      ...dismissed,
      ...drafts.flatMap(({ line, commands }) => [line, ...commands.map((command) => command.line)]),
    ]),
  )
}

/** The passages that no draft stands on, holds the code of, or has within its own words. */
function unsaid(passages: readonly Passage[], said: ReadonlySet<number>, drafts: readonly StepDraft[]) {
  let at = 0
  return passages.filter((passage) => {
    while (at < drafts.length && (drafts[at]?.line ?? 0) <= passage.line) at += 1
    const code = codeOf(passage)
    if (holdsLineOf(passage, said) || (code && holdsLineOf(code, said))) return false
    const words = passage.inline.text.slice(0, LONG_ENOUGH)
    const above = drafts[at - 1]?.text ?? ''
    return above !== words && (words.length <= TOO_SHORT || !above.includes(words))
  })
}

/** So much of a text is told from any other. */
const LONG_ENOUGH = 40
const TOO_SHORT = 12

/** All of them in document order; what stands within an item that is a step is one deeper. */
function withOverlooked(
  kept: readonly StepDraft[],
  overlooked: readonly Passage[],
  section: Section,
  lines: readonly string[],
): readonly StepDraft[] {
  const depths = new Map(kept.map(({ line, depth }) => [line, depth]))
  const all: StepDraft[] = []
  let next = 0
  for (const passage of overlooked) {
    for (let draft = kept[next]; draft && draft.line < passage.line; draft = kept[next]) {
      all.push(draft)
      next += 1
    }
    const depth = (depths.get(passage.holder?.line ?? 0) ?? -1) + 1
    const drafts = draftsOf(passage, section, lines).filter((draft) => !isAside(draft))
    for (const draft of drafts) {
      depths.set(draft.line, depth)
      all.push({ ...draft, depth })
    }
  }
  return [...all, ...kept.slice(next)]
}

function draftsOf(passage: Passage, section: Section, lines: readonly string[]): readonly StepDraft[] {
  const { item, inline, line, blocks, at } = passage
  const list = new DraftList(section, lines)
  if (!item) {
    list.begin('prose')
    const commands = [...spanCommands(blocks.slice(at, at + 1)), ...commandsAt(blocks, at + 1)]
    list.addParagraph(inline, commands, line, codeOf(passage)?.endLine ?? passage.endLine)
    return list.all
  }
  const commands = itemCommands(item)
  const text = itemText(item, commands)
  if (text === '') return []
  list.begin(passage.list?.ordered ? 'ordered' : 'bullets')
  const below = item.blocks.find(({ type }) => type === 'list')
  const endLine = below ? Math.max(line, below.line - 1) : item.endLine
  const isMarked = passage.list?.ordered === true || item.task !== 'none'
  const checkedInSource = item.task === 'done'
  list.add({ text, prose: inline.prose, commands, line, endLine, depth: 0, checkedInSource, isMarked })
  return list.all
}
