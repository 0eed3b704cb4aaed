import type { Step } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import type { Block } from '../text/block.ts'
import { bareSaid } from '../text/words-in-source.ts'
import { sentencesOf } from '../words/sentences.ts'
import { piecesOf } from './pieces.ts'
import { bareLine, calledOut, type Piece, untoldWords } from './untold-words.ts'
import { isWarning, type SectionOfBans } from './warnings.ts'

/** Steps that begin on one line, and all that they say. */
type Place = {
  readonly line: number
  readonly said: string
  /** Its words and commands, each sentence, clause and line for itself. */
  readonly parts: ReadonlySet<string>
  readonly codeLines: readonly number[]
  readonly pieces: Piece[]
}

/**
 * Gives each step what its author says around it and the step does not: why, what to expect, what to apply, warnings, the sentence above the
 * command. A reader of steps is never the only one who knows; whoever runs them reads the same words as whoever reads the file (R3). `sections`
 * are those that the steps were looked for in; what stands under one without a step goes with the step before it, below its heading.
 */
export function withSurroundings(
  steps: readonly Step[],
  sections: readonly SectionOfBans[],
  lines: readonly string[],
): Step[] {
  const places = placesOf(steps)
  for (const section of sections) placeSection(section, lastLineBelow(section, sections), places, lines)
  const byLine = new Map(places.map((place) => [place.line, place]))
  return steps.map((step, index) => {
    const isFirstOfLine = steps[index - 1]?.line !== step.line
    const isLastOfLine = steps[index + 1]?.line !== step.line
    const all = byLine.get(step.line)?.pieces ?? []
    const pieces = all.filter(({ line, isOfAll }) =>
      isOfAll === true || line < step.line ? isFirstOfLine : isLastOfLine,
    )
    return withWords(step, pieces, lines)
  })
}

/** A step with the words of pieces in the order of the text: above its commands, between them, and behind the last one. */
function withWords(step: Step, pieces: readonly Piece[], lines: readonly string[]): Step {
  const { commands } = step
  const above = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const at = piece.isOfAll ? 0 : firstPlace(commands.length, (index) => piece.line <= (commands[index]?.line ?? 0))
    const own = above.get(at)
    if (own) own.push(piece)
    else above.set(at, [piece])
  }
  const wordsAbove = (at: number): string =>
    (above.get(at) ?? [])
      .map((piece, index, some) => untoldWords(piece, lines, some[index - 1]))
      .filter((each, index, all) => each !== '' && each !== all[index - 1])
      .join('\n\n')
  return {
    ...step,
    commands: commands.map((command, at) => {
      const between = at === 0 ? '' : wordsAbove(at)
      return between === '' ? command : { ...command, before: between }
    }),
    before: wordsAbove(0),
    after: commands.length === 0 ? '' : wordsAbove(commands.length),
  }
}

function placesOf(steps: readonly Step[]): readonly Place[] {
  const byLine = new Map<number, Step[]>()
  for (const step of steps) {
    const own = byLine.get(step.line)
    if (own) own.push(step)
    else byLine.set(step.line, [step])
  }
  return [...byLine]
    .map(([line, own]): Place => {
      const words = own.flatMap(({ text, ways }) => [text, ...ways])
      const commands = own.flatMap((step) => step.commands)
      const typed = commands.flatMap(({ text, output }) => [text, ...(output === undefined ? [] : [output])])
      return {
        line,
        said: [...words, ...typed].map(bareSaid).join(' '),
        parts: new Set([
          ...words.flatMap(barePartsOf),
          ...typed.map(bareSaid),
          ...typed.flatMap((text) => text.split('\n').flatMap((each) => [bareSaid(each), bareLine(each)])),
        ]),
        codeLines: [line, ...commands.map((command) => command.line)],
        pieces: [],
      }
    })
    .sort((one, other) => one.line - other.line)
}

