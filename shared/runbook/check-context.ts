/** What the linter must know of the rest of the workspace. An empty `peopleIds` or `pipelineIds` means it is not known, and nothing is said about them. */
export type RunbookCheckContext = {
  readonly peopleIds: readonly string[]
  readonly pipelineIds: readonly string[]
  /** Every file of the workspace, relative to it, with forward slashes, as `Runbook.path` is. */
  readonly files: ReadonlySet<string>
  /** The calendar day, YYYY-MM-DD, where the reader is. */
  readonly today: string
}
