/** A part of an address in plain letters; as it is written where `%` is no escape. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The path that a relative one means in the document at `from` (its folders end with `/`; a `\` is a letter of a name), with `..` in front where it climbs out of all folders. A leading slash means their root. */
export function pathFrom(from: string, path: string): string {
  const segments = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..' || segments.length === 0 || segments.at(-1) === '..') segments.push(segment)
    else segments.pop()
  }
  return segments.join('/')
}

/** Whether a path, as `pathFrom` gives it, leads out of all folders. */
export const climbsOut = (path: string): boolean => path === '..' || path.startsWith('../')
