import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { byTitle, runbookShelves, type RunbookShelf as Shelf } from '../../../shared/library/runbook-shelves.ts'
import type { Pipeline } from '../../../shared/schedule/team.ts'
import { openSummaries } from '../../state/selectors.ts'

/** A document as the library lists it, without its text. */
export type Listed = CallOutput<'library.list'>[number]

/** A shelf of runbooks in the list. */
export type RunbookShelf = Shelf<Listed>

/** The runbooks among the documents, shelf by shelf. */
export const shelvesOf = (documents: readonly Listed[], pipelines: readonly Pipeline[]): readonly RunbookShelf[] =>
  runbookShelves(
    documents.filter(({ kind }) => kind === 'runbook'),
    pipelines,
  )

/** Rows that a shelf takes; an empty one says so in a row. */
const rowsOf = ({ runbooks }: RunbookShelf): number => Math.max(1, runbooks.length)

/** Rows that all shelves take. */
export const rowCount = (shelves: readonly RunbookShelf[]): number =>
  shelves.reduce((count, shelf) => count + rowsOf(shelf), 0)

/** The first rows of the runbooks, shelf by shelf: as many as fill the screen are shown before the rest. */
export function firstRunbooks(shelves: readonly RunbookShelf[], most: number): readonly RunbookShelf[] {
  let left = most
  return shelves.flatMap((shelf) => {
    if (left <= 0) return []
    const first = { ...shelf, runbooks: shelf.runbooks.slice(0, left) }
    left -= rowsOf(first)
    return [first]
  })
}

/** The reference shelf, by title. */
export const referenceShelf = (documents: readonly Listed[]): readonly Listed[] =>
  documents.filter(({ kind }) => kind === 'reference').toSorted(byTitle)

/** Incidents that are over, the latest first. */
export function pastIncidents(summaries: readonly IncidentSummary[]): readonly IncidentSummary[] {
  const open = new Set(openSummaries(summaries))
  return summaries.filter((each) => !open.has(each)).toSorted((a, b) => b.detectedAt.localeCompare(a.detectedAt))
}
