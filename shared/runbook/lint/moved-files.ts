import { editDistance } from '../../kit/edit-distance.ts'
import { nearestWord } from '../../kit/nearest-word.ts'
import { rememberedOf } from '../../kit/remembered.ts'
import type { Runbook } from '../runbook.ts'
import { pagesFor } from '../text/page-address.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { foldersOf, isAlive, isRelative, pathOf, placeOf } from './link-targets.ts'

/** Endings of one kind of file: which of them it has is a matter of taste. */
const SAME_KIND: readonly (readonly string[])[] = [
  ['md', 'markdown', 'mdx', 'mdown', 'mkd'],
  ['html', 'htm'],
  ['yml', 'yaml'],
  ['jpg', 'jpeg'],
]
/** Folders named for what kind of file they hold, or for none: two systems have one each, so their name does not tell whose a file is. */
const KIND_OF_FOLDER =
  /^(?:(?:run|play)[-_ ]?books?|docs?|documentation|content|contents|pages|guides?|how-?tos?|sops?|procedures|alerts?|incidents?|ops|operations|on-?call|troubleshooting|reference|wiki|images?|img|imgs|pictures|pics|assets|attachments|media|static|figures|diagrams|screenshots|files|resources|scripts?|bin|tools?|lib|src|config|conf|common|shared|services?|teams?|templates?|examples?|maps|dashboards|queries|sql|infra|deploy|k8s|charts|terraform|en|de|fr|es|v\d+|old|new|archive|latest)$/i
const MOST_NAMED = 3

/**
 * Where a dead relative link surely leads, written as the link would be: the same path but for the case of its letters or an ending of the same kind, or the
 * one file that kept its name and its folder when that folder was moved. A folder that is still where it was has lost the file; one named for
 * a kind of file ("runbooks", "images") does not tell whose it is, so the folder above it has to be the same as well, and only such names may be gone from
 * the path. Undefined when the link is alive or nothing is sure: a file of the same name may be about another system.
 */
export function sureTargetOf(runbook: Runbook, href: string, context: RunbookCheckContext): string | undefined {
  const [path = ''] = href.split(/[?#]/, 1)
  const rest = href.slice(path.length)
  if (!isRelative(href) || path === '' || isAlive(runbook, href, context)) return undefined
  const wanted = pathOf(runbook, href, context)
  if (wanted === undefined) return undefined
  const found = only(sameButSpelling(wanted, context.files)) ?? only(movedWithFolder(wanted, context.files))
  return found === undefined ? undefined : inLink(wayTo(found, runbook, context)) + rest
}

/** Files that a dead link may have meant, as a person would write them in it, most likely first; a few at most. */
export function likelyTargetsOf(runbook: Runbook, href: string, context: RunbookCheckContext): readonly string[] {
  const wanted = pathOf(runbook, href, context)
  const byName = filesByName(context.files)
  const name = href.split(/[?#]/, 1)[0]?.split('/').at(-1) ?? href
  const near = nearestName(name, namesOf(byName))
  const sure = wanted === undefined ? undefined : only(sameButSpelling(wanted, context.files))
  const places = sure === undefined ? (byName.get(near ?? '') ?? []) : [sure]
  return places.length > MOST_NAMED ? [] : places.map((place) => wayTo(place, runbook, context))
}

/** Whether a file is there that a dead link seems to name to the letter: only how accents are stored differs, a letter with its accent (NFC) or beside it (NFD). */
export function hasSameLetters(runbook: Runbook, href: string, context: RunbookCheckContext): boolean {
  const wanted = pathOf(runbook, href, context)
  const files = filesByLetters(context.files)
  return wanted !== undefined && pagesFor(wanted).some((page) => files.has(page.normalize('NFC')))
}

/** The name most like one, where its stem is: a common ending makes no two names alike. */
function nearestName(name: string, names: readonly string[]): string | undefined {
  const near = nearestWord(name, names)
  if (near === undefined) return undefined
  const [stem, other] = [name, near].map((each) => each.toLowerCase().replace(/\.[^.]+$/, ''))
  const isLike = editDistance(stem ?? '', other ?? '', Math.floor((stem ?? '').length / 3)) !== null
  return isLike ? near : undefined
}

function only(places: readonly string[]): string | undefined {
  return places.length === 1 ? places[0] : undefined
}

function sameButSpelling(wanted: string, files: ReadonlySet<string>): readonly string[] {
  return filesBySpelling(files).get(spellingOf(wanted)) ?? []
}

function movedWithFolder(wanted: string, files: ReadonlySet<string>): readonly string[] {
  const segments = wanted.split('/')
  if (segments.length < 2 || foldersOf(files).has(segments.slice(0, -1).join('/'))) return []
  const telling = segments.slice(0, -1).findLastIndex((segment) => !KIND_OF_FOLDER.test(segment))
  if (telling < 0) return []
  const kept = segments.slice(telling).join('/')
  const sameName = filesByName(files).get(segments.at(-1) ?? '') ?? []
  const before = segments.slice(0, telling).filter((segment) => !KIND_OF_FOLDER.test(segment))
  return sameName.filter((file) => {
    if (file !== kept && !file.endsWith(`/${kept}`)) return false
    const above = file.split('/').slice(0, -(segments.length - telling))
    return before.every((segment) => above.includes(segment))
  })
}

/** A path without what may be spelt in several ways. */
function spellingOf(path: string): string {
  const lower = path.toLowerCase()
  const [, stem, ending] = /^(.+)\.([a-z]+)$/.exec(lower) ?? []
  const kind = SAME_KIND.find((endings) => endings.includes(ending ?? ''))
  return kind === undefined ? lower : `${stem ?? ''}.${kind[0] ?? ''}`
}

function wayTo(file: string, runbook: Runbook, context: RunbookCheckContext): string {
  const from = placeOf(runbook, context).split('/').slice(0, -1)
  const to = file.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

/** A path as it may stand in a link of Markdown; letters of any script stay readable. */
function inLink(path: string): string {
  return path.replace(
    /[ \t%?#<>()"'\\]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}

const namesKnown = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>()
const lettersKnown = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>()
const spellingsKnown = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>()

function filesByName(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  return grouped(files, namesKnown, (file) => file.split('/').at(-1) ?? file)
}

const namesOf = rememberedOf((byName: ReadonlyMap<string, readonly string[]>): readonly string[] => [...byName.keys()])

function filesByLetters(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  return grouped(files, lettersKnown, (file) => file.normalize('NFC'))
}

function filesBySpelling(files: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  return grouped(files, spellingsKnown, spellingOf)
}

/** Made once for each set of files: it is asked for each link of each runbook. */
function grouped(
  files: ReadonlySet<string>,
  memory: WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>,
  keyOf: (file: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const known = memory.get(files)
  if (known) return known
  const groups = new Map<string, string[]>()
  for (const file of files) {
    const key = keyOf(file)
    const group = groups.get(key)
    if (group) group.push(file)
    else groups.set(key, [file])
  }
  memory.set(files, groups)
  return groups
}
