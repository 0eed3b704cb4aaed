import { checksInAnotherLanguage } from '../languages/foreign-mood.ts'
import { isEnglish, looksForeign } from '../languages/languages.ts'
import { isNumberedHeading } from '../languages/step-words.ts'
import { isChecklist, namesWhatToRun } from '../passages/step-items.ts'
import type { Step, StepKind } from '../runbook.ts'
import type { Section } from '../sections/sections.ts'
import { fingerprint } from '../text/slug.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, insists, isStatement, sentencesOf } from '../words/sentences.ts'
import { stepKindOf } from '../words/step-kind.ts'
import { timeBoxOf } from '../words/time-box.ts'
import { withoutNumber } from '../words/topic.ts'
import { belowAlternatives } from './alternative-steps.ts'
import { isAside, withoutAsides } from './asides.ts'
import { withCasesAsWays } from './case-ways.ts'
import type { SectionDrafts, StepDraft, Tier } from './draft-list.ts'
import { headingAsStep, isOrderItself, isToldBelow } from './heading-steps.ts'
import { withItemsAbove } from './items-above.ts'
import { plainOrders } from './plain-orders.ts'
import { DraftReader } from './step-drafts.ts'

/** "For such jobs you can restart the loader" */
function advises(text: string): boolean {
  const [first = ''] = sentencesOf(text)
  return ADDRESSES.test(first) && moodOf(first) === 'advice'
}

/** "It has two phases. First, you delete the keys." */
export function ordersInTurn(text: string): boolean {
  return sentencesOf(text).some((sentence) => IN_TURN.test(sentence) && asksForAction(sentence))
}

const IN_TURN = /^(?:the )?(?:first|second|third|fourth|last|final)(?:ly)?\b/i
const ADDRESSES =
  /(?<!\bif )\byou (?:can|may|might|should|could|must|(?:will )?(?:need|have) to)\b|(?<!\b(?:if|when|while|as|that|because|once|what|how) )\bwe (?:should|must|need to|have to)\b|\bworth (?:\w+ly )?\w+ing\b/i
/** "No: check the board" */
const LABEL = /^[^:\uFF1A.!?]{1,40}[:\uFF1A]\s+/
const CHECKS_THE_RESULT = /\b(?:verif|validat|confirm)/i

/** The order of R3, with plain prose and numbered headings as a last resort so that a foreign runbook still gives a checklist (R4). */
const UNDER_STEP_HEADING: readonly Tier[] = ['tasks', 'ordered', 'bullets', 'code', 'heading', 'prose', 'terms']

/** Drafts of sections that are known to hold steps; of those in `loose` (places in the file) only what plainly asks counts. */
export function draftsUnder(
  sections: readonly Section[],
  lines: readonly string[],
  loose: ReadonlySet<number> = new Set(),
): readonly SectionDrafts[] {
  const read = sections.map((section, at) => ({
    section,
    drafts: loose.has(section.index) ? plainOrders(section, lines) : readOwn(section, sections, at, lines),
  }))
  const acts = read.some(({ drafts }) => drafts.some(isActive))
  const kept = read.map(({ section, drafts }) => ({
    section,
    drafts: drafts.filter((draft, index) => !acts || !isStray(draft, drafts[index + 1])),
  }))
  return withoutAsides(kept)
}

/** "Identify the ring" above nothing but facts about rings, or where to read about them, is what is to be done. */
function readOwn(
  section: Section,
  sections: readonly Section[],
  at: number,
  lines: readonly string[],
): readonly StepDraft[] {
  const read = new DraftReader(section, lines).read(UNDER_STEP_HEADING)
  const isTold = read.length > 0 && read.every(isOffer) && isToldInNumbersBelow(section, sections, at)
  const drafts = isTold ? read.map(asOverview) : read
  const isFirst = at === 0
  if (isFirst || !isOrderItself(section)) return drafts
  if (drafts.every((draft) => isAside(draft) || TELLS_WHERE.test(draft.text))) return headingAsStep(section, lines)
  const [first] = drafts
  const isStep =
    first !== undefined &&
    (IS_ANOTHER_WAY.test(first.text) || isToldBelow(section.blocks, first.line) || isDoneAfter(first, section))
  return isStep ? [...headingAsStep(section, lines, first.line), ...drafts] : drafts
}

/** "Alternatively, drain a relay" below "Grow the ring" */
const IS_ANOTHER_WAY = /^(?:alternatively|otherwise|as an alternative|instead)\b/i

