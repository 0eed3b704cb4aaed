const KEY_LEFT_OUT = '(left out: private key)'
const BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/
const END = /-----END (?:[A-Z0-9 ]{0,50}-----)?/

/** A line of a key, whatever a log writes before it: base64 alone, a header of the PEM format, or a long run of base64 somewhere. */
const isOfKey = (line: string): boolean =>
  /^[\s"',]*(?:[A-Za-z0-9+/=]+(?:\\+[nr])*[\s"',\\]*)?$/.test(line) ||
  /^\s*(?:Proc-Type|DEK-Info|Comment|Version):/.test(line) ||
  /[A-Za-z0-9+/=]{30}/.test(line)

/** So many lines in a row that are none of a key end one that was cut short: what comes after it must not be lost. */
const FOREIGN_LINES = 2
/** No key is longer: 16,384 bits are some 200 lines. */
const LONGEST_KEY_LINES = 250

/**
 * Leaves private keys out of lines that come one by one, of which no single one looks like a secret. What stands before and after
 * a key stays, also on its own lines; null is a line that was wholly the key's.
 */
export function createKeyLeaver(): {
  readonly leaveOut: (line: string) => string | null
  /** Whether the next line may be a key's. */
  readonly isInKey: () => boolean
} {
  let isInKey = false
  let foreign = 0
  let lines = 0
  const outside = (line: string): string => {
    let kept = ''
    let rest = line
    for (let begin = BEGIN.exec(rest); begin !== null; begin = BEGIN.exec(rest)) {
      kept += rest.slice(0, begin.index) + KEY_LEFT_OUT
      const key = rest.slice(begin.index + begin[0].length)
      const end = END.exec(key)
      isInKey = end === null
      foreign = 0
      lines = 0
      rest = end === null ? '' : key.slice(end.index + end[0].length)
    }
    return kept + rest
  }
  const leaveOut = (line: string): string | null => {
    if (!isInKey) return outside(line)
    const end = END.exec(line)
    if (end !== null) {
      isInKey = false
      const rest = line.slice(end.index + end[0].length)
      return rest.trim() === '' ? null : outside(rest)
    }
    if (BEGIN.test(line)) return outside(line)
    lines += 1
    if (isOfKey(line) && lines < LONGEST_KEY_LINES) {
      foreign = 0
      return null
    }
    foreign += 1
    if (foreign === FOREIGN_LINES || lines >= LONGEST_KEY_LINES) isInKey = false
    return line
  }
  return { leaveOut, isInKey: () => isInKey }
}
