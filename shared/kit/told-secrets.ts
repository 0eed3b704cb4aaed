import { looksRandom, looksTyped } from './secret-look.ts'
import type { SecretShape } from './token-shapes.ts'

const PASSWORD =
  'pass(?:word|wd|phrase|code)|pwd|passwort|kennwort|mot de passe|contraseña|senha|пароль|密码|密碼|パスワード'
/** What each of these words has in it. Of all letters that are one in either case, a text of Latin-1 has only those that are quick to compare. */
const SIGN_IN_LATIN_1 = /pass|pwd|kennwort|contrase|senha/i
const SIGN_IN_ANY = /pass|pwd|kennwort|contrase|senha|парол|密|パス/iu
const BEYOND_LATIN_1 = /[^\0-\xFF]/
const PASSWORD_SIGN = {
  test: (text: string): boolean => SIGN_IN_LATIN_1.test(text) || (BEYOND_LATIN_1.test(text) && SIGN_IN_ANY.test(text)),
}
const END = '[\\s.,;:!?)*_"\'`”’]*'

const trimmed = (value: string): string => value.replace(/[.,;:!?)*_]+$/, '')

/** Secrets that a sentence tells: "The root password is …", "password `…`". */
export const toldShapes: readonly SecretShape[] = [
  {
    name: 'a password',
    sign: PASSWORD_SIGN,
    shape: new RegExp(
      `(?<![\\p{L}\\d])(?:${PASSWORD})(?:[_.-]?\\d{1,3})?(?![\\p{L}\\d])["'*_\`]{0,3}(?:\\s(?:for|of|to|on|für|von|de|du|del|da|do)\\s[^\\n.:=|]{1,60}?)?\\s{0,2}(?:\\bis\\b|\\bare\\b|\\bist\\b|\\best\\b|\\bes\\b|é\\s|[:=：]|→|—)\\s{0,3}(?:now\\s|set to\\s)?["'“*_\`]{0,3}(?<value>[^\\s"'“”\`|<>,;]{6,80})`,
      'giu',
    ),
    accepts: (value) => looksTyped(trimmed(value)),
  },
  {
    name: 'a password',
    sign: PASSWORD_SIGN,
    shape: new RegExp(`(?<![\\p{L}\\d-])(?:${PASSWORD})\\s{1,2}[“"'\`](?<value>[^\\s“”"'\`]{6,80})[”"'\`]`, 'giu'),
    accepts: looksTyped,
  },
  {
    name: 'a password',
    sign: /\s\/\s/,
    shape:
      /\b(?:login|credentials?|creds|user(?:name)?)\b[^\n:=|]{0,40}[:=]\s{0,3}["'`]?[\w.@-]{1,60}["'`]?\s{1,2}\/\s{1,2}["'`]?(?<value>[^\s"'`|<>,;]{6,80})/gi,
    accepts: (value) => looksTyped(trimmed(value)),
  },
]

const NAMES_PASSWORD = new RegExp(`^[\\W_]*(?:[\\p{L}\\d]+[ _-]){0,3}(?:${PASSWORD}|pass|pw)${END}$`, 'iu')
const NAMES_TOKEN = /^[\W_]*(?:\w+[ _-]){0,3}(?:token|api[ _-]?key|secret(?:[ _-]?key)?|access[ _-]?key)[\W_]*$/i

type Cell = { readonly text: string; readonly from: number }

function cellsOf(line: string, start: number): Cell[] {
  let from = start
  return line.split('|').map((cell) => {
    const begun = cell.trimStart().replace(/^[`*_]{1,4}/, '')
    const found = { text: begun.trimEnd().replace(/[`*_]{1,4}$/, ''), from: from + cell.length - begun.length }
    from += cell.length + 1
    return found
  })
}

/** Whether a line stands between the headings and the rows of a table, in Markdown or in what a database prints. */
export const isTableDivider = (line: string): boolean => line.includes('-') && /^[\s|:+-]+$/.test(line)

const LONGEST_HEADING = 60

const kindOf = (heading: string, value: string): string | null => {
  if (heading.length > LONGEST_HEADING) return null
  if (NAMES_PASSWORD.test(heading) && looksTyped(value)) return 'a password'
  return NAMES_TOKEN.test(heading) && looksRandom(value) ? 'a token' : null
}

/** Secrets in the cells of a table: beside a cell that names them, or below a heading that does. */
export function secretsInTables(text: string): { name: string; from: number; to: number }[] {
  if (!text.includes('|')) return []
  const found: { name: string; from: number; to: number }[] = []
  let start = 0
  let above: readonly Cell[] = []
  let headings: readonly Cell[] = []
  for (const line of text.split('\n')) {
    if (isTableDivider(line)) headings = above
    else if (!line.includes('|')) headings = above = []
    else {
      const cells = cellsOf(line.slice(0, 10_000), start)
      cells.forEach(({ text: value, from }, column) => {
        const name = kindOf(cells[column - 1]?.text ?? '', value) ?? kindOf(headings[column]?.text ?? '', value)
        if (name !== null) found.push({ name, from, to: from + value.length })
      })
      above = cells
    }
    start += line.length + 1
  }
  return found
}
