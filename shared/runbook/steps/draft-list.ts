import { textOfCommand } from '../commands/command-in-words.ts'
import { isOneOfAKind } from '../commands/span-commands.ts'
import { CODE_MARK } from '../languages/code-mark.ts'
import { instructionsIn, withoutIntroduction } from '../passages/step-paragraphs.ts'
import type { Command } from '../runbook.ts'
import { choicesOf } from '../sections/alternatives.ts'
import type { Section } from '../sections/sections.ts'
import type { Block, Inline } from '../text/block.ts'
import { linesOfSentences } from '../text/words-in-source.ts'
import { asksForAction, firstAction, firstActionInItsCase, fromFirstAction, sentencesOf } from '../words/sentences.ts'
import { withoutNumber } from '../words/topic.ts'
import { leadsToWays } from '../words/ways.ts'
import { POINTS_AT_CODE } from './code-leads.ts'

/** A step before it has its id: what the words rules need is still at hand. */
export type StepDraft = {
  readonly text: string
  readonly prose: string
  markdown: string
  /** Its own: more are added while the list is read. */
  readonly commands: Command[]
  readonly section: string
  readonly above: readonly string[]
  readonly line: number
  readonly depth: number
  readonly checkedInSource: boolean
  readonly tier: Tier
  /** It stands in a list that was announced as what to check or to do: a step, whatever its words. */
  readonly isAnnounced?: boolean
  /** It carries a number or a box: a step, whatever its words. */
  readonly isMarked?: boolean
  /** It only tells in short what comes: no step where that is told in full. */
  isOverview?: boolean
  /** The ways and cases it is told for, outermost first: other steps stand below the others. */
  readonly ways?: readonly string[]
}

/** A section with the drafts that were found in it, and the lines of those that only go with others. */
export type SectionDrafts = {
  readonly section: Section
  readonly drafts: readonly StepDraft[]
  readonly dismissed?: readonly number[]
}

/** What makes the steps of a section, best first (R3). */
export type Tier = 'tasks' | 'ordered' | 'bullets' | 'code' | 'heading' | 'prose' | 'terms'

/** What a step is made of, and the last line it stands on. */
type NewDraft = Omit<StepDraft, 'commands' | 'markdown' | 'section' | 'above' | 'tier'> & {
  readonly commands: readonly Command[]
  readonly endLine: number
}

/** What a step at the top of a list is made of. */
type TopStep = Pick<NewDraft, 'text' | 'prose' | 'commands' | 'line'>

const LONG_TEXT = 220
/** "**2. Drain it:** open the board" */
const NUMBERED = /^\d{1,2}[.)]\s/
/** "You can leave out the name." behind an order */
const IS_AN_OPTION = /^(?:you|we) (?:can|may|could|might)\b(?!.*\b(?:run|execute|type)$).*[^:\uFF1A]$/i
/** "You can see it on the board.", "Use this flag for all rings."; "You can also delete it" is another order. */
const IS_A_MEANS =
  /^(?:you|we) (?:can|could)\b(?! (?:also|then|now|check|verify|confirm|validate|download|run)\b)|^(?:this|that) can be (?:done|achieved) (?:by|with|using|via|in)\b|^do (?:this|that|so) (?:by|with|using|via|in)\b|^to do (?:this|that|so),? (?:you|we) (?:can|could)\b|^use (?:this|that|the same) (?:flag|option|parameter|setting|switch|argument)s?\b/i
/** "Open the rings. E.g.: for `ring-b` use the command below:" */
const IS_AN_EXAMPLE = /^(?:e\.?g\b|for (?:example|instance)\b)/i
/** "See the book." behind an order says where it is told. */
const POINTS =
  /^(?:please )?(?:also )?(?:see|refer to|consult)(?: also)? (?!(?:if|whether|what|how|which|who|where)\b)\S+(?: \S+){0,3}$/i
/** "If the ring is lost, it is critical. Roll back at once.": the order holds in the case before it only. */
const SAYS_WHEN = /^(?:if|unless|in case|when|only)\b/i

/** The drafts of one section in document order, each with the source lines it stands on. `lines` are those of the file. */
export class DraftList {
  readonly section: Section
  readonly lines: readonly string[]
  private drafts: StepDraft[] = []
  private tier: Tier = 'tasks'

  constructor(section: Section, lines: readonly string[]) {
    this.section = section
    this.lines = lines
  }

  /** Begins anew for another kind of step. */
  begin(tier: Tier): void {
    this.drafts = []
    this.tier = tier
  }

