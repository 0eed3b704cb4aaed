import { useMemo } from 'react'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import type { Problem } from '../../../shared/kit/problem.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { goTo } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { dayKey } from '../../ui/time-words.ts'
import { bodyOf } from './body.ts'
import { contentsOf } from './contents.ts'
import { addressOf } from './document-place.ts'
import { documentProblems } from './document-problems.ts'
import { linkTarget } from './link-target.ts'
import type { Listed } from './shelve.ts'

const noProblems: readonly Problem[] = []

/** Follows a link to another file of the workspace, within the library when it is there. */
export function useWorkspaceLinks(from: string, documents: readonly Listed[]): (href: string) => void {
  const store = useDeskStore()
  const folder = useSelected((state) => state.desk?.workspace.path ?? '')
  return (href) => {
    const target = linkTarget(from, href, new Set(documents.map(({ path }) => path)))
    switch (target.kind) {
      case 'document':
        return goTo({ screen: 'library', path: addressOf(target.place) })
      case 'file':
        return store.showRefusal(
          `The Library holds no document at ${target.path}. If it is there, it lies in ${folder}.`,
        )
      case 'outside':
        return store.showRefusal('This link leads out of the workspace, so it is not followed.')
    }
  }
}

/** A document as the reader shows it: its prose, its contents, what is wrong with it. */
export function useReading(document: LibraryDocument) {
  const { path, text, kind } = document
  const read = useMemo(() => parseRunbook({ path, text }), [path, text])
  const entries = useMemo(() => contentsOf(read), [read])
  const zone = useSelected(selectZone)
  const today = dayKey(useNow(60_000), zone)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const found = useSelected((state) => state.desk?.workspace.problems ?? noProblems)
  const problems = useMemo(() => documentProblems({ kind, read }, team, found, today), [kind, read, team, found, today])
  return { read, entries, today, problems, ...useMemo(() => bodyOf(read), [read]) }
}
