/** The titles that more than one path has: there the path has to tell the documents apart. */
export function repeatedTitles(
  documents: readonly { readonly path: string; readonly title: string }[],
): ReadonlySet<string> {
  const first = new Map<string, string>()
  const repeated = new Set<string>()
  for (const { path, title } of documents) {
    const known = first.get(title)
    if (known === undefined) first.set(title, path)
    else if (known !== path) repeated.add(title)
  }
  return repeated
}