  get kind(): Tier {
    return this.tier
  }

  get last(): StepDraft | undefined {
    return this.drafts.at(-1)
  }

  /** Whether the last step is one of a paragraph, or of a sentence of it. */
  endsIn({ line, endLine }: { readonly line: number; readonly endLine: number }): boolean {
    const at = this.last?.line ?? 0
    return line <= at && at <= endLine
  }

  get all(): readonly StepDraft[] {
    return this.drafts
  }

  add(draft: NewDraft): StepDraft {
    const { endLine, ...rest } = draft
    const added = {
      ...rest,
      commands: [...rest.commands],
      tier: this.tier,
      section: this.section.heading,
      above: this.section.above,
      markdown: this.slice(draft.line, endLine),
    }
    this.drafts.push(added)
    return added
  }

  /** Takes in a draft that was made elsewhere. */
  adopt(draft: StepDraft): void {
    this.drafts.push(draft)
  }

  addTop(step: TopStep, endLine: number, depth = 0): void {
    if (step.text !== '') this.add({ ...step, endLine, depth, checkedInSource: false })
  }

  /** A paragraph as a step: each of its sentences when all of them are instructions, else the parts that ask for something. */
  addParagraph(inline: Inline, commands: readonly Command[], line: number, endLine: number): void {
    const told = withoutIntroduction(NUMBERED.test(inline.lead) ? withoutNumber(inline.text) : inline.text)
    const instructions = instructionsIn(told)
    const asked = withWhatItMeans(
      told,
      firstAction(told) === undefined ? told : fromFirstCommand(told, fromFirstAction(told), commands),
    )
    const sentences = instructions.length > 0 || asked.length <= LONG_TEXT ? instructions : sentencesOf(asked)
    const named = commands.filter(({ text }) => told.includes(text))
    const lead = named.length > 0 && named.length < commands.length ? sentences.at(-1) : undefined
    const isTold = (sentence: string) =>
      asksForAction(withCodeInFront(sentence, inline.codes)) ||
      (sentence === lead && /[:\uFF1A]$/.test(sentence)) ||
      named.some(({ text }) => sentence.includes(text))
    const steps = sentences.filter(isTold)
    if (steps.length > 1) {
      this.addInstructions(sentences, new Set(steps), commands, line, endLine)
      return
    }
    const short = asked.length <= LONG_TEXT ? asked : (firstActionInItsCase(asked) ?? this.nameOf(sentences) ?? asked)
    const said = commands.length === 0 ? withoutBareLead(short) : short
    const text = said.replace(/\s*:$/, '') || textOfCommand(commands)
    const [begins = line] = linesOfSentences([short], { line, endLine }, this.lines)
    this.addTop({ text, prose: inline.prose, commands, line: begins }, endLine)
  }

  /** A long text that asks for nothing is named by its last sentence when that leads to the code, else by a heading of the author's own words. */
  private nameOf(sentences: readonly string[]): string | undefined {
    const { topic, heading } = this.section
    const leads = /[:\uFF1A]$/.test(sentences.at(-1) ?? '')
    return leads || sentences.length < 2 || topic !== undefined || heading === ''
      ? sentences.at(-1)
      : withoutNumber(heading)
  }

  /** More of the last step: commands, and the lines they stand on. */
  extend(commands: readonly Command[], line: number, endLine: number): void {
    if (!this.last) return
    const { text, commands: own } = this.last
    const [named] = own
    if (named !== undefined && own.length === 1 && isOneOfAKind(named.text, commands, text)) own.pop()
    for (const command of commands) own.push(command)
    this.last.markdown += `\n\n${this.slice(line, endLine)}`
  }

  /** A step for each sentence that asks for something; a command goes to the sentence that names it, or to the one before that, else to the one that points at code, else to the last. */
  private addInstructions(
    sentences: readonly string[],
    steps: ReadonlySet<string>,
    commands: readonly Command[],
    line: number,
    endLine: number,
  ): void {
    const left = new Set(commands)
    const groups: { text: string; own: Command[] }[] = []
    let condition = ''
    for (const sentence of sentences) {
      const asks =
        steps.has(sentence) && (groups.length === 0 || asksForAction(sentence) || /[:\uFF1A]$/.test(sentence))
      if (asks) groups.push({ text: SAYS_WHEN.test(sentence) ? sentence : `${condition}${sentence}`, own: [] })
      condition = !asks && SAYS_WHEN.test(sentence) ? `${sentence} ` : ''
      for (const command of left) {
        if (groups.length === 0 || !sentence.includes(command.text)) continue
        left.delete(command)
        groups.at(-1)?.own.push(command)
      }
    }
    withMeans(groups)
    const leading =
      groups.findLast(({ text }) => POINTS_AT_CODE.test(text)) ??
      groups.findLast(({ text }) => !IS_AN_OPTION.test(text)) ??
      groups.at(-1)
    for (const command of left) leading?.own.push(command)
    const told = groups.map(({ text }) => text)
    const begins = linesOfSentences(told, { line, endLine }, this.lines)
    groups.forEach(({ text, own }, index) => {
      const at = begins[index] ?? line
      const step = { text: text.replace(/\s*:$/, ''), prose: text, commands: own, line: at }
      this.addTop(step, begins[index + 1] ?? endLine)
    })
  }

