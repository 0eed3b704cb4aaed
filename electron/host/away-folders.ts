import { FOLDERS, type Listing } from './workspace-files.ts'

/** So many files do not go at once because somebody deleted them one by one. */
const NO_CHANCE = 2

/** The workspace itself, among the folders in it. */
export const WHOLE = '.'

/** Where nothing may stand although a console works with it: the workspace and its folders. */
export const PLACES: readonly string[] = [WHOLE, ...FOLDERS]

/**
 * The folders of a workspace whose files went with all that stood beside them: a share that is not mounted, a link that leads nowhere, a submodule that was not
 * fetched. `known` are the files that were there, `bare` the places that hold nothing now. The whole workspace counts with one file, a folder of it with several:
 * who deletes the only page of a folder means it.
 */
export function awayFolders(found: Listing, known: readonly string[], bare: ReadonlySet<string>): readonly string[] {
  const below = (paths: readonly string[], folder: string): number =>
    paths.filter((path) => path.startsWith(`${folder}/`)).length
  const paths = found.files.map(({ path }) => path)
  return FOLDERS.filter((folder) => {
    const had = below(known, folder)
    if (had === 0 || below(paths, folder) > 0) return false
    return bare.has(WHOLE) || (bare.has(folder) && had >= NO_CHANCE)
  })
}
