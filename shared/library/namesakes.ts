type Titled = { readonly title: string }

const nameOf = ({ title }: Titled): string => title.trim().toLowerCase()

/** The keys of documents whose title another one has as well, however it is written: only their path tells them apart. */
export function namesakes<Document extends Titled>(
  documents: readonly Document[],
  keyOf: (document: Document) => string,
): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const document of documents) counts.set(nameOf(document), (counts.get(nameOf(document)) ?? 0) + 1)
  return new Set(documents.filter((document) => (counts.get(nameOf(document)) ?? 0) > 1).map(keyOf))
}
