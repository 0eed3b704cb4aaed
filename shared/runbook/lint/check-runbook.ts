import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { KNOWN_KEYS } from '../text/front-matter-fields.ts'
import type { RunbookCheckContext } from './check-context.ts'
import { findFreshnessProblems } from './check-freshness.ts'
import { findFrontMatterProblems, lineOfKey } from './check-front-matter.ts'
import { findLinkProblems } from './check-links.ts'
import { findRepeatedKeys } from './check-repeated-keys.ts'
import { findSecretProblems } from './check-secrets.ts'
import { findStepProblems } from './check-steps.ts'
import { siteOf } from './link-targets.ts'
import { missedBy } from './requirements.ts'
import { silencedIn, withoutSilenced } from './silence.ts'

const KEY_PARTS = {
  sources: { heading: 'Data sources', words: 'where the data comes from' },
  sla: { heading: 'SLA', words: 'by when the data is due' },
  scenarios: { heading: 'Failure scenarios', words: 'in which ways this fails' },
  escalation: { heading: 'Escalation', words: 'whom to call when stuck' },
  meaning: { heading: 'Meaning', words: 'what the alert means' },
  impact: { heading: 'Impact', words: 'who is hurt, and how' },
} as const

const OF_A_PIPELINE = ['sources', 'sla', 'scenarios', 'escalation'] as const
const OF_AN_ALERT = ['meaning', 'impact', 'escalation'] as const
const PARTS = ['sources', 'sla', 'scenarios', 'meaning', 'impact', 'escalation'] as const

/** Everything wrong with a runbook, in the order of its lines (R8): what could not be read, and what would fail the engineer at 3 am. */
export function checkRunbook(runbook: Runbook, context: RunbookCheckContext): Problem[] {
  const { required } = context
  const isRequired = ({ rule }: Problem): boolean => {
    const missed = missedBy(rule)
    return missed !== undefined && required?.has(missed) === true
  }
  const problems = withoutSilenced(runbook, [
    ...runbook.problems,
    ...findFrontMatterProblems(runbook, context),
    ...findRepeatedKeys(runbook),
    ...findFreshnessProblems(runbook, context.today),
    ...missingParts(runbook, required),
    ...findStepProblems(runbook),
    ...findLinkProblems(runbook, context),
    ...(context.secrets?.get(runbook) ?? findSecretProblems(runbook)),
  ]).map((problem): Problem => (isRequired(problem) ? { ...problem, severity: 'error' } : problem))
  return problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || compareWords(one.rule, other.rule))
}

/** What is wrong between runbooks: two with one id, so that a run or a link could mean either. To Docusaurus an id is a name within its folder. */
export function checkRunbookIds(
  runbooks: readonly Runbook[],
  context: Pick<RunbookCheckContext, 'files' | 'within'>,
): Problem[] {
  const pathOf = new Map<string, string>()
  return runbooks.flatMap((runbook): Problem[] => {
    const { path, id } = runbook
    const known = siteOf(runbook, context) === undefined ? id : JSON.stringify([path.split('/').slice(0, -1), id])
    const first = pathOf.get(known)
    if (first === undefined) {
      pathOf.set(known, path)
      return []
    }
    const found: Problem = {
      file: path,
      line: lineOfKey(runbook, KNOWN_KEYS.id),
      rule: 'runbook/duplicate-id',
      severity: 'error',
      message: `The id ${id} is also that of ${first}.`,
      hint: 'Give one of them another id in its front matter.',
    }
    return silencedIn(runbook)(found) ? [] : [found]
  })
}

function compareWords(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

/** A runbook of a pipeline and a runbook of an alert need different parts; both need something to do. */
function missingParts(runbook: Runbook, required: RunbookCheckContext['required']): Problem[] {
  const { path, parts, scenarios, steps } = runbook
  const kinds = new Set(parts.map(({ kind }) => kind))
  const ofAnAlert =
    runbook.frontMatter.pipelines.length === 0 &&
    (kinds.has('meaning') || kinds.has('impact')) &&
    !kinds.has('scenarios')
  const usual: readonly string[] = ofAnAlert ? OF_AN_ALERT : OF_A_PIPELINE
  const missing = PARTS.filter((kind) => !kinds.has(kind) && (usual.includes(kind) || required?.has(kind)))
  const found = missing.map(
    (kind): Problem => ({
      file: path,
      rule: `runbook/missing-${kind}`,
      severity: 'warning',
      message: `No part tells ${KEY_PARTS[kind].words}.`,
      hint: `Add a heading "${KEY_PARTS[kind].heading}" with what the on-call engineer needs.`,
    }),
  )
  if (steps.length > 0 || scenarios.some((scenario) => scenario.steps.length > 0)) return found
  const nothing: Problem = {
    file: path,
    rule: 'runbook/no-steps',
    severity: 'error',
    message: 'No step was found, so there is no checklist to work through.',
    hint: 'Write the steps as a numbered list, or as boxes to tick, under a heading such as "Debugging steps".',
  }
  return [...found, nothing]
}
