const UNIT = '(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)(?![a-z])'
const AMOUNT = `(\\d{1,4}(?:[.,]\\d{1,2})?)(?:\\s*(?:-|\u2013|to)\\s*(\\d{1,4}(?:[.,]\\d{1,2})?))?\\s*${UNIT}(?:\\s*(\\d{1,2})\\s*(?:minutes?|mins?|m)(?![a-z]))?`
const HEDGE =
  '(?:time[ -]?box(?:ed)?(?: to)?|max(?:imum)?|at most|up to|no more than|about|approximately|approx|around|roughly|est(?:imated)?(?: time)?|takes|takes about|limit|budget|ca|under|within|[~\u2248<\u2264\u23F1\uFE0F.:]) ?'
const BRACKETED = new RegExp(
  `[([]\\s{0,3}(?:${HEDGE}){0,4}${AMOUNT}\\s{0,3}(?:max(?:imum)?|time[ -]?box|limit|budget|total|tops)?\\s{0,3}[)\\]]`,
  'iu',
)
const BARE = new RegExp(
  `(?:[~\u2248] ?|\\btime[ -]?box(?:ed)?(?: to)?:? ?|\\b(?:duration|time limit|budget): ?)${AMOUNT}`,
  'iu',
)

/** The time box in milliseconds: "(5 min)", "~10 minutes", "[2m]", "(1 h)", "(max 10-15 min)", of a range the longer. `prose` is the step without code spans, where `[5m]` means something else. */
export function timeBoxOf(prose: string): number | undefined {
  if (!/\d/.test(prose)) return undefined
  const found = BRACKETED.exec(prose) ?? BARE.exec(prose)
  if (!found) return undefined
  const amount = Number((found[2] ?? found[1] ?? '').replace(',', '.'))
  const unit = (found[3] ?? '').toLowerCase()
  const unitMs = unit.startsWith('h') ? 3_600_000 : unit.startsWith('s') ? 1_000 : 60_000
  const restMs = found[4] && unitMs === 3_600_000 ? Number(found[4]) * 60_000 : 0
  const timeBoxMs = Math.round(amount * unitMs) + restMs
  return timeBoxMs > 0 ? timeBoxMs : undefined
}
