import type { FactRecord } from '../incident/facts/fact-catalog.ts'

/** Turns a record of one version into the next one, and only the next one. */
export type UpcastStep = (record: FactRecord) => FactRecord

/** The version that this Nightdesk writes into `v`. */
export const currentVersion = 1

/** The steps by the version they start from; version 1 is the first, so there are none yet. */
const steps: Readonly<Record<number, UpcastStep>> = {}

/**
 * Builds the way from any older version to `target` as a strict +1 sequence (J7): each step is written once, when its
 * version is born, and never touched again. Throws at once when a step is missing, because that is a bug of the build.
 */
export function upcastChain(known: Readonly<Record<number, UpcastStep>>, target: number): UpcastStep {
  for (let version = 1; version < target; version += 1) {
    if (known[version] === undefined) throw new Error(`no upcast from version ${version} to ${version + 1}`)
  }
  return (record) => {
    let current = record
    while (current.v < target) {
      const step = known[current.v]
      if (step === undefined) return current
      current = { ...step(current), v: current.v + 1 }
    }
    return current
  }
}

/**
 * A record as this version reads it (J7). The log on disk is never rewritten: hash and chain belong to the record as it
 * was written, so this comes after they were checked.
 */
export const upcast: UpcastStep = upcastChain(steps, currentVersion)
