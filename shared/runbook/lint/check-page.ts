import type { Problem } from '../../kit/problem.ts'
import { readFrontMatter } from '../text/read-front-matter.ts'
import { sourceLines } from '../text/source-lines.ts'
import { findSecretProblems } from './check-secrets.ts'
import { withoutSilenced } from './silence.ts'

/** What is wrong with a page that is no runbook (R8): only the secrets in it, for it is in Git as well. They are silenced as in a runbook. */
export function checkPage(page: { readonly path: string; readonly text: string }): Problem[] {
  const found = findSecretProblems(page)
  if (found.length === 0) return []
  const { frontMatter } = readFrontMatter(page.path, sourceLines(page.text))
  return withoutSilenced({ ...page, frontMatter }, found).filter(({ rule }) => rule === 'runbook/secret')
}
