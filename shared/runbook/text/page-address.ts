import { pathFrom } from '../../kit/relative-path.ts'
import { withoutEnding } from './runbook-file.ts'

/** A page that is published as its folder: seen from it an address means the same as from its file. */
const IS_FOLDER = /(?:^|\/)_?(?:index|readme)$/i
/** What an address ends with that names a file; that of a page has no ending. */
const NAMES_FILE = /\.[a-z][a-z\d]{0,8}$/i
const MARKDOWN = ['md', 'mdx', 'markdown']

/**
 * The paths that a relative address may mean in the document at `from`, the surest first, with `..` in front where one climbs out of all folders: counted from
 * the file, as a code host does, and for an address without an ending also from the page: Hugo, MkDocs and others publish `disk.md` as `disk/`, so that
 * `../late/` leads to what lies beside it.
 */
export function pathsMeant(from: string, address: string): readonly string[] {
  const path = pathFrom(from, address)
  const page = withoutEnding(from)
  if (address === '' || address.startsWith('/') || NAMES_FILE.test(address) || IS_FOLDER.test(page)) return [path]
  return [path, pathFrom(`${page}/`, address)]
}

/** What a path may mean: itself, or the sources of the page that a site builder publishes there. */
export function pagesFor(path: string): readonly string[] {
  const page = path.replace(/\.html$/, '')
  return [
    path,
    ...MARKDOWN.map((ending) => `${path}.${ending}`),
    ...['index', '_index', 'README'].flatMap((name) => MARKDOWN.map((ending) => `${path}/${name}.${ending}`)),
    ...MARKDOWN.map((ending) => `${page}.${ending}`),
    ...[`${page}.html.md`, `${page}.md.erb`, `${page}.html.md.erb`],
  ]
}
