import { isMarkdownFile, withoutEnding } from '../runbook/text/runbook-file.ts'

/** The path of a file that was typed or pasted: the words of its name, and its folders and name as they are compared, the last one first. */
export type AskedPath = { readonly words: string; readonly names: readonly string[] }

/** What people copy along with a path: quotes, brackets of a link, marks of code. */
const WRAPPING = /^[<("'`[]+|[>)"'`\]]+$/g
const ADDRESS = /^[a-z][a-z\d+.-]*:\/\//i
/** Behind the file of an address: a question, a heading. */
const BEHIND = /[?#].*$/
/** Behind that of a linter or a search. */
const LINE = /(?::\d+){1,2}$/
/** A path with spaces is known by how it begins; else the words before its first `/` are words. */
const BEGINS_PATH = /^(?:~?\/|\.{1,2}\/|[a-z]:\/)/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const namesOf = (path: string): readonly string[] =>
  withoutEnding(path)
    .normalize('NFC')
    .toLowerCase()
    .split(/[/\\]/)
    .filter((name) => name !== '' && name !== '.')
    .toReversed()

/** The path of a Markdown file as somebody copied it, from a terminal, an editor, a repository's page or the console itself; null for any other words. */
export function askedPath(query: string): AskedPath | null {
  const bare = query.trim().replace(WRAPPING, '')
  const isAddress = ADDRESS.test(bare)
  const place = bare.replaceAll('\\', '/').replace(LINE, '')
  const before = place.replace(BEHIND, '')
  // `#` and `?` may stand in the name itself.
  const file = isAddress || isMarkdownFile(before) || !isMarkdownFile(place) ? before : place
  const path = isAddress ? decoded(file.replace(ADDRESS, '')) : file
  const hasWordsBefore = /\s/.test(path.split('/')[0] ?? '')
  if (!isMarkdownFile(path) || (hasWordsBefore && !isAddress && !BEGINS_PATH.test(path))) return null
  const words = withoutEnding(path.split('/').at(-1) ?? '')
  return words === '' ? null : { words, names: namesOf(path) }
}

/** How many of a file's last names are those that were asked for: 0 when it is called otherwise. Endings of Markdown are all one. */
export function agreement({ names }: AskedPath, path: string): number {
  const own = namesOf(path)
  const differs = names.findIndex((name, at) => name !== own[at])
  return differs < 0 ? names.length : differs
}