/** "After the job ran, look at the ring" below "Step 3: Merge the request" begins when that is done. */
function isDoneAfter({ text }: StepDraft, { heading }: Section): boolean {
  const [verb = ''] = withoutNumber(heading).toLowerCase().split(' ')
  return isNumberedHeading(heading) && OPENS_AFTERWARDS.test(text) && !text.toLowerCase().includes(verb)
}

const OPENS_AFTERWARDS = /^(?:after|once|as soon as)\b[^,.]{3,80}, /i

/** "You can raise the limit, or you can drain it." above headings with numbers tells in short what these tell in turn. */
function isToldInNumbersBelow({ end }: Section, sections: readonly Section[], at: number): boolean {
  for (let place = at + 1; (sections[place]?.index ?? end) < end; place += 1)
    if (sections[place]?.blocks.some((block) => block.type === 'list' && block.ordered)) return true
  return false
}

const isOffer = ({ text, commands }: StepDraft): boolean =>
  commands.length === 0 && sentencesOf(text).every((sentence) => OFFERS.test(sentence))
const OFFERS = /\b(?:you|we|one) (?:can|may|could|might)\b/i
const asOverview = (draft: StepDraft): StepDraft => ({ ...draft, isOverview: true })

/** "For the limits of a ring, refer to the book" */
const TELLS_WHERE = /^for\b[^,.]{3,80}, (?:please )?(?:see|refer to|consult)\b/i

function isActive({ tier, text, commands }: StepDraft): boolean {
  return tier === 'tasks' || tier === 'ordered' || commands.length > 0 || asksForAction(text)
}

/** A bullet that only states something and holds no steps, in a text that has real steps elsewhere. What to look for once all is well is one. */
function isStray(
  { tier, text, prose, commands, section, depth, isAnnounced }: StepDraft,
  next: StepDraft | undefined,
): boolean {
  const isBullet = tier === 'bullets' || tier === 'terms'
  const holdsSteps = next !== undefined && next.depth > depth
  const states = isStatement(text) && !namesWhatToRun(prose)
  return isBullet && !isAnnounced && !holdsSteps && commands.length === 0 && !isChecklist(section) && states
}

/** Drafts of a text that has no step-bearing heading: real actions first; any bullets, then prose, only when there is nothing better. */
export function draftsAnywhere(sections: readonly Section[], lines: readonly string[]): readonly SectionDrafts[] {
  const readAll = (read: (reader: DraftReader) => readonly StepDraft[]) =>
    sections.flatMap((section) => read(new DraftReader(section, lines)))
  const numbered = readAll((reader) => reader.read(['tasks', 'ordered'])).some(({ text }) => asksForAction(text))
  const bullets = readAll((reader) => reader.read(['bullets']))
  const isForeign = bullets.filter(({ text }) => looksForeign(text)).length * 2 > bullets.length
  const tells = !isForeign && bullets.some(({ text }) => asksForAction(text))
  const counts = (text: string) => (isForeign || (!tells && !isEnglish(text))) && !isStatement(text)
  const attempts = [
    (reader: DraftReader) => readActions(reader, counts, numbered),
    (reader: DraftReader) => reader.read(['bullets', 'terms']),
    (reader: DraftReader) => reader.read(['prose']),
  ]
  for (const attempt of attempts) {
    const read = sections.map((section) => attempt(new DraftReader(section, lines)))
    if (read.some((found) => found.length > 0)) return withoutAsides(withNumberedHeadings(sections, read, lines))
  }
  return []
}

/** "2) Rolling update": of headings numbered side by side, nearly all with steps, one without any is a step itself (R3). */
function withNumberedHeadings(
  sections: readonly Section[],
  read: readonly (readonly StepDraft[])[],
  lines: readonly string[],
): readonly SectionDrafts[] {
  const series = new Map<string, { all: number; withSteps: number }>()
  const countOf = ({ parent, level }: Section) => series.get(`${parent} ${level}`) ?? { all: 0, withSteps: 0 }
  sections.forEach((section, index) => {
    if (!isNumbered(section)) return
    const { all, withSteps } = countOf(section)
    const more = (read[index] ?? []).length > 0 ? 1 : 0
    series.set(`${section.parent} ${section.level}`, { all: all + 1, withSteps: withSteps + more })
  })
  return sections.map((section, index) => {
    const drafts = read[index] ?? []
    const { all, withSteps } = countOf(section)
    const isLeaf = section.topic === undefined && section.end === section.index + 1 && saysMore(section)
    const isStep = drafts.length === 0 && isLeaf && isNumbered(section) && all > 2 && withSteps * 3 >= all * 2
    const isTold = isNumbered(section) && isOrderItself(section) && isToldBelow(section.blocks, drafts[0]?.line ?? 0)
    return {
      section,
      drafts: isStep || isTold ? [...headingAsStep(section, lines, drafts[0]?.line), ...drafts] : drafts,
    }
  })
}

