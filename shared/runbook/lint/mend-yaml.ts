import { parseDocument } from 'yaml'
import { KNOWN_KEYS, plainKey } from '../text/front-matter-fields.ts'

/** More lines than a person breaks by hand. */
const MOST_MENDED = 20
const KEY = /^(\s*(?:- )?([A-Za-z][\w-]*):\s+)(.*)$/
/** Where YAML ends a value that is not quoted: at a `#` behind a space (YAML 1.2.2, rule 75). */
const COMMENT = /\s#/
/** A colon within the value, or a first character that YAML keeps for itself. */
const NEEDS_QUOTES = /^(?:[^"'[{|>&*!#\s].*:(?:\s.*)?|[@`%].*)$/
/** Keys that hold words a person reads, so that a colon in them is one of the sentence. */
const WORDS: ReadonlySet<string> = new Set([
  ...KNOWN_KEYS.title,
  ...'abstract comment description excerpt heading linktitle message note notes pagetitle reason sidebarlabel subtitle summary text'.split(
    ' ',
  ),
])
/** Keys of ours that hold keys themselves. */
const MAPPINGS: ReadonlySet<string> = new Set([
  ...KNOWN_KEYS.matches,
  ...KNOWN_KEYS.scenarios,
  ...KNOWN_KEYS.policy,
  ...KNOWN_KEYS.nightdesk,
])
/** "alertname: KubeDown": a key and its value, put on the line of the key above them. */
const ENTRY = /^["']?[\w.-]+["']?:(?:\s|$)/

/**
 * The lines of YAML that is not valid, made valid: quotes around words that hold a colon or begin with a special character, and spaces for tabs. Only lines
 * at which the parser stops are touched. What may be keys on one line gets no quotes: the error would be gone, and what was meant as well. Undefined when that is not enough, or when it cannot be told what was meant.
 */
export function mendYaml(lines: readonly string[]): readonly string[] | undefined {
  const mended = [...lines]
  for (let count = 0; count <= MOST_MENDED; count += 1) {
    const [error] = parseDocument(mended.join('\n'), { uniqueKeys: false, logLevel: 'silent' }).errors
    if (error === undefined) return mended
    const index = (error.linePos?.[0].line ?? 0) - 1
    const line = mended[index]
    const better = line === undefined ? undefined : (withoutTabs(line) ?? withQuotes(line))
    if (better === undefined) return undefined
    mended[index] = better
  }
  return undefined
}

function withoutTabs(line: string): string | undefined {
  const spaced = line.replace(/^[ \t]+/, (margin) => margin.replaceAll('\t', '  '))
  return spaced === line ? undefined : spaced
}

function withQuotes(line: string): string | undefined {
  const [, key = '', name = '', rest = ''] = KEY.exec(line) ?? []
  const mark = rest.search(COMMENT)
  const value = rest.slice(0, mark < 0 ? undefined : mark).trimEnd()
  const comment = rest.slice(value.length)
  // "Ticket: late #12" may mean the number or a comment.
  if (/^\s+#\S/.test(comment) || !NEEDS_QUOTES.test(value)) return undefined
  if (MAPPINGS.has(plainKey(name)) || (ENTRY.test(value) && !WORDS.has(plainKey(name)))) return undefined
  return `${key}"${value.replace(/[\\"]/g, '\\$&')}"${comment}`
}
