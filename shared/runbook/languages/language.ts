import type { PartKind } from '../runbook.ts'

/** What a heading announces: a key part (R2), or one of the stretches that never hold steps. */
export type Announced =
  | Exclude<PartKind, 'other'>
  | 'symptoms'
  | 'cause'
  | 'reference'
  | 'prerequisites'
  | 'afterwards'
  /** An example, a test or how to bring the trouble about: shown, and never done in an incident. */
  | 'trial'

/**
 * How people write runbooks in one language, as alternatives of a pattern each, in lower case (R4). Only what a sentence is told by: no grammar, so that a
 * reader of the language can check a table at a glance.
 */
export type Language = {
  /** Small words that lines of it are full of. */
  readonly smallWords: string
  /** Letters that tell it from those with the same small words. */
  readonly letters?: string
  /** What an order begins with: imperatives, infinitives, nouns of what is done. */
  readonly orders?: string
  /** What an order ends in, where the verb comes last. */
  readonly ordersAtTheEnd?: string
  /** A clause that begins with one of these has its verb last and orders nothing. */
  readonly subordinates?: string
  /** What may stand in front of the verb of an order: "then", "please", "if need be". */
  readonly leadIns: string
  /** What says that something is to be done, in the middle of a sentence. */
  readonly advises: string
  /** "If", "when": what opens a case. */
  readonly cases: string
  /** "For", "after", "on": what else opens a clause that has an order behind its comma. */
  readonly openings: string
  /** Those of a time or a place, behind which an order needs no comma. */
  readonly opensFreely?: string
  /** What one will see, and what is expected. */
  readonly foretells: string
  /** What must not be done. */
  readonly forbids: string
  /** Words that are in statements and not in orders. */
  readonly states: string
  /** "Note that": what begins a sentence that says what to know. */
  readonly bearsInMind?: string
  /** "Note", "Warning", in front of a colon. */
  readonly callOuts: string
  /** "See", "Refer to": where more is told. */
  readonly points: string
  /** "For example", "such as", in front of a colon. */
  readonly examples: string
  /** Words of headings that speak of something that goes wrong. */
  readonly trouble: string
  /** Whole headings by what they announce, in the form that `plainHeading` gives: lower case, no marks (R2). Only words that people write as a heading of their own. */
  readonly headings: { readonly [topic in Announced]?: string }
  /** Whole lines that lead to code and say nothing of it: "Run the following command". */
  readonly leadsToCode: string
  /** Whole headings and remarks, in the form that `plainHeading` gives, that keep from what stands below them: "What not to do". */
  readonly headsBans: string
  /** "Because": what a reason begins with where no comma stands before it. Not where it stands in front. */
  readonly because?: string
  /** "The following", "below". */
  readonly pointsBelow: string
  /** "Run", "execute the command": what stands straight in front of code that is run. */
  readonly runs?: string
  /** The same straight behind it, where the verb comes last. */
  readonly isRun?: string
  /** What a look at the result begins with. */
  readonly checks: string
}
