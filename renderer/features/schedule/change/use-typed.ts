import { useMemo } from 'react'
import { useDraft } from '../../../state/store-context.tsx'

/** What was typed into the fields of a dialog, by name; a field that nobody touched is not there, an emptied one is the empty text. */
export type TypedFields = Readonly<Partial<Record<string, string>>>

/** What was typed into a dialog so far, and what can be done with it. */
type Typed = {
  readonly typed: TypedFields
  readonly type: (fields: TypedFields) => void
  /** Back to how the dialog began; null while nothing was typed. */
  readonly clear: (() => void) | null
  /** It is written: nothing is to be kept any more. */
  readonly forget: () => void
}

const isText = (field: [string, unknown]): field is [string, string] => typeof field[1] === 'string'

/** Anything unreadable is nothing typed. */
function readTyped(text: string): TypedFields {
  if (text === '') return {}
  try {
    const kept: unknown = JSON.parse(text)
    return Object.fromEntries(Object.entries(kept ?? {}).filter(isText))
  } catch {
    return {}
  }
}

/**
 * The fields of a dialog about one thing, kept from the first letter until they are written or cleared: over Escape, the way to the review and
 * back, and a reload.
 */
export function useTyped(about: string): Typed {
  const [text, setText] = useDraft(`schedule.${about}`)
  const typed = useMemo(() => readTyped(text), [text])
  const forget = (): void => setText('')
  const type = (more: TypedFields): void => setText(JSON.stringify({ ...typed, ...more }))
  return { typed, type, clear: text === '' ? null : forget, forget }
}
