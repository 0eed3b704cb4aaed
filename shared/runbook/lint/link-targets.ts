import { climbsOut, decoded, pathFrom } from '../../kit/relative-path.ts'
import type { Runbook } from '../runbook.ts'
import { pagesFor, pathsMeant } from '../text/page-address.ts'
import type { RunbookCheckContext } from './check-context.ts'

const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i
const NOT_A_PATH = /\{\{|\}\}|\{%|%\}|\$\{|^\$[A-Z_][A-Z\d_]*\/|[<>]/

/** Whether a link leads out of the files by its scheme (`https:`, `mailto:`) or by two slashes. */
export function hasScheme(href: string): boolean {
  return ANY_SCHEME.test(href) || href.startsWith('//')
}

/** Whether a link means a file by its path; one with a template's variable in it cannot be followed. */
export function isRelative(href: string): boolean {
  return href !== '' && !hasScheme(href) && !NOT_A_PATH.test(decoded(href))
}

/** Where a runbook lies among the files of the context. */
export function placeOf({ path }: Pick<Runbook, 'path'>, { within = '' }: Pick<RunbookCheckContext, 'within'>): string {
  return within === '' ? path : `${within}/${path}`
}

/** The path that a relative link means among the files, or undefined when it climbs out of them. A leading slash means their root. */
export function pathOf(runbook: Runbook, href: string, context: RunbookCheckContext): string | undefined {
  const [path = ''] = pathsOf(runbook, href, context)
  return climbsOut(path) ? undefined : path
}

const IN_SITE = /^@site\//

/** All that it may mean, the surest first, with `..` in front where it climbs out of the files. */
function pathsOf(runbook: Runbook, href: string, context: RunbookCheckContext): readonly string[] {
  const path = decoded(href.split(/[?#]/, 1)[0] ?? '')
  const from = placeOf(runbook, context)
  if (!IN_SITE.test(path)) return pathsMeant(from, path)
  const site = siteOf(runbook, context)
  return site === undefined ? [path] : [pathFrom('', `${site}/${path.replace(IN_SITE, '')}`)]
}

const SITE_SETTINGS = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((ending) => `docusaurus.config.${ending}`)

/** The folder of the site that Docusaurus makes of a page, which links call `@site`; undefined when none is known. */
export function siteOf(
  runbook: Pick<Runbook, 'path'>,
  context: Pick<RunbookCheckContext, 'files' | 'within'>,
): string | undefined {
  const folders = placeOf(runbook, context).split('/').slice(0, -1)
  const above = [...folders, ''].map((_, count) => folders.slice(0, folders.length - count).join('/'))
  return above.find((folder) =>
    SITE_SETTINGS.some((name) => context.files.has(folder === '' ? name : `${folder}/${name}`)),
  )
}

/**
 * Whether something is there for a relative link, or nothing can be known about it: what a site publishes from its root, a site whose root is not known, hidden
 * files, files that are not listed.
 */
export function isAlive(runbook: Runbook, href: string, context: RunbookCheckContext): boolean {
  const { files, within, isThere } = context
  if (href.startsWith('/') && within !== undefined) return true
  if (IN_SITE.test(href) && siteOf(runbook, context) === undefined) return true
  const paths = pathsOf(runbook, href, context)
  if (isThere !== undefined && paths.some((path) => pagesFor(path).some(isThere))) return true
  const inside = paths.filter((path) => !climbsOut(path))
  if (inside.length === 0) return false
  if (inside.some((path) => path.split('/').some((segment) => segment.startsWith('.')))) return true
  return files.size === 0 || inside.some((path) => foldersOf(files).has(path) || fileFor(path, files) !== undefined)
}

/** The file that a relative link means: itself, or the page that a site builder makes from it; undefined when it is none of the files. */
export function fileOf(runbook: Runbook, href: string, context: RunbookCheckContext): string | undefined {
  return pathsOf(runbook, href, context).flatMap((path) => fileFor(path, context.files) ?? [])[0]
}

function fileFor(path: string, files: ReadonlySet<string>): string | undefined {
  return pagesFor(path).find((candidate) => files.has(candidate))
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
