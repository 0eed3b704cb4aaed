import type { Problem } from '../kit/problem.ts'
import { nearestWord } from '../schedule/nearest-word.ts'
import type { Runbook, RunbookLink } from './runbook.ts'
import { slugOf } from './slug.ts'

const SAFE = /^(?:https?|mailto|tel):/i
const ANY_SCHEME = /^[a-z][a-z0-9+.-]*:/i
const NOT_A_PATH = /\{\{|\}\}|\$\{|[<>]/

/** Links that lead nowhere, that the app will not open (R7), or pictures that are not there when the network is down (R8). */
export function findLinkProblems(runbook: Runbook, files: ReadonlySet<string>): Problem[] {
  const folders = foldersOf(files)
  return runbook.links.flatMap((link) => checkLink(runbook, link, files, folders) ?? [])
}

function checkLink(
  runbook: Runbook,
  link: RunbookLink,
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): Problem | undefined {
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
  if (href === '' || NOT_A_PATH.test(decoded(href))) return undefined
  if (href.startsWith('#')) return checkAnchor(runbook, link, decoded(href.slice(1)))
  const path = targetOf(runbook.path, decoded(href.split(/[?#]/, 1)[0] ?? ''))
  if (path === undefined || files.size === 0) return path === undefined ? deadLink(at, href, []) : undefined
  const candidates = [path, `${path}.md`, `${path}/index.md`, `${path}/README.md`]
  return candidates.some((candidate) => files.has(candidate)) || folders.has(path)
    ? undefined
    : deadLink(at, href, [...files])
}

function deadLink(
  at: { readonly file: string; readonly line: number },
  href: string,
  files: readonly string[],
): Problem {
  const name = href.split('/').at(-1) ?? href
  const near = nearestWord(
    name,
    files.map((file) => file.split('/').at(-1) ?? file),
  )
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

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set([''])
  for (const file of files) {
    const segments = file.split('/')
    for (let count = segments.length - 1; count > 0; count -= 1) folders.add(segments.slice(0, count).join('/'))
  }
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
