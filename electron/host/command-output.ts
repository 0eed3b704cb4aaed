/** How much of a command's output is kept, in characters: enough for an answer, too little to fill a disk (facts.md 6.10). */
export const MOST_OUTPUT_CHARACTERS = 50_000
/** What of that is for the marks where something is missing, and how many there may be. */
const FOR_MARKS = 2_000
const MOST_MARKS = 50
/** What of that the errors have for themselves, however much else is printed. */
const FOR_ERRORS = 20_000
/** What is kept of the beginning of each stream, in characters; the rest is for its end. */
const HEAD = { out: 10_000, err: 5_000 } as const
/** A line longer than this is cut in its middle. */
const LONGEST_LINE = 10_000
const CUT_LINE = { head: 7_000, tail: 2_500 } as const

/** The two streams that a command prints to. */
export type OutputStream = 'out' | 'err'

/** What a command printed, as much of it as is kept: the beginning and the end of both streams, in the order in which the lines came. */
export type KeptOutput = {
  /** Takes in lines that are whole, and masked. */
  readonly take: (stream: OutputStream, lines: readonly string[]) => void
  /** The kept lines, each with its line end; "[N lines left out]" where some are missing. */
  readonly text: () => string
  readonly linesLeftOut: () => number
  readonly isCapped: () => boolean
}

type Line = { readonly at: number; readonly text: string }
type Kept = { readonly head: Line[]; tail: Line[]; first: number; isHeadFull: boolean; used: number }

const none = (): Kept => ({ head: [], tail: [], first: 0, isHeadFull: false, used: 0 })
const sizeOf = ({ text }: Line): number => text.length + 1

/** A count as people read it: `1,234 lines`. */
const counted = (count: number, what: string): string =>
  `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${what}${count === 1 ? '' : 's'}`

function cutLine(text: string): string {
  if (text.length <= LONGEST_LINE) return text
  const left = text.length - CUT_LINE.head - CUT_LINE.tail
  const [head, tail] = [text.slice(0, CUT_LINE.head), text.slice(-CUT_LINE.tail)]
  return `${head.toWellFormed()} [${counted(left, 'character')} left out] ${tail.toWellFormed()}`
}

function addTo(kept: Kept, line: Line, head: number): void {
  kept.isHeadFull ||= kept.used + sizeOf(line) > head
  ;(kept.isHeadFull ? kept.tail : kept.head).push(line)
  kept.used += sizeOf(line)
}

/** Drops the oldest line that is not among the first ones. */
function dropFrom(kept: Kept): void {
  const line = kept.tail[kept.first]
  if (line === undefined) return
  kept.used -= sizeOf(line)
  kept.first += 1
  if (kept.first < 1_000) return
  kept.tail = kept.tail.slice(kept.first)
  kept.first = 0
}

/** Lines in their order, with a mark where some are missing; where that is in very many places, the last mark counts for the rest. */
function withMarks(lines: readonly Line[]): string {
  let next = 0
  let marks = 0
  let unmarked = 0
  let text = ''
  for (const line of lines) {
    const missing = line.at - next
    if (missing > 0 && marks < MOST_MARKS) {
      text += `[${counted(missing, 'line')} left out]\n`
      marks += 1
    } else unmarked += missing
    text += `${line.text}\n`
    next = line.at + 1
  }
  return unmarked === 0 ? text : `${text}[${counted(unmarked, 'line')} left out between these]\n`
}

/** Room for one command's output. What one stream does not need the other may have. */
export function createKeptOutput(): KeptOutput {
  const kept = { out: none(), err: none() }
  let count = 0
  let leftOut = 0
  let isCut = false
  const hasTail = ({ tail, first }: Kept): boolean => first < tail.length
  const makeRoom = (): void => {
    while (kept.out.used + kept.err.used > MOST_OUTPUT_CHARACTERS - FOR_MARKS) {
      dropFrom((kept.err.used > FOR_ERRORS && hasTail(kept.err)) || !hasTail(kept.out) ? kept.err : kept.out)
      leftOut += 1
    }
  }
  return {
    take: (stream, lines) => {
      for (const whole of lines) {
        const text = cutLine(whole)
        isCut ||= text !== whole
        addTo(kept[stream], { at: count, text: text.toWellFormed() }, HEAD[stream])
        count += 1
        makeRoom()
      }
    },
    text: () => {
      const lines = [kept.out, kept.err].flatMap(({ head, tail, first }) => [...head, ...tail.slice(first)])
      return withMarks(lines.sort((one, other) => one.at - other.at))
    },
    linesLeftOut: () => leftOut,
    isCapped: () => isCut || leftOut > 0,
  }
}

const EXCERPT = { head: 1_200, tail: 2_700 } as const

/** The beginning and the end of an output, cut at line ends where there are some: for a log that keeps the whole elsewhere. */
export function excerptOf(output: string): string {
  if (output.length <= EXCERPT.head + EXCERPT.tail) return output
  const head = output.slice(0, EXCERPT.head)
  const tail = output.slice(-EXCERPT.tail)
  const headEnd = head.lastIndexOf('\n') + 1
  const tailFrom = tail.slice(0, -1).indexOf('\n') + 1
  const first = headEnd > 0 ? head.slice(0, headEnd) : `${head}\n`
  const last = tail.slice(tailFrom)
  const between = output.slice(first.length, output.length - last.length).split('\n').length - 1
  return `${first}[${between > 0 ? counted(between, 'line') : 'the rest'} in between: see the evidence]\n${last}`.toWellFormed()
}
