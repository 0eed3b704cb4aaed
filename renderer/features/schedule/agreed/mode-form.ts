import { modesOverlap, timesWords } from '../../../../shared/schedule/holiday-modes.ts'
import { sameMode } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { type HolidayMode, type Pipeline, type Team, tiers } from '../../../../shared/schedule/team.ts'
import type { TypedFields } from '../change/use-typed.ts'
import { rangeProblem, rangeWords } from './ranges.ts'

type Tier = Pipeline['tier']

/** A holiday mode as the dialog holds it: every field is what a control shows. */
export type ModeFields = {
  readonly reason: string
  readonly from: string
  readonly to: string
  /** `1` is as usual. */
  readonly stretch: string
  /** Empty: nobody waits. */
  readonly severityFloor: string
  readonly tiers: readonly Tier[]
  readonly thresholds: string
}

/** What is wrong with one field, in words. */
export type ModeProblem = { readonly at: 'reason' | 'from' | 'to' | 'tiers' | 'relaxed'; readonly words: string }

/** The fields of a mode to change; for a new one a longer ladder for every pipeline, which is what most teams agree on. */
export const fieldsOf = (mode: HolidayMode | null): ModeFields => ({
  reason: mode?.reason ?? '',
  from: mode?.from ?? '',
  to: mode?.to ?? '',
  stretch: String(mode === null ? 2 : (mode.stretch ?? 1)),
  severityFloor: mode?.severityFloor === undefined ? '' : String(mode.severityFloor),
  tiers: mode === null || mode.tiers.length === 0 ? tiers : mode.tiers,
  thresholds: mode?.thresholds ?? '',
})

/** Fields as they are kept: texts. */
export function asTyped({ tiers: chosen, ...texts }: Partial<ModeFields>): TypedFields {
  return chosen === undefined ? texts : { ...texts, tiers: chosen.join(' ') }
}

/** The fields with what was typed over them. */
export function withTyped(fields: ModeFields, typed: TypedFields): ModeFields {
  const kept = typed.tiers?.split(' ')
  return { ...fields, ...typed, ...(kept && { tiers: tiers.filter((tier) => kept.includes(tier)) }) }
}

/** What the ladder's clock may be slowed by, with whatever the file says besides. */
export function stretchChoices(
  mode: HolidayMode | null,
): readonly { readonly value: string; readonly label: string }[] {
  const usual = [1, 1.5, 2, 3, 4]
  const all = mode?.stretch === undefined || usual.includes(mode.stretch) ? usual : [...usual, mode.stretch]
  return all.map((times) => ({
    value: String(times),
    label: times === 1 ? 'As usual' : `${timesWords(times)} as long`.replace(/^t/, 'T'),
  }))
}

/** Which severities may wait; SEV-4 and SEV-5 never page by themselves, and SEV-1 never waits. */
export function floorChoices(mode: HolidayMode | null): readonly { readonly value: string; readonly label: string }[] {
  const floor = mode?.severityFloor
  return [
    { value: '', label: 'None' },
    { value: '2', label: 'SEV-3' },
    { value: '1', label: 'SEV-2 and SEV-3' },
    ...(floor === undefined || floor < 3 ? [] : [{ value: String(floor), label: `Below SEV-${floor}` }]),
  ]
}

/** The mode that the fields mean: what they do not show of the old one stays. */
export function modeOf(fields: ModeFields, before: HolidayMode | null, timezone: string): HolidayMode {
  const { stretch: _stretch, severityFloor: _floor, thresholds: _thresholds, ...kept } = before ?? { timezone }
  const thresholds = fields.thresholds.trim()
  return {
    ...kept,
    timezone: before?.timezone ?? timezone,
    from: fields.from,
    to: fields.to,
    reason: fields.reason.trim(),
    ...(Number(fields.stretch) > 1 && { stretch: Number(fields.stretch) }),
    ...(fields.severityFloor !== '' && { severityFloor: Number(fields.severityFloor) }),
    ...(thresholds !== '' && { thresholds }),
    tiers: fields.tiers.length === tiers.length ? [] : tiers.filter((tier) => fields.tiers.includes(tier)),
  }
}

/** What is wrong with the fields, the first thing first; null when they are a mode that can be written. */
export function modeProblem(
  fields: ModeFields,
  before: HolidayMode | null,
  team: Team,
  zone: string,
): ModeProblem | null {
  if (fields.reason.trim() === '') return { at: 'reason', words: 'Give it a name, such as Year-end.' }
  const wrong = rangeProblem(fields.from, fields.to)
  if (wrong !== null) return wrong
  if (fields.tiers.length === 0) return { at: 'tiers', words: 'Choose at least one kind of pipeline.' }
  const mode = modeOf(fields, before, zone)
  if (mode.stretch === undefined && mode.severityFloor === undefined && mode.thresholds === undefined) {
    return { at: 'relaxed', words: 'It relaxes nothing yet. Give the ladder more time, or let a severity wait.' }
  }
  const isOther = (each: HolidayMode): boolean => before === null || !sameMode(each, before)
  const clash = team.holidayModes.find((each) => isOther(each) && modesOverlap(each, mode))
  if (clash === undefined) return null
  return { at: 'from', words: `“${clash.reason}” holds then already, ${rangeWords(clash)}.` }
}
