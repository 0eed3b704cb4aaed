const UNIT = '(seconds?|secs?|s|minut(?:es?|en)|mins?|m|hours?|hrs?|h)(?![a-z])'
const AMOUNT = `(\\d{1,4}(?:[.,]\\d{1,2})?)(?:\\s*(?:-|\u2013|to)\\s*(\\d{1,4}(?:[.,]\\d{1,2})?))?\\s*${UNIT}(?:\\s*(\\d{1,2})\\s*(?:minutes?|mins?|m)(?![a-z]))?`
const HEDGE =
  '(?:time[ -]?box(?:ed)?(?: to)?|bis(?: zu)?|max(?:imum)?|at most|up to|no more than|about|approximately|approx|around|roughly|est(?:imated)?(?: time)?|takes|takes about|limit|budget|ca|under|within|[~\u2248<\u2264\u23F1\uFE0F.:]) ?'
const BRACKETED = new RegExp(
  `[([]\\s{0,3}(?:${HEDGE}){0,4}${AMOUNT}\\.?\\s{0,3}(?:max(?:imum)?|time[ -]?box|limit|budget|total|tops)?\\s{0,3}[)\\]]`,
  'iu',
)
const BARE = new RegExp(
  `(?:[~\u2248] ?|\\btime[ -]?box(?:ed)?(?: to)?:? ?|\\b(?:duration|time limit|budget): ?)${AMOUNT}`,
  'iu',
)
/** A limit without brackets counts where the clause ends with it or goes on with what is waited for. */
const LIMIT = new RegExp(
  `\\b(?:up to|max(?:imum)?|at most|no more than|not more than)\\.? {1,3}${AMOUNT}(?=\\.?\\s{0,3}(?:$|[,;:!)\\]\u2013\u2014]|\\.\\s|- |(?:for|until|till|to|and|then)\\b))`,
  'iu',
)
/** In the clause before a limit: it tells how long something is or takes, and gives nobody a time. */
const TOLD = /\b(?:takes?|took|can|may|might|could|will|would|is|are|was|were|be|been|lasts?|keeps?|kept|expect)\b/i
/** In the clause before a limit: it is the limit of a setting or a reading. */
const MEASURED =
  /\b(?:timeouts?|retention|intervals?|ttl|windows?|lag|latency|delays?|age|old|older|late|fresh(?:ness)?|set|increase|raise|lower|reduce|limits?)\b/i

function limitIn(prose: string): RegExpExecArray | null {
  const found = LIMIT.exec(prose)
  if (found === null || /^s/i.test(found[3] ?? '')) return null
  const clause = clauseBefore(found, prose)
  return TOLD.test(clause) || MEASURED.test(clause) ? null : found
}

/** "(5 min)"; "(30s)" in the middle of a sentence is the value of what it stands behind. */
function bracketedIn(prose: string): RegExpExecArray | null {
  const found = BRACKETED.exec(prose)
  if (found === null || !/^s/i.test(found[3] ?? '')) return found
  const isAtTheEdge =
    /^\W*$/.test(prose.slice(0, found.index)) || /^\W*$/.test(prose.slice(found.index + found[0].length))
  return isAtTheEdge ? found : null
}

/** "~10 minutes", and not what something takes ("it is green in ~40 s"), or is held to ("caps the loss at ~24h"). */
function bareIn(prose: string): RegExpExecArray | null {
  const found = BARE.exec(prose)
  if (found === null || !/^[~\u2248]/.test(found[0])) return found
  const clause = clauseBefore(found, prose)
  const isTold = TOLD.test(clause) || AFTER_WHICH.test(clause) || IS_A_BOUND.test(clause)
  return /^s/i.test(found[3] ?? '') || isTold ? null : found
}

const IS_A_BOUND = /\b(?:at|to|of|than|below|above|over|exceeds) (?:about )?$/i
const AFTER_WHICH = /\b(?:in|after|every|within|last|past|since|ago) (?:the )?$/i

function clauseBefore({ index }: RegExpExecArray, prose: string): string {
  const sentence =
    prose
      .slice(Math.max(0, index - 200), index)
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  return sentence.split(/[,;\u2013\u2014]/).at(-1) ?? ''
}

/** The time box in milliseconds: "(5 min)", "~10 minutes", "[2m]", "(1 h)", "(max 10-15 min)", "wait up to 15 minutes", of a range the longer. `prose` is the step without code spans, where `[5m]` means something else. */
export function timeBoxOf(prose: string): number | undefined {
  if (!/\d/.test(prose)) return undefined
  const found = bracketedIn(prose) ?? bareIn(prose) ?? limitIn(prose)
  if (!found) return undefined
  const amount = Number((found[2] ?? found[1] ?? '').replace(',', '.'))
  const unit = (found[3] ?? '').toLowerCase()
  const unitMs = unit.startsWith('h') ? 3_600_000 : unit.startsWith('s') ? 1_000 : 60_000
  const restMs = found[4] && unitMs === 3_600_000 ? Number(found[4]) * 60_000 : 0
  const timeBoxMs = Math.round(amount * unitMs) + restMs
  return timeBoxMs > 0 ? timeBoxMs : undefined
}
