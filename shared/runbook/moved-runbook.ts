/** What a runbook is known again by when its file has another name. */
export type RunbookFile = { readonly path: string; readonly title: string; readonly sha256: string }

const only = (paths: readonly string[] | undefined): string | null => (paths?.length === 1 ? (paths[0] ?? null) : null)

function pathsBy(files: readonly RunbookFile[], keyOf: (file: RunbookFile) => string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of files) found.set(keyOf(file), [...(found.get(keyOf(file)) ?? []), file.path])
  return found
}

/**
 * Tells where a runbook lies now whose own file is gone (R6): the one file with the same text to the byte, as after a rename, or else the one file
 * with its title, as after a rename and an edit. Null while its own file is there, when there is none such, and when there are several.
 */
export function movedRunbooks(files: readonly RunbookFile[]): (before: RunbookFile) => string | null {
  const there = new Set(files.map(({ path }) => path))
  const byText = pathsBy(files, ({ sha256 }) => sha256)
  const byTitle = pathsBy(files, ({ title }) => title)
  return ({ path, title, sha256 }) => {
    if (there.has(path)) return null
    return byText.has(sha256) ? only(byText.get(sha256)) : only(byTitle.get(title))
  }
}
