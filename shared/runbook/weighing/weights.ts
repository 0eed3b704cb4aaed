/** A sign that a passage is a step, or that it is none: what is told of its words, its section and its list (`scale.ts`). */
export type Signal = string

/** `base` is what every passage begins with. */
type Weights = { readonly base: number; readonly signals: Readonly<Record<Signal, number>> }

/*
 * Logarithms of odds, to one decimal. They were not chosen but fitted: for 4,800 items and 3,500 paragraphs of about 480 public runbooks of others a person had written down,
 * from the text alone, what the one on call has to do, and a logistic regression that may leave signs out (L1) kept these. DECISIONS 41.
 */

const ITEM: Weights = {
  base: -0.3,
  signals: {
    'topic:debugging': 2.7,
    'topic:mitigation': 2.0,
    announced: 1.6,
    colon: 1.4,
    'half have commands': 1.4,
    'half ask': 1.1,
    'says when': 1.1,
    'heading:order': 1.1,
    task: 1.1,
    'section has code': 1.0,
    'most ask': 1.0,
    command: 1.0,
    'some order': 0.9,
    'holds list': 0.8,
    'heading trouble': 0.8,
    'last:order': 0.7,
    'holder:order': 0.7,
    'own topic:none': 0.7,
    'mostly code': 0.5,
    'heading number': 0.4,
    'ends sentence': 0.4,
    'first:untold': -0.2,
    short: -0.4,
    'very short': -0.5,
    'heading explains': -0.5,
    'topic:cause': -0.6,
    'intro colon': -0.8,
    'own topic:impact': -0.9,
    'topic:impact': -0.9,
    'intro:statement': -0.9,
    overview: -1.0,
    'mostly link': -1.0,
    lead: -1.0,
    'few ask': -1.0,
    'section has bullets': -1.1,
    'holder:untold': -1.2,
    'heading prevents': -1.3,
    'own topic:meaning': -1.5,
    'own topic:reference': -1.9,
    'list:examples': -2.0,
    'own topic:symptoms': -2.2,
    'tool does': -2.7,
  },
}

const PARAGRAPH: Weights = {
  base: -2.1,
  signals: {
    'above command': 1.8,
    'above code': 1.8,
    asks: 1.5,
    'topic:mitigation': 1.4,
    'many asks': 1.2,
    'above shell': 1.2,
    'some order': 1.1,
    'own topic:debugging': 1.0,
    'own topic:mitigation': 0.9,
    leaf: 0.7,
    'says when': 0.7,
    'own topic:none': 0.7,
    command: 0.7,
    'heading number': 0.6,
    'mostly code': 0.5,
    'begins with action': 0.5,
    code: 0.4,
    'after:order': 0.4,
    'section has code': 0.3,
    'topic:debugging': 0.3,
    'heading acts': 0.2,
    'heading:untold': -0.4,
    'section has numbers': -0.4,
    short: -0.4,
    'many sentences': -0.5,
    'last:statement': -0.8,
    'very short': -0.8,
    'no heading': -0.8,
    'heading explains': -0.9,
    states: -0.9,
    'mostly link': -0.9,
    'topic:meaning': -0.9,
    'above numbers': -0.9,
    'own topic:cause': -1.0,
    'topic:impact': -1.1,
    labelled: -1.2,
    pointer: -1.2,
    'topic:reference': -1.2,
    remark: -1.3,
    'own topic:meaning': -1.3,
    'own topic:symptoms': -1.6,
    title: -1.7,
    foretells: -1.7,
  },
}

/** The weights of both kinds of passage. */
export const WEIGHTS: Readonly<Record<'item' | 'paragraph', Weights>> = { item: ITEM, paragraph: PARAGRAPH }

/** The sum of what speaks for and against: above 0 a passage is likelier a step than not. Signs without a weight say nothing. */
export function weightOf(kind: 'item' | 'paragraph', signals: readonly Signal[]): number {
  const weights = WEIGHTS[kind]
  return signals.reduce((sum, signal) => sum + (weights.signals[signal] ?? 0), weights.base)
}
