import type { KeyboardEvent } from 'react'

/** Whether the list of a select is open: an Enter chooses from it then. */
const isListOpen = (field: HTMLSelectElement): boolean =>
  CSS.supports('selector(:open)') ? field.matches(':open') : false

/**
 * Enter in a closed select declares as it does in a text field, where the browser would open the list; Ctrl or Cmd with Enter declares from anywhere in the
 * form. A key that is still held from what it chose before does neither.
 */
export function enterDeclares(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, ctrlKey, metaKey, target, nativeEvent } = event
  if (key !== 'Enter' || nativeEvent.isComposing) return
  const isChord = ctrlKey || metaKey
  const isClosedSelect = target instanceof HTMLSelectElement && !isListOpen(target)
  if (!isChord && !isClosedSelect) return
  event.preventDefault()
  if (!event.repeat) event.currentTarget.requestSubmit()
}
