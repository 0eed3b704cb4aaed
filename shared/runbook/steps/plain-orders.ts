import type { Section } from '../sections/sections.ts'
import { forbids } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, sentencesOf } from '../words/sentences.ts'
import { isAside } from './asides.ts'
import type { StepDraft } from './draft-list.ts'
import { headingAsStep, isOrderItself } from './heading-steps.ts'
import { withItemsAbove } from './items-above.ts'
import { DraftReader } from './step-drafts.ts'

/** What asks for something under a heading that announces nothing, beside headings that announce steps; of prose only what begins with it. */
export function plainOrders(section: Section, lines: readonly string[]): readonly StepDraft[] {
  const isTitle = section.level === 0 || (section.level === 1 && section.index <= 1)
  const told =
    isTitle && section.blocks.some(({ type }) => type === 'quote')
      ? section.blocks.flatMap((block) => (block.type === 'quote' ? block.blocks : [block]))
      : section.blocks
  const blocks = told.some(({ type }) => type === 'table') ? told.filter(({ type }) => type !== 'table') : told
  const reader = new DraftReader({ ...section, blocks }, lines)
  const marked = reader.read(['tasks', 'ordered'])
  if (marked.filter(asksAlone).length * 2 > marked.length) return marked
  const bullets = withItemsAbove(reader.read(['bullets']), asksAlone)
  // "Call the lead." in an escalation says whom to call, which the screen shows at any time.
  if ((bullets.length > 0 && !isTitle) || section.topic === 'escalation') return bullets
  const begins = (draft: StepDraft) =>
    asksAlone(draft) && (beginsWithAction(draft.text) || SERVES_A_PURPOSE.test(draft.text))
  if (isTitle)
    return reader
      .read(['prose'])
      .filter((draft) => begins(draft) && sentencesOf(draft.text).some((one) => TAKES_CARE.test(one)))
  const others = reader.read(['code']).filter(begins)
  if (others.length > 0) return others
  const orders = reader.read(['prose']).filter(begins)
  const isEmpty = section.blocks.length === 0 && section.heading.split(' ').length > 3
  return orders.length === 0 && isEmpty && isOrderItself(section) ? headingAsStep(section, lines) : orders
}

/** A command, or an order that is no pointer, no option and no link to where it is told. */
function asksAlone(draft: StepDraft): boolean {
  const { text, markdown, commands } = draft
  const asks = commands.length > 0 || text.endsWith('?') || (asksForAction(text) && !forbids(text))
  return asks && !isAside(draft) && !OFFERS.test(text) && !IS_A_LINK.test(markdown)
}

/** Below the title much is said of the page; what is to be looked at or made sure of, before or after all the rest, is none of that. */
const TAKES_CARE =
  /^(?:in order )?to (?:[a-zà-ÿ]+ly )?(?:troubleshoot|diagnose|debug|investigate)\b[^,]{0,80}, (?:please |first |always )?(?:collect|gather|capture|save|record)\b|^(?:please )?(?:(?:before|after|prior to|for current)\b.{3,120}?[\s,])?(?:please |first |always )?(?:make sure|be sure|ensure|check|verify|confirm|notify|inform|inspect|stop|pause)\b(?! (?:that )?you (?:understand|know|have|are))/i

/** "To resolve this you should look at the relay" */
const SERVES_A_PURPOSE = /^(?:in order )?to [a-zà-ÿ]+\b[^.]{3,120}\b(?:you|we|one) (?:should|must|need to|have to)\b/i
/** "A) [Drain it](#drain)" names what is told there. */
const IS_A_LINK = /^\W*(?:\w\)\s*)?\[[^[\]]*\]\([^()\s]*\)$/
/** "You can change the default", "Use this page as a reference" */
const OFFERS = /^(?:you|we) (?:can|may|could|might)\b|^use\b.*\bas (?:an? )?(?:reference|example)\b/i
