type Listed = { readonly kind: 'runbook' | 'reference'; readonly path: string; readonly title: string }

const PAGE = /(?:^|\/)failure[-_ ]modes\.(?:md|markdown)$/i
const FOLDER = /(?:^|\/)failure[-_ ]modes\//i
const FIRST_PAGE = /\/failure[-_ ]modes\/_?(?:readme|index)\.(?:md|markdown)$/i

/**
 * Where to look when no runbook fits: the reference shelf's page about failure modes, else the first page of its folder of them (its README
 * or index, else by path). Null when this workspace has neither.
 */
export function failureModesPage<T extends Listed>(documents: readonly T[]): T | null {
  const shelf = documents.filter(({ kind }) => kind === 'reference')
  const pages = shelf.filter(({ path }) => FOLDER.test(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return (
    shelf.find(({ path }) => PAGE.test(path)) ?? pages.find(({ path }) => FIRST_PAGE.test(path)) ?? pages[0] ?? null
  )
}
