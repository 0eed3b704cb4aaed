import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'

/** Where somebody was in the runbook of an incident. */
type Place = {
  readonly shown: 'steps' | 'text'
  /** The version that was shown, and the id of the step that it was at. */
  readonly sha256: string | undefined
  readonly current: string | undefined
  /** The id of the step that was opened beside the current one. */
  readonly selected: string | null
  /** How far it was scrolled, CSS px. */
  readonly top: number
}

/** By the id of the incident, for this window: who comes back to its screen is where it was left. */
const places = new Map<string, Place>()

/** Empty once the screen stands: what is shown later has no place to come back to. */
export type LeftPlace = RefObject<Place | null>

/** Where the open incident was left, for what is rendered with its screen and not for what is shown later; null where nothing is known. */
export function useLeftPlace(): LeftPlace {
  const { incident } = useOpenIncident()
  const left = useRef(places.get(incident) ?? null)
  useEffect(() => {
    left.current = null
  }, [])
  return left
}

/** Where the same is to be shown that was there when it was left: the same version at the same step. */
export function placeFor(left: Place | null, run: RunbookRun, current: string | undefined): Place | null {
  return left?.sha256 === run.sha256 && left.current === current ? left : null
}

/** Scrolls to where it was left, and remembers what is there when it goes. */
export function useKeptScroll(box: RefObject<HTMLElement | null>, left: Place | null, here: Omit<Place, 'top'>): void {
  const { incident } = useOpenIncident()
  const latest = useRef(here)
  latest.current = here
  const first = useRef(left)
  // What is below scrolls to what is next in an effect of its own, which comes before.
  useEffect(() => {
    if (first.current !== null && box.current !== null) box.current.scrollTop = first.current.top
  }, [box])
  // A layout effect, since what scrolls is still there when it ends.
  useLayoutEffect(() => {
    const element = box.current
    return () => {
      if (element !== null && element.clientHeight > 0)
        places.set(incident, { ...latest.current, top: element.scrollTop })
    }
  }, [box, incident])
}
