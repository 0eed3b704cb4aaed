import { linesTaken } from '../kit/is-longer-than.ts'
import { remembered } from '../kit/remembered.ts'
import { warns } from './steps/warnings.ts'
import { parseBlocks } from './text/parse-blocks.ts'
import { commonMarkLines } from './text/source-lines.ts'

const ENDS_A_SENTENCE = /(?:^\s*|[.!?:\uFF1A\u3002]\W*)$/

/** The lines that do not fit into the first so many; a sentence that goes on there with its beginning. */
function behindFirst(lines: readonly string[], shown: number): readonly string[] {
  let taken = 0
  let at = lines.findIndex((line) => {
    taken += linesTaken(line)
    return taken > shown
  })
  if (at < 0) return []
  while (at > 0 && !ENDS_A_SENTENCE.test(lines[at - 1] ?? '')) at -= 1
  return lines.slice(at)
}

/** The lines that do not fit into the last so many; a sentence that ends below with what of it stands above. */
function aboveLast(lines: readonly string[], shown: number): readonly string[] {
  let taken = 0
  const at = lines.findLastIndex((line) => {
    taken += linesTaken(line)
    return taken > shown
  })
  return lines.slice(0, at + 1)
}

function warnsIn(hidden: string): boolean {
  const lines = commonMarkLines(hidden.split('\n'))
  return parseBlocks(lines.join('\n'), lines).some((block) => warns(block, lines))
}

const remembersWarning = remembered(warnsIn)

/**
 * Whether what is folded away of an author's words warns or forbids (R3.14): of long words only the first lines show, or the last ones (`isEnd`)
 * straight above a command. Nobody may overlook such a thing because it stands further down.
 */
export function warnsOutOfSight(markdown: string, shown: number, isEnd = false): boolean {
  const lines = markdown.split('\n')
  const hidden = isEnd ? aboveLast(lines, shown) : behindFirst(lines, shown)
  return hidden.length > 0 && remembersWarning(hidden.join('\n'))
}
