type Words = Readonly<Record<string, string>>

/** The words that a sender gives an alert: all that is read here. */
export type WordsOfAlert = { readonly labels: Words; readonly annotations: Words }

/** The first of these that has a value; empty when none has. */
function firstIn(words: Words, names: readonly string[]): string {
  const values = names.map((name) => (Object.hasOwn(words, name) ? (words[name] ?? '') : '').trim())
  return values.find((value) => value !== '') ?? ''
}

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** What an alert says in one line; empty when it says nothing. */
export const summaryIn = (annotations: Words): string =>
  onOneLine(firstIn(annotations, ['summary', 'description', 'message', 'title']))

/** What it says besides its summary; empty when there is nothing more. The summary of many rules is the same for all that they watch: only this names it. */
export function descriptionIn(annotations: Words, summary = summaryIn(annotations)): string {
  const description = firstIn(annotations, ['description', 'message'])
  return onOneLine(description) === onOneLine(summary) ? '' : description
}
