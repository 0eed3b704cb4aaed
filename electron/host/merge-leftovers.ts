/** `late_LOCAL_4711.md` beside `late.md`, and as older versions of git name it, `late.md.LOCAL.4711.md`. */
const SIDE = /^(?:(.+)_(BACKUP|BASE|LOCAL|REMOTE)_(\d+)(\.[^.]+)|(.+)\.(BACKUP|BASE|LOCAL|REMOTE)\.(\d+)\.[^.]+)$/

type Side = { readonly name: string; readonly side: string; readonly of: string; readonly merge: string }

function sideOf(name: string): readonly Side[] {
  const [, stem, side, merge, ending, old, oldSide, oldMerge] = SIDE.exec(name) ?? []
  if (stem !== undefined) return [{ name, side: side ?? '', of: `${stem}${ending ?? ''}`, merge: `${stem} ${merge}` }]
  return old === undefined ? [] : [{ name, side: oldSide ?? '', of: old, merge: `${old} ${oldMerge}` }]
}

/**
 * The files of one folder that `git mergetool` laid beside a file while it was merged, and left there: known for sure where the file itself
 * and both sides of it, local and remote, are there.
 */
export function mergeLeftovers(names: readonly string[]): ReadonlySet<string> {
  const all = new Set(names)
  const sides = names.flatMap(sideOf).filter(({ of }) => all.has(of))
  const merges = (wanted: string): ReadonlySet<string> =>
    new Set(sides.filter(({ side }) => side === wanted).map(({ merge }) => merge))
  const [local, remote] = [merges('LOCAL'), merges('REMOTE')]
  return new Set(sides.filter(({ merge }) => local.has(merge) && remote.has(merge)).map(({ name }) => name))
}
