/** The fields of an entry that are searched, with what a match there is worth beside one in the running text. */
export const fieldBoosts = {
  title: 5,
  alertname: 6,
  headings: 2.5,
  errors: 2,
  keys: 2.5,
  text: 1,
} as const satisfies Readonly<Record<string, number>>

/** The name of a searched field. */
export type SearchField = keyof typeof fieldBoosts

/** The searched fields, in the order in which they are indexed. */
export const searchFields = Object.keys(fieldBoosts) as readonly SearchField[]
