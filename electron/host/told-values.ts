/** A value that somebody told, and the secret that it was told for, by `variableKey`. */
export type ToldValue = { readonly key: string; readonly value: string }

/** The secret that a value was told for first, or null. In another field the same value is most often one that was typed in the wrong field. */
export const firstToldFor = (told: readonly ToldValue[], value: string): string | null =>
  told.find((each) => each.value === value)?.key ?? null

/** The different values of one secret that count for it: none that was told for another one before. */
export const valuesOf = (told: readonly ToldValue[], key: string): readonly string[] => {
  const own = told.filter((each) => each.key === key && firstToldFor(told, each.value) === key)
  return [...new Set(own.map(({ value }) => value))]
}
