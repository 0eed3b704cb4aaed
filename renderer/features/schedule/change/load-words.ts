import type { LoadChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'

/** In weeks of strain, as it is shown: by tenths. */
const inTenths = (strain: number): number => Math.round(strain * 10)

/** `9.3 to 8.8 (−0.5)`: how much somebody carries before and after a change; null where what is shown stays the same. */
export function loadChangeWords({ before, after }: Pick<LoadChange, 'before' | 'after'>): string | null {
  const [from, to] = [inTenths(before), inTenths(after)]
  if (from === to) return null
  const shown = (tenths: number): string => (tenths / 10).toFixed(1)
  return `${shown(from)} to ${shown(to)} (${to > from ? '+' : '−'}${shown(Math.abs(to - from))})`
}