/** A text, its sentences, and what its marks part, each as `bareSaid` has it. */
function barePartsOf(text: string): string[] {
  const parts = text
    .split(PARTS)
    .map(bareSaid)
    .filter((part) => part !== '')
  // A name may hold marks itself: as many parts as one may have stand together, too.
  const names = parts.flatMap((_, from) => {
    const found: string[] = []
    for (let at = from, name = ''; at < parts.length; at += 1) {
      name += parts[at]
      if (name.length > LONGEST_NAME) break
      found.push(name)
    }
    return found
  })
  return [...[text, ...text.split(AROUND_CODE), ...sentencesOf(text)].map(bareSaid), ...parts, ...names]
}

/** Between the words in front of code and those behind it. */
const AROUND_CODE = /\s\u2026\s/

/** What parts the words of a step: marks, and what joins two. */
const PARTS =
  /[.,;:!?](?:\s|$)|^(?:Either|Or)\s|[()"\u201C\u201D\uFF0C\u3001\u3002\uFF1A\uFF1B\uFF08\uFF09]|\s[\u2013\u2014-]\s|\s(?:and|or)\s/

/** The last line of a heading and all that stands below it. */
function lastLineBelow({ end, endLine }: Section, sections: readonly Section[]): number {
  const below = sections[firstPlace(sections.length, (at) => (sections[at]?.index ?? end) >= end) - 1]
  return Math.max(endLine, below?.endLine ?? 0)
}

function placeSection(
  section: SectionOfBans,
  lastLine: number,
  places: readonly Place[],
  lines: readonly string[],
): void {
  const next = firstPlace(places.length, (at) => lineAt(places, at) >= section.line)
  const first = firstPlace(places.length, (at) => lineAt(places, at) > (section.holds?.from ?? 0))
  // Behind the last step a ban would be read too late.
  if (section.holds && first < next && lineAt(places, next) > section.holds.to) {
    for (const piece of section.blocks.flatMap((block) => piecesOf(block, lines)))
      places[first]?.pieces.push({ ...piece, untold: new Set(piece.told), isOfAll: true })
    return
  }
  const holdsStep = lineAt(places, next) <= section.endLine
  const leadsToStep = lineAt(places, next) <= lastLine
  let at = leadsToStep ? next : Math.max(0, next - 1)
  const untold: Piece[] = []
  const goals = holdsStep ? leadsOnTo(section.blocks, lines, (line) => isPlace(places, line)) : []
  section.blocks.forEach((block, index) => {
    const leadsOn = goals[index]
    for (const piece of piecesOf(block, lines)) {
      while (holdsStep && lineAt(places, at + 1) <= piece.line) at += 1
      const left = untoldOf(piece, places, at)
      if (left.size === 0) continue
      const nextLine = lineAt(places, at + 1)
      const isBehindStep = lineAt(places, at) <= piece.line
      const isWithin = lineAt(places, at) < piece.line && nextLine <= piece.endLine
      const isLedTo = isBehindStep && leadsOn !== undefined && leadsOn.line <= nextLine && nextLine <= leadsOn.endLine
      const isNext = isWithin || isLedTo || (isBehindStep && isBelowLabel(piece, lineAt(places, at), nextLine))
      const placed = { ...piece, untold: left }
      if (holdsStep) places[isNext ? at + 1 : at]?.pieces.push(placed)
      else untold.push(placed)
    }
  })
  const heading: Piece = { line: section.line, endLine: section.line, type: 'heading', told: [] }
  const needsHeading = !leadsToStep && section.level > 0 && untold[0] !== undefined && untold[0].line > section.line
  if (needsHeading) places[at]?.pieces.push(heading)
  for (const piece of untold) places[at]?.pieces.push(piece)
}

/** What stands in a tab, or below a label, above the first step there is said of that, and not of what stands before. */
function isBelowLabel({ labelled = [] }: Piece, last: number, next: number): boolean {
  return labelled.some(({ line, endLine }) => last < line && next <= endLine)
}

/**
 * For each block the one that it leads to, where it is a warning, a line that leads on, or a quote in a section that begins with one: whoever
 * gets there must read it there, and not at the step before.
 */
function leadsOnTo(
  blocks: readonly Block[],
  lines: readonly string[],
  isStep: (line: number) => boolean,
): readonly (Block | undefined)[] {
  let goal: Block | undefined
  const quotesLead = blocks[0]?.type === 'quote'
  const goals = blocks.map((): Block | undefined => undefined)
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const isFirst = (quotesLead && block.type === 'quote') || isReadFirst(block, lines)
    if (isFirst && !isStep(block.line)) goals[index] = goal
    else goal = block
  }
  return goals
}

