/** One property of iCalendar: `NAME;PARAM=value:text`, the text still escaped (RFC 5545, 3.1). */
export type ContentLine = {
  readonly name: string
  readonly params: Readonly<Record<string, string>>
  readonly value: string
}

/** A part of a calendar between BEGIN and END. */
export type Component = {
  readonly name: string
  readonly lines: readonly ContentLine[]
  readonly components: readonly Component[]
}

const mostOctets = 75

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Folds a line at 75 octets without cutting a character in two; each further line begins with a space (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line.toWellFormed()) {
    const size = octetsOf(character)
    if (octets + size > mostOctets) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

const isControl = (character: string): boolean => character < ' ' && character !== '\t' && character !== '\n'

/** Text as a property value: backslash first, then semicolon, comma and line break; other control characters are dropped (RFC 5545, 3.3.11). */
export const escapeText = (text: string): string =>
  [...text.replace(/\r\n?/g, '\n')]
    .filter((character) => !isControl(character))
    .join('')
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\n/g, '\\n')

/** The text of a property value. */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_whole, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter))

/** The lines of a calendar file with its folds undone; line breaks of any kind, since files are mailed about. */
export const unfold = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .filter((line) => line !== '')

/** Cuts at a separator that does not stand in double quotes. */
function cutOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    if (quoted || text[at] !== separator) continue
    parts.push(text.slice(from, at))
    from = at + 1
  }
  return [...parts, text.slice(from)]
}

/** One line taken apart; null when it is none. */
export function readLine(line: string): ContentLine | null {
  const [head = '', ...rest] = cutOutsideQuotes(line, ':')
  if (rest.length === 0) return null
  const [name = '', ...written] = cutOutsideQuotes(head, ';')
  if (!/^[\w-]+$/.test(name)) return null
  const params = written.map((param) => {
    const [key = '', ...values] = param.split('=')
    return [key.toUpperCase(), values.join('=').replace(/^"(.*)"$/, '$1')] as const
  })
  return { name: name.toUpperCase(), params: Object.fromEntries(params), value: rest.join(':') }
}

const deepest = 20

type OpenComponent = { readonly name: string; readonly lines: ContentLine[]; readonly components: Component[] }

/** The components of a calendar file, unclosed ones included as far as they go: half a file is better than none, and says so by its events. */
export function readComponents(text: string): readonly Component[] {
  const root: OpenComponent = { name: '', lines: [], components: [] }
  const open: OpenComponent[] = [root]
  for (const written of unfold(text)) {
    const line = readLine(written)
    if (!line) continue
    const here = open.at(-1) ?? root
    if (line.name === 'BEGIN' && open.length < deepest) {
      const begun: OpenComponent = { name: line.value.trim().toUpperCase(), lines: [], components: [] }
      here.components.push(begun)
      open.push(begun)
    } else if (line.name === 'END') {
      if (open.length > 1 && here.name === line.value.trim().toUpperCase()) open.pop()
    } else here.lines.push(line)
  }
  return root.components
}
