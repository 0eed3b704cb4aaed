/**
 * One thing wrong in a workspace file, said the same way by the app, `nightdesk check` and CI (W1, R8, S4).
 * `rule` is a stable id such as `team/unknown-key`; `line` and `column` count from 1 and are left out when the whole file is meant.
 */
export type Problem = {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly rule: string
  readonly severity: 'error' | 'warning'
  /** What is wrong, in one plain sentence. */
  readonly message: string
  /** How to mend it. */
  readonly hint?: string
}
