/** A sign that a passage is a step, or that it is none: what is told of its words, its section and its list (`scale.ts`). */
export type Signal = string

/** `base` is what every passage begins with. */
type Weights = { readonly base: number; readonly signals: Readonly<Record<Signal, number>> }

/*
 * Logarithms of odds, to one decimal. They were not chosen but fitted: for 4,800 items and 3,500 paragraphs of about 480 public runbooks of others it was written down, from the
 * text alone, what the one on call has to do, and a logistic regression that may leave signs out (L1) kept these. DECISIONS 41.
 */

const ITEM: Weights = {
  base: -0.1,
  signals: {
    'topic:debugging': 2.7,
    announced: 2.2,
    'topic:mitigation': 1.9,
    'half have commands': 1.5,
    'heading:order': 1.5,
    'half ask': 1.4,
    colon: 1.4,
    'some order': 1.3,
    command: 1.1,
    'section has code': 1.0,
    'says when': 0.9,
    'own topic:none': 0.9,
    'holder:order': 0.8,
    'most ask': 0.8,
    'holds list': 0.7,
    'heading trouble': 0.6,
    'mostly code': 0.5,
    title: 0.5,
    labelled: -0.4,
    short: -0.5,
    'very short': -0.5,
    'first:untold': -0.6,
    states: -0.6,
    lead: -0.6,
    'intro colon': -0.7,
    'section has bullets': -0.9,
    'own topic:impact': -0.9,
    'topic:impact': -0.9,
    'few ask': -1.0,
    'holder:untold': -1.0,
    'intro:statement': -1.0,
    overview: -1.2,
    'mostly link': -1.2,
    'heading prevents': -1.3,
    'own topic:meaning': -1.4,
    'own topic:reference': -1.9,
    'list:examples': -2.0,
    'own topic:symptoms': -2.2,
    'tool does': -2.8,
  },
}

const PARAGRAPH: Weights = {
  base: -1.9,
  signals: {
    'above command': 1.9,
    'above code': 1.7,
    'topic:mitigation': 1.4,
    asks: 1.3,
    'many asks': 1.3,
    'above shell': 1.2,
    'some order': 1.0,
    'own topic:debugging': 1.0,
    'own topic:mitigation': 1.0,
    'own topic:none': 0.8,
    command: 0.8,
    'says when': 0.7,
    'heading number': 0.7,
    leaf: 0.6,
    'begins with action': 0.6,
    code: 0.5,
    colon: 0.4,
    'after:order': 0.4,
    'section has code': 0.3,
    'topic:debugging': 0.3,
    'heading acts': 0.2,
    'heading:untold': -0.3,
    'section has numbers': -0.4,
    'many sentences': -0.4,
    short: -0.4,
    'very short': -0.6,
    'last:untold': -0.7,
    'heading explains': -0.8,
    'mostly link': -0.8,
    'no heading': -0.8,
    'above numbers': -1.0,
    labelled: -1.0,
    'topic:impact': -1.0,
    'last:statement': -1.0,
    states: -1.1,
    pointer: -1.1,
    'topic:reference': -1.2,
    remark: -1.3,
    'own topic:symptoms': -1.4,
    foretells: -1.7,
    'topic:meaning': -1.9,
    title: -2.0,
  },
}

/** The weights of both kinds of passage. */
export const WEIGHTS: Readonly<Record<'item' | 'paragraph', Weights>> = { item: ITEM, paragraph: PARAGRAPH }

/** The sum of what speaks for and against: above 0 a passage is likelier a step than not. Signs without a weight say nothing. */
export function weightOf(kind: 'item' | 'paragraph', signals: readonly Signal[]): number {
  const weights = WEIGHTS[kind]
  return signals.reduce((sum, signal) => sum + (weights.signals[signal] ?? 0), weights.base)
}
