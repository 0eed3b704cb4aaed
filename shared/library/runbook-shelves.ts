import type { Pipeline } from '../schedule/team.ts'

/** What a shelf needs to know of a runbook. */
export type Shelved = { readonly path: string; readonly title: string; readonly pipeline: string | null }

/** What stands together on the shelf of runbooks: those of one pipeline, or those of one folder that name none. */
export type RunbookShelf<Runbook extends Shelved> = {
  readonly id: string
  readonly name: string
  readonly pipeline: Pipeline | null
  readonly runbooks: readonly Runbook[]
}

// One language for all, so that the same workspace stands in the same order on every machine and in every offline copy.
const { compare } = new Intl.Collator('en', { numeric: true })

/** The order of documents on a shelf; `case 3` stands before `case 10`. */
export const byTitle = (one: Pick<Shelved, 'title'>, other: Pick<Shelved, 'title'>): number =>
  compare(one.title, other.title)

/** The folder of a document below the one of its kind: `gds` of `runbooks/gds/lag.md`, empty for one that lies in none. */
export const shelfFolder = (path: string): string => path.split('/').slice(1, -1).join('/')

/** Runbooks by pipeline in the team's order, pipelines without one included, then those that name no known pipeline by folder. */
export function runbookShelves<Runbook extends Shelved>(
  unordered: readonly Runbook[],
  pipelines: readonly Pipeline[],
): readonly RunbookShelf<Runbook>[] {
  const runbooks = unordered.toSorted(byTitle)
  const known = new Set(pipelines.map(({ id }) => id))
  const bound = pipelines.map((pipeline) => ({
    id: `pipeline:${pipeline.id}`,
    name: pipeline.name,
    pipeline,
    runbooks: runbooks.filter((runbook) => runbook.pipeline === pipeline.id),
  }))
  const byFolder = new Map<string, Runbook[]>()
  for (const runbook of runbooks) {
    if (runbook.pipeline !== null && known.has(runbook.pipeline)) continue
    const folder = shelfFolder(runbook.path)
    const shelved = byFolder.get(folder)
    if (shelved === undefined) byFolder.set(folder, [runbook])
    else shelved.push(runbook)
  }
  const unbound = [...byFolder.keys()].toSorted(compare).map((folder) => ({
    id: `folder:${folder}`,
    name: folder === '' ? 'In no pipeline or folder' : folder,
    pipeline: null,
    runbooks: byFolder.get(folder) ?? [],
  }))
  return [...bound, ...unbound]
}
