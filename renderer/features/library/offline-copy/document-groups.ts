import { runbookShelves } from '../../../../shared/library/runbook-shelves.ts'
import type { Pipeline } from '../../../../shared/schedule/team.ts'
import type { Listed } from '../shelve.ts'

/** Documents that are taken along or left out together: the runbooks of a pipeline, or the documents of a folder. */
export type DocumentGroup = {
  readonly id: string
  readonly part: 'runbooks' | 'reference'
  readonly name: string
  readonly paths: readonly string[]
}

const parts = { runbook: 'runbooks', reference: 'reference' } as const

/** The groups of a workspace as the library shelves them; those without a document are left out. */
export const documentGroups = (
  documents: readonly Listed[],
  pipelines: readonly Pipeline[],
): readonly DocumentGroup[] =>
  (['runbook', 'reference'] as const).flatMap((kind) =>
    runbookShelves(
      documents.filter((document) => document.kind === kind),
      pipelines,
    )
      .filter(({ runbooks }) => runbooks.length > 0)
      .map(({ id, name, runbooks }) => ({
        id: `${kind} ${id}`,
        part: parts[kind],
        name: kind === 'reference' && id === 'folder:' ? 'In no folder' : name,
        paths: runbooks.map(({ path }) => path),
      })),
  )

/** The documents of some groups, by path. */
export const pathsOf = (groups: readonly DocumentGroup[], ids: readonly string[]): readonly string[] =>
  groups.filter(({ id }) => ids.includes(id)).flatMap(({ paths }) => paths)
