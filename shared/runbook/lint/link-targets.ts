import { climbsOut, decoded, pathFrom } from '../../kit/relative-path.ts'
import type { Runbook } from '../runbook.ts'
import type { RunbookCheckContext } from './check-context.ts'

const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i
const NOT_A_PATH = /\{\{|\}\}|\{%|%\}|\$\{|[<>]/

/** Whether a link leads out of the files by its scheme (`https:`, `mailto:`) or by two slashes. */
export function hasScheme(href: string): boolean {
  return ANY_SCHEME.test(href) || href.startsWith('//')
}

/** Whether a link means a file by its path; one with a template's variable in it cannot be followed. */
export function isRelative(href: string): boolean {
  return href !== '' && !hasScheme(href) && !NOT_A_PATH.test(decoded(href))
}

/** Where a runbook lies among the files of the context. */
export function placeOf({ path }: Pick<Runbook, 'path'>, { within = '' }: RunbookCheckContext): string {
  return within === '' ? path : `${within}/${path}`
}

/** The path that a relative link means among the files, or undefined when it climbs out of them. A leading slash means their root. */
export function pathOf(runbook: Runbook, href: string, context: RunbookCheckContext): string | undefined {
  const path = pathFromRoot(runbook, href, context)
  return climbsOut(path) ? undefined : path
}

/** The same, with `..` in front where it climbs out of the files. */
function pathFromRoot(runbook: Runbook, href: string, context: RunbookCheckContext): string {
  return pathFrom(placeOf(runbook, context), decoded(href.split(/[?#]/, 1)[0] ?? ''))
}

/** Whether something is there for a relative link, or nothing can be known about it: what a site publishes from its root, hidden files, files that are not listed. */
export function isAlive(runbook: Runbook, href: string, context: RunbookCheckContext): boolean {
  const { files, within, isThere } = context
  if (href.startsWith('/') && within !== undefined) return true
  const path = pathFromRoot(runbook, href, context)
  if (isThere !== undefined && pagesFor(path).some(isThere)) return true
  if (pathOf(runbook, href, context) === undefined) return false
  if (path.split('/').some((segment) => segment.startsWith('.'))) return true
  return files.size === 0 || foldersOf(files).has(path) || fileFor(path, files) !== undefined
}

/** The file that a path means: itself, or the page that a site builder makes from it. */
export function fileFor(path: string, files: ReadonlySet<string>): string | undefined {
  return pagesFor(path).find((candidate) => files.has(candidate))
}

/** What a path may mean: itself, or the sources of the page that a site builder publishes there. */
export function pagesFor(path: string): readonly string[] {
  const page = path.replace(/\.html$/, '')
  const candidates = [path, `${path}.md`, `${path}/index.md`, `${path}/_index.md`, `${path}/README.md`]
  const templates = [`${page}.md.erb`, `${page}.html.md.erb`]
  return [...candidates, `${page}.md`, `${page}.html.md`, ...templates]
}

/** Looked up for each link of each runbook, so it is made once for each set of files. */
const foldersKnown = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** Every folder that holds one of the files, at any depth. */
export function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const known = foldersKnown.get(files)
  if (known) return known
  const folders = new Set([''])
  for (const file of files) {
    const segments = file.split('/')
    for (let count = segments.length - 1; count > 0; count -= 1) folders.add(segments.slice(0, count).join('/'))
  }
  foldersKnown.set(files, folders)
  return folders
}
