import type { Problem } from '../../shared/kit/problem.ts'

/** What a check found. */
export type CheckReport = {
  readonly workspace: string
  /** The folders and files that were to be read, with their whole paths. */
  readonly places: readonly string[]
  readonly isWorkspace: boolean
  /** The folder's place in its repository, put before each file where a tool counts from there. */
  readonly withinRepository: string
  readonly runbooks: number
  readonly leftAlone: readonly string[]
  /** How many problems the baseline holds and the report does not. */
  readonly known: number
  readonly errors: number
  readonly warnings: number
  readonly problems: readonly Problem[]
}
