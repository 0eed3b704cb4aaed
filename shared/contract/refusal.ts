import type { Problem } from '../kit/problem.ts'

/**
 * Why a call was not carried out. `message` says what happened and what is safe; `hint` what to do.
 * `code` is stable: `badInput`, `notFound`, `notAllowed` (the machine's state forbids it), `conflict` (somebody else changed what was
 * shown; their change is kept, so look again), `readOnly`, `notSaved` (the disk refused; the typed text is kept), `tooLarge`,
 * `offline` (the door is gone), `internal`. `problems` names what stands in the way, place by place, where the caller can choose what to do about it.
 */
export type Refusal = {
  readonly code:
    | 'badInput'
    | 'notFound'
    | 'notAllowed'
    | 'conflict'
    | 'readOnly'
    | 'notSaved'
    | 'tooLarge'
    | 'offline'
    | 'internal'
  readonly message: string
  readonly hint?: string
  readonly problems?: readonly Problem[]
}

/** The answer to a call: a value or a refusal, never an exception. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal }
