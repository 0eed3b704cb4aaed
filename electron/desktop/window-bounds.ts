import type { Rectangle } from 'electron'

/** Where a window was left; a preference, so losing it loses nothing. */
export type WindowPlace = Rectangle & { readonly isMaximized: boolean }

/** The smallest window in which every screen works. */
export const smallest = { width: 1024, height: 640 }
const preferred = { width: 1440, height: 900 }
/** As much of a window as must lie on a display for a hand to reach it. */
const reachable = 100

const overlap = (startA: number, lengthA: number, startB: number, lengthB: number): number =>
  Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB)

const isReachable = (place: Rectangle, area: Rectangle): boolean =>
  overlap(place.x, place.width, area.x, area.width) >= reachable &&
  overlap(place.y, place.height, area.y, area.height) >= reachable &&
  place.y >= area.y

const within = (length: number, least: number, most: number): number =>
  Math.round(Math.min(Math.max(length, least), most))

/**
 * The bounds for a new window: where it was left when a display still shows that place, else in the middle of the first display.
 * Never larger than the display; never smaller than `smallest` unless the display is.
 */
export function fitBounds(left: Rectangle | null, workAreas: readonly [Rectangle, ...Rectangle[]]): Rectangle {
  const home = left === null ? undefined : workAreas.find((area) => isReachable(left, area))
  const area = home ?? workAreas[0]
  const wanted = left ?? preferred
  const width = within(wanted.width, Math.min(smallest.width, area.width), area.width)
  const height = within(wanted.height, Math.min(smallest.height, area.height), area.height)
  if (left !== null && home !== undefined) {
    const x = within(left.x, area.x + reachable - width, area.x + area.width - reachable)
    const y = within(left.y, area.y, area.y + area.height - reachable)
    return { x, y, width, height }
  }
  const x = area.x + Math.round((area.width - width) / 2)
  const y = area.y + Math.round((area.height - height) / 2)
  return { x, y, width, height }
}
