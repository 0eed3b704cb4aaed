import { existsSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { tidiedPlace } from '../../shared/bundle/chosen-places.ts'
import { everything, type OfflineChoice, type OfflinePart, offlineParts } from '../../shared/bundle/offline-copy.ts'

/** A place as the workspace calls it: a path that was typed from where the terminal stands is one of the workspace, if it lies there. */
export function withinWorkspace(typed: string, folder: string): string {
  const place = tidiedPlace(typed)
  if (existsSync(join(folder, place)) || !existsSync(place)) return place
  const path = relative(folder, resolve(place))
  return path === '' || path.startsWith('..') ? place : path.split(sep).join('/')
}

const isPart = (word: string): word is OfflinePart => offlineParts.some((part) => part === word)

/** The part to which a place belongs; a pipeline has runbooks. */
const partOf = (place: string): OfflinePart => (place.startsWith('reference/') ? 'reference' : 'runbooks')

/** What `--only` means: parts as a whole, and the places of which alone the documents go in. */
export function bundleParts(
  only: readonly string[] | undefined,
  folder: string,
): Pick<OfflineChoice, 'parts' | 'only'> {
  if (only === undefined) return { parts: everything.parts, only: [] }
  const words = only.map((word) => withinWorkspace(word, folder))
  const whole = words.filter(isPart)
  const places = words.filter((word) => !isPart(word))
  return {
    parts: offlineParts.filter((part) => whole.includes(part) || places.some((place) => partOf(place) === part)),
    // A part that is named besides one of its places goes in whole: it is the folder of all of them.
    only:
      places.length === 0 ? [] : [...places, ...whole.filter((part) => places.some((place) => partOf(place) === part))],
  }
}
