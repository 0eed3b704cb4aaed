import { withoutEnding } from '../runbook/text/runbook-file.ts'
import { agreement, askedPath } from './asked-path.ts'
import { wholeName } from './whole-name.ts'

/** What a document is called by: its title, the alerts that it is for, and its file. */
export type Named = { readonly title: string; readonly alertnames: readonly string[]; readonly path: string }

/** A title that has not been typed to its end is meant from so many letters on; one or two begin too many. */
const FEWEST_LETTERS = 3

const namesOf = ({ title, alertnames, path }: Named): readonly string[] => {
  const file = withoutEnding(path)
  return [title, ...alertnames, file, file.split('/').at(-1) ?? ''].map(wholeName)
}

/**
 * The documents that are what was typed or pasted: at a path the one with which the most of its folders agree (L31), else all of that title, alert or file
 * name (L29).
 */
export function documentsCalled<T extends Named>(documents: readonly T[], typed: string): readonly T[] {
  const asked = askedPath(typed)
  if (asked === null) {
    const name = wholeName(typed)
    return name === '' ? [] : documents.filter((each) => namesOf(each).includes(name))
  }
  const most = Math.max(...documents.map(({ path }) => agreement(asked, path)), 1)
  return documents.filter(({ path }) => agreement(asked, path) === most)
}

/** The documents whose title begins with what was typed. */
export function documentsBegun<T extends Named>(documents: readonly T[], typed: string): readonly T[] {
  const words = typed.trim().toLocaleLowerCase('en')
  return words.length < FEWEST_LETTERS
    ? []
    : documents.filter(({ title }) => title.toLocaleLowerCase('en').startsWith(words))
}