  /** Where a line leads to a list of ways, none of its items, from a place on, may look as if it followed another. */
  nameWays(lead: Block | undefined, from: number): void {
    if (lead?.type !== 'paragraph' || !leadsToWays(lead.inline.text)) return
    const least = Math.min(...this.drafts.slice(from).map(({ depth }) => depth))
    const ways = this.drafts.flatMap((draft, at) => (at >= from && draft.depth === least ? [{ draft, at }] : []))
    const choices = ways.length > 1 ? choicesOf(ways.map(({ draft: { text, line } }) => ({ text, line }))) : []
    for (const [place, { draft, at }] of ways.entries())
      this.drafts[at] = { ...draft, text: choices[place]?.text ?? draft.text }
  }

  private slice(line: number, endLine: number): string {
    return withoutMarker(this.lines.slice(line - 1, Math.max(line, endLine)))
  }
}

/** "`drain` waits for the readers": a name in code that would be a verb in words. */
function withCodeInFront(sentence: string, codes: readonly string[]): string {
  const code = codes.find((each) => sentence.startsWith(`${each} `))
  return code === undefined ? sentence : CODE_MARK + sentence.slice(code.length)
}

/** What is left out in front of the first order is kept from a sentence on that names a command of the step: otherwise that would stand below other words. */
function fromFirstCommand(told: string, asked: string, commands: readonly Command[]): string {
  const before = sentencesOf(told.slice(0, told.length - asked.length))
  const from = before.findIndex((sentence) => commands.some(({ text }) => sentence.includes(text)))
  return from < 0 ? asked : [...before.slice(from), asked].join(' ')
}

/** "The path may be slow. You can see this with:" says nothing without the sentence before it. */
function withWhatItMeans(told: string, asked: string): string {
  const before = POINTS_BACK.test(asked) ? sentencesOf(told.slice(0, told.length - asked.length)).at(-1) : undefined
  return before === undefined || before.length + asked.length > LONG_TEXT ? asked : `${before.trim()} ${asked}`
}

const POINTS_BACK =
  /^(?:you|we) (?:can|could|may|might) (?:also )?\p{L}+ (?:this|that|it) (?:by|with|using|via|in|on|from|through)\b[^.]{0,40}[:\uFF1A]$/iu

/** "Check why. You can use the board.": a mere means goes with the order before it, unless it has a command of its own; so does an example of it. */
function withMeans(groups: { text: string; readonly own: Command[] }[]): void {
  for (let at = groups.length - 1; at > 0; at -= 1) {
    const [before, means] = [groups[at - 1], groups[at]]
    if (!before || !means) continue
    const isMeans = means.own.length === 0 && (IS_A_MEANS.test(means.text) || POINTS.test(means.text))
    if (!isMeans && !IS_AN_EXAMPLE.test(means.text)) continue
    before.text += ` ${means.text}`
    before.own.push(...means.own)
    groups.splice(at, 1)
  }
}

function withoutMarker(lines: readonly string[]): string {
  const [first = '', ...rest] = lines
  const marker = /^(?:\s*>)*\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]?\]\s*)?/.exec(first)
  if (!marker) return lines.join('\n').trimEnd()
  const indent = new RegExp(`^(?:\\s{0,${marker[0].length}})`)
  return [first.slice(marker[0].length), ...rest.map((line) => line.replace(indent, ''))].join('\n').trimEnd()
}

/** "Open the board. It will show:" without the line that leads to what is shown. */
function withoutBareLead(text: string): string {
  const sentences = sentencesOf(text)
  const last = sentences.at(-1) ?? ''
  const before = sentences.slice(0, -1)
  const isBare = /[:\uFF1A]$/.test(last) && !asksForAction(last) && before.some(asksForAction)
  return isBare ? before.join(' ') : text
}
