import type { RunbookSuggestion } from '../../../shared/contract/answers.ts'
import type { RunbookGuess } from '../../../shared/library/guess-runbooks.ts'
import { repeatedTitles } from '../../../shared/library/repeated-titles.ts'
import { whyGuessed } from '../../state/why-guessed.ts'
import { whyItFits } from '../../state/why-it-fits.ts'

type Listed = { readonly path: string; readonly title: string }

/** One runbook that declaring can open with. */
export type RunbookChoice = {
  /** Its path. */
  readonly value: string
  /** Its title, with the path where another has the same title. */
  readonly label: string
  readonly title: string
  /** Why it fits, and where it opens; where it is, for the others. */
  readonly note: string
}

/** The choices by group: those that fit, each with its reason, the best first; guesses when none does; then every other runbook by its path. */
export type RunbookChoices = {
  readonly fitting: readonly RunbookChoice[]
  readonly guesses: readonly RunbookChoice[]
  readonly others: readonly RunbookChoice[]
}

/** What can be chosen. `chosen` is a path that must be among them, also when no file stands there any more. */
export function runbookChoices(
  suggestions: readonly RunbookSuggestion[],
  runbooks: readonly Listed[],
  chosen: string | null,
  guesses: readonly RunbookGuess[] = [],
): RunbookChoices {
  const known = new Set([...suggestions, ...runbooks].map(({ path }) => path))
  const gone = chosen === null || known.has(chosen) ? [] : [{ path: chosen, title: chosen }]
  const guessed =
    suggestions.length > 0 ? [] : guesses.filter(({ path }) => runbooks.some((each) => each.path === path))
  const taken = new Set([...suggestions, ...guessed].map(({ path }) => path))
  const rest = [...gone, ...runbooks.filter(({ path }) => !taken.has(path))]
  const all: readonly Listed[] = [...suggestions, ...guessed, ...rest]
  const repeated = repeatedTitles(all)
  const choice = ({ path, title }: Listed, note: string): RunbookChoice => ({
    value: path,
    label: repeated.has(title) ? `${title} (${path})` : title,
    title,
    note,
  })
  return {
    fitting: suggestions.map((each) =>
      choice(each, [whyItFits(each), ...(repeated.has(each.title) ? [each.path] : [])].join(', ')),
    ),
    guesses: guessed.map((each) =>
      choice(each, [whyGuessed(each), ...(repeated.has(each.title) ? [each.path] : [])].join(', ')),
    ),
    others: rest.map((each) => choice(each, each.path)),
  }
}

/** Whether all words that were typed stand in a choice's title or below it. */
export function isFound(
  { label, value, note }: Pick<RunbookChoice, 'label' | 'value' | 'note'>,
  typed: string,
): boolean {
  const text = `${label} ${value} ${note}`.toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
