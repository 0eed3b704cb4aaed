import { MAX_NESTING } from './parse-blocks.ts'

const MARKERS = /^(?:[ \t]{0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))+/

/**
 * The first line whose list and quote markers nest deeper than the parser follows, or undefined. Looked for before parsing, so that a hostile
 * file costs one pass over its lines and can exhaust no stack.
 */
export function nestsTooDeep(lines: readonly string[]): number | undefined {
  const at = lines.findIndex(
    (line) =>
      markersIn(line) > MAX_NESTING || (indentOf(line) > 4 * MAX_NESTING && /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)),
  )
  return at < 0 ? undefined : at + 1
}

function markersIn(line: string): number {
  if (line.length <= MAX_NESTING) return 0
  const lead = MARKERS.exec(line)?.[0] ?? ''
  return lead.length <= MAX_NESTING ? 0 : (lead.match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
