/** Where a command writes. `out` is for what was asked, `error` for what went wrong: a pipe reads only the first. */
export type Terminal = { readonly out: (text: string) => void; readonly error: (text: string) => void }

/** How a command ends: 0 good, 1 findings, 2 bad usage or missing input. */
export type ExitCode = 0 | 1 | 2

/** A mistake of the caller's or something that is not there: one line that says what, and how to mend it. */
export class UsageError extends Error {}
