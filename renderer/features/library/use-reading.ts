import { useMemo } from 'react'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import type { Problem } from '../../../shared/kit/problem.ts'
import { parseRunbook } from '../../../shared/runbook/parse-runbook.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { selectZone } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { dayKey } from '../../ui/time-words.ts'
import { bodyOf } from './body.ts'
import { contentsOf } from './contents.ts'
import { documentProblems } from './document-problems.ts'

const noProblems: readonly Problem[] = []

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
