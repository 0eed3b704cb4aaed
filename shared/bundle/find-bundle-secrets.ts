import type { LibraryDocument } from '../contract/answers.ts'
import type { Problem } from '../kit/problem.ts'
import { findSecretProblems } from '../runbook/lint/check-secrets.ts'
import type { Runbook } from '../runbook/runbook.ts'

/**
 * The secrets that would leave with a copy, by the linter's own rules and with their places (W3, B7). A copy is made to be
 * carried around, so it is refused as long as there is one; nothing is masked quietly, because the secret is in Git too.
 */
export function findBundleSecrets(
  documents: readonly Pick<LibraryDocument, 'path' | 'text'>[],
  read: (document: Pick<LibraryDocument, 'path' | 'text'>) => Runbook,
  teamProblems: readonly Problem[],
): readonly Problem[] {
  return [
    ...teamProblems.filter(({ rule }) => rule === 'team/secret'),
    ...documents.flatMap((document) => findSecretProblems(read(document))),
  ]
}
