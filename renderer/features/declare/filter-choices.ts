import type { ComboboxItem, ComboboxParsedItem } from '@mantine/core'
import { isFound, type RunbookChoice } from './runbook-choices.ts'

/** What the library found for the same words. */
export type InText = { readonly choices: readonly RunbookChoice[]; readonly holding: 'every' | 'some' }

/**
 * What of the list stays while somebody types: first what is named so, in its groups, at once; then what the library found besides. At most `limit` in all.
 */
export function filterChoices(
  options: readonly ComboboxParsedItem[],
  choiceOf: (path: string) => RunbookChoice | undefined,
  search: string,
  inText: InText,
  limit: number,
): ComboboxParsedItem[] {
  let left = limit
  const isNamed = ({ value, label }: ComboboxItem): boolean =>
    isFound(choiceOf(value) ?? { value, label, note: '' }, search)
  const kept = (items: readonly ComboboxItem[]): ComboboxItem[] => {
    const named = items.filter(isNamed).slice(0, left)
    left -= named.length
    return named
  }
  const named = options.flatMap((option): ComboboxParsedItem[] => {
    if (!('group' in option)) return kept([option as ComboboxItem])
    const items = kept(option.items)
    return items.length === 0 ? [] : [{ ...option, items }]
  })
  const items = inText.choices.filter((choice) => !isNamed(choice)).slice(0, left)
  const group = inText.holding === 'every' ? 'Found in their text' : 'Best matches, not every word'
  return items.length === 0 ? named : [...named, { group, items }]
}
