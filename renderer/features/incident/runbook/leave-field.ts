import type { KeyboardEvent } from 'react'

/** Puts the focus where the keys of the runbook work again: on the row of the step. */
function leave(field: HTMLElement): void {
  const row = field.closest('li')
  if (row === null) field.blur()
  else row.focus({ preventScroll: true })
}

/** What Enter and Escape do in the field of a value: both leave it, Escape with what was there before. */
export function onLeavingKey(event: KeyboardEvent<HTMLInputElement>, restore: () => void): void {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
  event.preventDefault()
  if (event.key === 'Escape') restore()
  leave(event.currentTarget)
}
