import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import type { Pipeline } from '../../../shared/schedule/team.ts'
import { openSummaries } from '../../state/selectors.ts'

/** A document as the library lists it, without its text. */
export type Listed = CallOutput<'library.list'>[number]

/** What stands together on the shelf of runbooks: those of one pipeline, or those of one folder that name none. */
export type RunbookShelf = {
  readonly id: string
  readonly name: string
  readonly pipeline: Pipeline | null
  readonly runbooks: readonly Listed[]
}

const { compare } = new Intl.Collator()

const byTitle = (one: Listed, other: Listed): number => compare(one.title, other.title)

const folderOf = (path: string): string => path.split('/').slice(1, -1).join('/')

/** Runbooks by pipeline in the team's order, pipelines without one included, then those that name no known pipeline by folder. */
export function runbookShelves(documents: readonly Listed[], pipelines: readonly Pipeline[]): readonly RunbookShelf[] {
  const runbooks = documents.filter(({ kind }) => kind === 'runbook').toSorted(byTitle)
  const known = new Set(pipelines.map(({ id }) => id))
  const bound = pipelines.map((pipeline) => ({
    id: `pipeline:${pipeline.id}`,
    name: pipeline.name,
    pipeline,
    runbooks: runbooks.filter((runbook) => runbook.pipeline === pipeline.id),
  }))
  const free = runbooks.filter(({ pipeline }) => pipeline === null || !known.has(pipeline))
  const folders = [...new Set(free.map(({ path }) => folderOf(path)))].toSorted()
  const unbound = folders.map((folder) => ({
    id: `folder:${folder}`,
    name: folder === '' ? 'Not tied to a pipeline' : folder,
    pipeline: null,
    runbooks: free.filter(({ path }) => folderOf(path) === folder),
  }))
  return [...bound, ...unbound]
}

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