/** "9. Logs" only names what stands below it. */
function saysMore({ heading }: Section): boolean {
  return /\p{L} \p{L}/u.test(withoutNumber(heading))
}

/** "B) Rolling update" counts beside others, too. */
function isNumbered({ heading }: Section): boolean {
  return isNumberedHeading(heading) || /^\W*[A-H][.)]\s/i.test(heading)
}

/** `counts` is for bullets in which actions cannot be told from the rest: in another language than English all of them count.
 * `strict` asks for a verb at the beginning, where numbered steps stand elsewhere. */
function readActions(reader: DraftReader, counts: (text: string) => boolean, strict: boolean): readonly StepDraft[] {
  const begins = (text: string) =>
    beginsWithAction(text) || beginsWithAction(text.replace(LABEL, '')) || insists(sentencesOf(text)[0] ?? '')
  const asks = strict ? begins : asksForAction
  const numbered = reader.read(['tasks', 'ordered'])
  const isProcedure = (draft: StepDraft) =>
    draft.tier === 'tasks' || draft.commands.length > 0 || (!isEnglish(draft.text) && !isStatement(draft.text))
  // Beside numbers that ask for something, numbers that only name kinds of it are none.
  const areSteps = numbered.some((draft) => isProcedure(draft) || asksForAction(draft.text) || draft.text.endsWith('?'))
  if (numbered.length > 0 && (areSteps || !strict)) return numbered
  const all = reader.read(['bullets'])
  const bullets = withItemsAbove(
    all,
    ({ commands, text, prose, isAnnounced }) =>
      commands.length > 0 ||
      isAnnounced === true ||
      asks(text) ||
      text.endsWith('?') ||
      namesWhatToRun(prose) ||
      counts(text),
  )
  if (bullets.length > 0) return bullets
  const others = reader.read(['code'])
  if (others.length > 0) return others
  const orders = reader.read(['prose']).filter(({ text }) => beginsWithAction(text))
  const [heading] = reader.read(['heading'])
  if (heading) return orders.length > 1 ? orders : [heading]
  return reader
    .read(['prose'])
    .filter(
      ({ text }) => beginsWithAction(text) || advises(text) || sentencesOf(text).some(insists) || ordersInTurn(text),
    )
}

/** What stands under "Verification" is there to be looked at, however it is worded. */
function kindOf({ text, section }: Pick<StepDraft, 'text' | 'section'>, prose: string): StepKind {
  const kind = stepKindOf(text, prose)
  return kind === 'action' &&
    (CHECKS_THE_RESULT.test(section) || checksInAnotherLanguage(section)) &&
    !asksForAction(text)
    ? 'verify'
    : kind
}

/** Whether there is any draft at all. */
export function holdsDrafts(read: readonly SectionDrafts[]): boolean {
  return read.some(({ drafts }) => drafts.length > 0)
}

/** Whether there is something to do in some draft: with nothing but statements below the headings that announce steps, what to do stands elsewhere. */
export function holdsAnAct(read: readonly SectionDrafts[]): boolean {
  return read.some(({ drafts }) =>
    drafts.some(
      (draft) =>
        kindOf(draft, draft.prose) !== 'action' ||
        draft.commands.length > 0 ||
        draft.checkedInSource ||
        !isStatement(draft.text),
    ),
  )
}

/** The steps that drafts come to, each below the way it is told for. `scope` makes the ids unique within the runbook. */
export function stepsFrom(read: readonly SectionDrafts[], scope: string): Step[] {
  const drafts = belowAlternatives(read.map((one) => ({ ...one, drafts: withCasesAsWays(one.drafts) })))
  return drafts.map(({ prose, tier: _, isAnnounced: __, isMarked: ___, isOverview: ____, ...draft }, index) => {
    const timeBoxMs = timeBoxOf(prose)
    // HTML may hold many steps in one line; the line itself is then no source of any one of them.
    const sharesLine = [drafts[index - 1], drafts[index + 1]].some((other) => other?.line === draft.line)
    return {
      ...draft,
      markdown: sharesLine ? draft.text : draft.markdown,
      id: `${scope}-${index + 1}-${fingerprint(draft.text)}`,
      kind: kindOf(draft, prose),
      ways: draft.ways ?? [],
      before: '',
      after: '',
      ...(timeBoxMs === undefined ? {} : { timeBoxMs }),
    }
  })
}
