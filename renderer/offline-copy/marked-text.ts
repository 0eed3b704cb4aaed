import { markTerms } from '../../shared/library/mark-terms.ts'
import { element } from './element.ts'

/** A text with the terms that were found in it marked, the same ones as in the console. */
export const markedText = (text: string, terms: readonly string[]): readonly (Node | string)[] =>
  markTerms(text, terms).map((stretch) => (stretch.isMatch ? element('mark', {}, stretch.text) : stretch.text))
