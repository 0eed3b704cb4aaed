/** What stands in place of a line that may hold a secret (B7). */
export const LINE_LEFT_OUT = '(line left out: it may hold a secret)'

/** What stands in place of a way to reach somebody (B2). */
export const CONTACT_LEFT_OUT = '(left out)'

/** A text as its author wrote it, as far as it is in the copy: search must not find the copy's own words in it (B5). */
export const withoutLeftOutWords = (text: string): string =>
  text.replaceAll(LINE_LEFT_OUT, '').replaceAll(CONTACT_LEFT_OUT, '')
