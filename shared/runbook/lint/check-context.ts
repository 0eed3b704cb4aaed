import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import type { KnownAnchors } from './known-anchors.ts'
import type { Requirement } from './requirements.ts'

/** What the linter must know of the rest of the workspace. An empty `peopleIds` or `pipelineIds` means it is not known, and nothing is said about them. */
export type RunbookCheckContext = {
  readonly peopleIds: readonly string[]
  readonly pipelineIds: readonly string[]
  /** Every file of the workspace, relative to it, with forward slashes, as `Runbook.path` is. */
  readonly files: ReadonlySet<string>
  /**
   * Where the workspace lies within what `files` lists, such as `docs/runbooks`, when that is more than the workspace: then links may lead out of it, and a
   * path that begins with a slash may be one of the published site, so nothing is said about it.
   */
  readonly within?: string
  /**
   * Asks for what `files` does not list: what stands behind a symbolic link, and above all of them (`../reference/late.md`). Nothing is known of that when it is
   * left out.
   */
  readonly isThere?: (path: string) => boolean
  /** When left out nothing is said about links to a heading of another page. */
  readonly anchors?: KnownAnchors
  /** The secrets that were found in a runbook when it was read; it is searched for them when it is not among these. */
  readonly secrets?: ReadonlyMap<Runbook, readonly Problem[]>
  /** What the team has agreed that each runbook has; what is missing of it is an error. */
  readonly required?: ReadonlySet<Requirement>
  /** The calendar day, YYYY-MM-DD, where the reader is. */
  readonly today: string
}
