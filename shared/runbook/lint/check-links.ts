import { nearestWord } from '../../kit/nearest-word.ts'
import type { Problem } from '../../kit/problem.ts'
import type { Runbook, RunbookLink } from '../runbook.ts'
import { slugOf } from '../text/slug.ts'
import type { RunbookCheckContext } from './check-context.ts'

const SAFE = /^(?:https?|mailto|tel):/i
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i
const NOT_A_PATH = /\{\{|\}\}|\$\{|[<>]/

/** Links that lead nowhere, that the app will not open (R7), or pictures that are not there when the network is down (R8). */
export function findLinkProblems(runbook: Runbook, context: RunbookCheckContext): Problem[] {
  return runbook.links.flatMap((link) => checkLink(runbook, link, context) ?? [])
}

/**
 * Where a dead relative link should lead, written as the link would be: the one file of that name there is. Undefined when the link is alive, or when no
 * file or several have the name.
 */
export function onlyTargetOf(runbook: Runbook, href: string, context: RunbookCheckContext): string | undefined {
  const [path = '', rest = ''] = href.split(/(?=[?#])/, 2)
  if (!isRelative(href) || path === '' || isAlive(runbook, href, context)) return undefined
  const name = decoded(path).split('/').at(-1) ?? ''
  const places = name.includes('.') ? (filesByName(context.files).get(name) ?? []) : []
  const [only] = places
  if (only === undefined || places.length > 1) return undefined
  const from = placeOf(runbook, context).split('/').slice(0, -1)
  const to = only.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  const steps = [...from.slice(shared).map(() => '..'), ...to.slice(shared)]
  return steps.map(encodeURIComponent).join('/') + rest
}

function checkLink(runbook: Runbook, link: RunbookLink, context: RunbookCheckContext): Problem | undefined {
  const href = link.href.trim()
  const at = { file: runbook.path, line: link.line }
  if (ANY_SCHEME.test(href) || href.startsWith('//')) {
    if (link.image && !/^data:/i.test(href))
      return {
        ...at,
        rule: 'runbook/remote-image',
        severity: 'warning',
        message: 'A picture is loaded from the network, so it is not shown.',
        hint: 'Keep the picture beside the runbook and link to it there.',
      }
    if (SAFE.test(href) || href.startsWith('//') || link.image) return undefined
    return {
      ...at,
      rule: 'runbook/unsafe-link',
      severity: 'error',
      message: `The link "${clip(link.text || href)}" is of a kind that is never opened.`,
      hint: 'Use http, https, mailto or tel.',
    }
  }
  if (href.startsWith('#')) return checkAnchor(runbook, link, decoded(href.slice(1)))
  if (!isRelative(href) || isAlive(runbook, href, context)) return undefined
  return deadLink(at, href, [...filesByName(context.files).keys()])
}

function isRelative(href: string): boolean {
  return href !== '' && !ANY_SCHEME.test(href) && !href.startsWith('//') && !NOT_A_PATH.test(decoded(href))
}

function isAlive(runbook: Runbook, href: string, context: RunbookCheckContext): boolean {
  const { files, within } = context
  if (href.startsWith('/') && within !== undefined) return true
  const path = targetOf(placeOf(runbook, context), decoded(href.split(/[?#]/, 1)[0] ?? ''))
  if (path === undefined) return false
  // Hidden files are not listed, so nothing can be said about them.
  if (path.split('/').some((segment) => segment.startsWith('.'))) return true
  if (files.size === 0 || foldersOf(files).has(path)) return true
  const page = path.replace(/\.html$/, '')
  const candidates = [path, `${path}.md`, `${path}/index.md`, `${path}/_index.md`, `${path}/README.md`]
  const templates = [`${page}.md.erb`, `${page}.html.md.erb`]
  return [...candidates, `${page}.md`, `${page}.html.md`, ...templates].some((candidate) => files.has(candidate))
}

function placeOf({ path }: Runbook, { within = '' }: RunbookCheckContext): string {
  return within === '' ? path : `${within}/${path}`
}

function deadLink(
  at: { readonly file: string; readonly line: number },
  href: string,
  names: readonly string[],
): Problem {
  const near = nearestWord(href.split('/').at(-1) ?? href, names)
  const hint = near === undefined ? 'Correct the path, or remove the link.' : `Did you mean ${near}?`
  return {
    ...at,
    rule: 'runbook/dead-link',
    severity: 'error',
    message: `The link to ${clip(href)} leads to no file of the workspace.`,
    hint,
  }
}

function checkAnchor(runbook: Runbook, link: RunbookLink, fragment: string): Problem | undefined {
  const wanted = slugOf(fragment)
  if (
    fragment === '' ||
    fragment === 'top' ||
    runbook.anchors.some((anchor) => anchor === fragment || slugOf(anchor) === wanted)
  )
    return undefined
  const near = nearestWord(wanted, runbook.anchors)
  const hint = near === undefined ? 'Correct it, or remove the link.' : `Did you mean #${near}?`
  return {
    file: runbook.path,
    line: link.line,
    rule: 'runbook/dead-anchor',
    severity: 'warning',
    message: `The link to #${clip(fragment)} leads to no heading of this file.`,
    hint,
  }
}

/** The workspace path a relative link means, or undefined when it climbs out of the workspace. A leading slash means the workspace. */
function targetOf(from: string, href: string): string | undefined {
  const base = href.startsWith('/') ? [] : from.replaceAll('\\', '/').split('/').slice(0, -1)
  const path = [...base]
  for (const segment of href.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment !== '..') path.push(segment)
    else if (path.pop() === undefined) return undefined
  }
  return path.join('/')
}

/** Looked up for each link of each runbook, so it is made once for each set of files. */
const foldersKnown = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()
const namesKnown = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>()

function filesByName(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const known = namesKnown.get(files)
  if (known) return known
  const byName = new Map<string, string[]>()
  for (const file of files) {
    const name = file.split('/').at(-1) ?? file
    const places = byName.get(name)
    if (places) places.push(file)
    else byName.set(name, [file])
  }
  namesKnown.set(files, byName)
  return byName
}

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
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

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}