function isReadFirst(block: Block, lines: readonly string[]): boolean {
  if (block.type === 'quote') return block.blocks.some((inner) => isReadFirst(inner, lines))
  if (block.type === 'list') return isLoneName(block)
  if (block.type !== 'paragraph') return false
  const { text } = block.inline
  return leadsOn(text) || isWarning(text) || isWarning(calledOut(block.line, lines))
}

/** "- Ring full" above the paragraph that tells of it. */
function isLoneName({ ordered, items }: Block & { type: 'list' }): boolean {
  const [only, second] = items
  const [words, more] = only?.blocks ?? []
  const isOne = !ordered && second === undefined && more === undefined
  return isOne && words?.type === 'paragraph' && leadsOn(words.inline.text)
}

/** A line that does not end as a sentence does: "To remove it:", "File: `ring.yml`", "The oldest rings are found with the following query"; or one that announces an example. */
const leadsOn = (text: string): boolean =>
  (ENDS_OPEN.test(text) && HOLDS_WORDS.test(text)) || ANNOUNCES_AN_EXAMPLE.test(text)

const ENDS_OPEN = /[^.!?\s"'\u2019\u201D)\]]$/u
const HOLDS_WORDS = /\p{L}./su
const ANNOUNCES_AN_EXAMPLE =
  /^(?:as )?(?:an?|another|one more|a further|the (?:first|second|third|next|last)) example\b/i

/** The first of so many places in order that has been reached; their number when none has. A file may have as many headings as steps. */
function firstPlace(count: number, isReached: (at: number) => boolean): number {
  let [from, to] = [0, count]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (isReached(middle)) to = middle
    else from = middle + 1
  }
  return from
}

function isPlace(places: readonly Place[], line: number): boolean {
  return (
    lineAt(
      places,
      firstPlace(places.length, (at) => lineAt(places, at) >= line),
    ) === line
  )
}

function lineAt(places: readonly Place[], index: number): number {
  return places[index]?.line ?? Number.POSITIVE_INFINITY
}

/** The words of a piece that the steps around it do not say: the one above, its own, those that it was cut into, and the one it leads to. */
function untoldOf(
  { type, told, remarks, line, endLine }: Piece,
  places: readonly Place[],
  at: number,
): ReadonlySet<string> {
  let last = at + 1
  while (lineAt(places, last + 1) <= endLine) last += 1
  const near = places.slice(Math.max(0, at - 1), last + 1)
  const said = near.map((place) => place.said).join(' ')
  const isPart = (words: string) => near.some(({ parts }) => parts.has(words))
  if (type === 'code') {
    // Code that no step took may stand in the code of another, and is lost if it is left out for that.
    const isTaken = near.some(({ codeLines }) => codeLines.some((each) => line <= each && each <= endLine))
    // What only a later step types is still to be read here.
    const isAllSaid = near.some((place) => place.line <= line && place.parts.has(told.join('')))
    // A remark on several lines is one name of a step.
    const isOfName = (words: string, at: number) =>
      remarks?.has(words) === true &&
      [words, (told[at - 1] ?? '') + words].some((each) => each.length > LONGEST_NAME && said.includes(each))
    const isSaid = (words: string, at: number) =>
      isPart(words) || isPart(words.replace(/^>/, '')) || isOfName(words, at)
    return new Set(isTaken ? told.filter((words, at) => !isSaid(words, at)) : isAllSaid ? [] : told)
  }
  // A name may stand in a sentence that says something else of it.
  return new Set(told.filter((words) => !(words.length > LONGEST_NAME ? said.includes(words) : isPart(words))))
}

/** Letters and digits of what may be a name in a sentence, and no sentence by itself. */
const LONGEST_NAME = 24
