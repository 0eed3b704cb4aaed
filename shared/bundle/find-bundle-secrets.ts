import type { Problem } from '../kit/problem.ts'
import { findSecretProblems } from '../runbook/lint/check-secrets.ts'
import { withoutSilenced } from '../runbook/lint/silence.ts'
import type { Runbook } from '../runbook/runbook.ts'

/** The secrets in a document that nobody has silenced, by the linter's own rules and with their places (W3, B7). */
export const findDocumentSecrets = (document: Runbook): Problem[] =>
  withoutSilenced(document, findSecretProblems(document)).filter(({ rule }) => rule === 'runbook/secret')

/** Those in team.yaml; their values never reach what was read of it. */
export const findTeamSecrets = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ rule }) => rule === 'team/secret')
