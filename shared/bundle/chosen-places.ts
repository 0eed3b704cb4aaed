import type { LibraryDocument } from '../contract/answers.ts'
import { nearestWord } from '../kit/nearest-word.ts'
import { findPipeline, type Team } from '../schedule/team.ts'
import { type AbsentDocument, type OfflineChoice, offlineParts } from './offline-copy.ts'

/** The workspace that is chosen from. */
type Listed = { readonly documents: readonly LibraryDocument[]; readonly team: Team }
type Narrowing = Pick<OfflineChoice, 'parts' | 'only' | 'leaveOut'>

/** A place as paths are written: `./runbooks\gds/*` and `runbooks/gds/` are the folder `runbooks/gds`, people write all of them. */
export const tidiedPlace = (place: string): string =>
  place
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/(?:\/\*{0,2})+$/, '')

/** Each folder above a path, the widest first: `runbooks`, `runbooks/gds`. */
const foldersOf = (path: string): string[] => {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

/** Finds what a place means: a document, all below a folder, or all runbooks of a pipeline by its id or name; none when it is nothing of these. */
function placeFinder({ documents, team }: Listed): (place: string) => readonly LibraryDocument[] {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  return (place) => {
    const path = tidiedPlace(place)
    const document = byPath.get(path)
    if (document !== undefined) return [document]
    const below = documents.filter((each) => each.path.startsWith(`${path}/`))
    if (below.length > 0) return below
    const named = path.toLowerCase()
    return documents.filter(({ pipeline }) => {
      if (pipeline === null) return false
      return [pipeline, findPipeline(team, pipeline)?.name ?? pipeline].some((name) => name.toLowerCase() === named)
    })
  }
}

/** The first place of a choice at which no document is, with the name that was perhaps meant; null when all are known. */
export function unknownPlace(
  source: Listed,
  { only, leaveOut }: Narrowing,
): { place: string; nearest?: string } | null {
  const documentsAt = placeFinder(source)
  const place = [...only, ...leaveOut].find((each) => documentsAt(each).length === 0)
  if (place === undefined) return null
  const parts = only.includes(place) ? offlineParts : []
  const names = source.documents.flatMap(({ path, pipeline }) => [
    path,
    ...foldersOf(path),
    ...(pipeline === null ? [] : [pipeline]),
  ])
  const nearest = nearestWord(tidiedPlace(place), [...new Set([...parts, ...names])])
  return { place, ...(nearest === undefined ? {} : { nearest }) }
}

const kindsOf = ({ parts }: Pick<OfflineChoice, 'parts'>) => ({
  runbook: parts.includes('runbooks'),
  reference: parts.includes('reference'),
})

/** The documents of a choice: those of its parts, of a part that `only` names a place of no others, and none that is left out (B1). */
export function wantedDocuments(source: Listed, choice: Narrowing): readonly LibraryDocument[] {
  const kinds = kindsOf(choice)
  const documentsAt = placeFinder(source)
  const only = new Set(choice.only.flatMap(documentsAt))
  const narrowed = new Set([...only].map(({ kind }) => kind))
  const out = new Set(choice.leaveOut.flatMap(documentsAt))
  return source.documents.filter(
    (document) => kinds[document.kind] && !out.has(document) && (!narrowed.has(document.kind) || only.has(document)),
  )
}

const LEFT_OUT = 'It was left out when the copy was made.'

/** What a choice leaves behind of its own parts; a folder of which nothing is in the copy is one row, however much is in it. */
export function leftOutPlaces(source: Listed, choice: Narrowing): AbsentDocument[] {
  const kinds = kindsOf(choice)
  const wanted = new Set(wantedDocuments(source, choice))
  const kept = new Set([...wanted].flatMap(({ path }) => foldersOf(path)))
  const rows = new Map<string, { path: string; documents: number }>()
  for (const document of source.documents) {
    if (!kinds[document.kind] || wanted.has(document)) continue
    const folder = foldersOf(document.path).find((each) => !kept.has(each))
    const row = rows.get(folder ?? document.path)
    if (row === undefined) rows.set(folder ?? document.path, { path: document.path, documents: 1 })
    else rows.set(folder ?? document.path, { path: `${folder}/`, documents: row.documents + 1 })
  }
  return [...rows.values()].map((row) => ({ ...row, why: LEFT_OUT }))
}
