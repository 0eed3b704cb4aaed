import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Tells whether something stands at a path, counted from a folder, above it as well. Its letters have to be those on the disk, so that an answer is the same on
 * a disk that does not tell capitals apart.
 */
export function onDisk(folder: string): (path: string) => boolean {
  const names = new Map<string, ReadonlySet<string>>()
  const namesIn = (place: string): ReadonlySet<string> => {
    const known = names.get(place) ?? new Set(listed(place))
    names.set(place, known)
    return known
  }
  return (path) => {
    let place = folder
    for (const segment of path.split('/')) {
      if (segment !== '..' && !namesIn(place).has(segment)) return false
      place = segment === '..' ? dirname(place) : join(place, segment)
    }
    return existsSync(place)
  }
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
