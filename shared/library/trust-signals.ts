import type { Problem } from '../kit/problem.ts'
import { type Freshness, freshnessOf } from '../runbook/lint/check-freshness.ts'
import { findLinkProblems } from '../runbook/lint/check-links.ts'
import type { KnownAnchors } from '../runbook/lint/known-anchors.ts'
import type { Runbook } from '../runbook/runbook.ts'
import { isChannel } from '../runbook/text/front-matter-fields.ts'
import type { Team } from '../schedule/team.ts'
import type { RunRecord } from './run-fold.ts'
import { type RunStatistics, runStatistics } from './run-statistics.ts'

/** A link of a runbook that leads nowhere; lines count from 1. */
export type BrokenLink = Pick<Problem, 'rule' | 'severity' | 'message'> & { readonly line: number }

/** How far a runbook can be trusted at 3 am, from its own words and from what your own runs of it showed. */
export type TrustSignals = RunStatistics & {
  readonly path: string
  /** The paths that its file had when runs counted here were made, the latest first. */
  readonly formerPaths: readonly string[]
  /** A person or a chat channel. `isUnknown` when team.yaml knows people, and this is a person and none of them. */
  readonly owner: { readonly id: string; readonly name: string; readonly isUnknown: boolean } | null
  /** As the front matter has it; null when it does not say. */
  readonly lastVerified: string | null
  /** As the front matter has it: drills are noted there by hand. Null when it does not say. */
  readonly lastDrilled: string | null
  readonly review: Freshness
  readonly brokenLinks: readonly BrokenLink[]
}

/** What the signals are read from, besides the runbook. `files` are all of the workspace, relative to it; empty when not known. */
export type TrustContext = {
  readonly team: Pick<Team, 'people'>
  readonly files: ReadonlySet<string>
  readonly anchors?: KnownAnchors
  /** The calendar day, YYYY-MM-DD, where the reader is. */
  readonly today: string
}

const BROKEN: ReadonlySet<string> = new Set(['runbook/dead-link', 'runbook/dead-anchor'])

/** Whether a problem is a link that leads nowhere: to no file, or to no heading. */
export const isBrokenLink = ({ rule }: Pick<Problem, 'rule'>): boolean => BROKEN.has(rule)

function ownerOf(owner: string | undefined, { people }: Pick<Team, 'people'>): TrustSignals['owner'] {
  if (owner === undefined) return null
  const person = people.find(({ id }) => id === owner)
  return {
    id: owner,
    name: person?.name ?? owner,
    isUnknown: people.length > 0 && person === undefined && !isChannel(owner),
  }
}

function formerPathsOf(path: string, runs: readonly RunRecord[]): readonly string[] {
  const latestFirst = runs.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))
  return [...new Set(latestFirst.map((run) => run.path))].filter((each) => each !== path)
}

/** Reads the trust signals of one runbook; `runs` are those of this runbook, from every incident and at every path that it had. */
export function trustSignals(runbook: Runbook, runs: readonly RunRecord[], context: TrustContext): TrustSignals {
  const { path, frontMatter } = runbook
  const { files, anchors, today } = context
  return {
    path,
    formerPaths: formerPathsOf(path, runs),
    owner: ownerOf(frontMatter.owner, context.team),
    lastVerified: frontMatter.lastVerified ?? null,
    lastDrilled: frontMatter.lastDrilled ?? null,
    review: freshnessOf(runbook, today),
    brokenLinks: findLinkProblems(runbook, {
      peopleIds: [],
      pipelineIds: [],
      files,
      today,
      ...(anchors && { anchors }),
    })
      .filter(isBrokenLink)
      .map(({ line = 1, rule, severity, message }) => ({ line, rule, severity, message })),
    ...runStatistics(runs),
  }
}
