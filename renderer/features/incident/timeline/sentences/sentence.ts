import type { Tone } from '../../../../ui/chip.tsx'

/** The picture beside an entry: a shape that differs for each kind, with a colour where the kind is a state. */
export type EntryMark =
  | 'declared'
  | 'person'
  | 'note'
  | 'evidence'
  | 'decision'
  | 'hypothesis'
  | 'ruledOut'
  | 'status'
  | 'rung'
  | 'question'
  | 'bell'
  | 'call'
  | 'done'
  | 'skipped'
  | 'book'
  | 'command'
  | 'data'
  | 'action'
  | 'alert'
  | 'star'
  | 'edit'
  | 'clock'
  | 'unknown'

/** An entry in words: what kind of thing, what was said, and what only some want to know. */
export type Sentence = {
  readonly mark: EntryMark
  readonly tone?: Tone
  /** In bold, with its colon or not as the grammar wants. */
  readonly lead?: string
  readonly text: string
  readonly detail?: string
  /** What a command printed, where nothing else in the timeline shows it; line for line. */
  readonly output?: string
  /** Book-keeping that is shown small: it is part of the log, not of the story. */
  readonly quiet?: boolean
}

/** What a sentence needs to know besides its fact. */
export type Names = {
  /** Who reads, by id: their own name beside each entry would only be noise. */
  readonly reader: string | null
  readonly person: (id: string) => string
  /** The text of an earlier entry by its id, shortened; null when it is not at hand. */
  readonly entry: (id: string) => string | null
  /** Who a notification was for. */
  readonly told: (notification: string) => string | null
  /** `08:15` in the reader's zone. */
  readonly time: (at: string) => string
  readonly span: (ms: number) => string
}
