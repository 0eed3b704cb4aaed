/** The dialog that is open, the last one where several are; undefined when there is none. */
const openDialog = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[role=dialog][aria-modal=true]')].at(-1)

/** Whether a dialog is open: keys and focus belong to it then, and to nothing behind it. */
export const isDialogOpen = (): boolean => openDialog() !== undefined

/** Puts the focus where a dialog that has just opened wants it, before the next key: whoever types on at once types there. */
export function enterDialog(): void {
  const dialog = openDialog()
  if (dialog === undefined || dialog.contains(document.activeElement)) return
  dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true })
}

/** Moves the focus to what has come on the screen by itself, unless a dialog is open: what is typed there must not go elsewhere. */
export function arriveAt(element: HTMLElement | null | undefined, how: FocusOptions = {}): void {
  if (!isDialogOpen()) element?.focus(how)
}

/** The library gives the focus back so long after a dialog has closed, ms. */
const GIVEN_BACK_MS = 50

let leaving: ReturnType<typeof setTimeout> | undefined

/**
 * After a dialog has closed, the focus is on the screen where what had it before is gone, as the palette is that led to the dialog. One that closed before is
 * forgotten: what had the focus before this one gets it back first.
 */
export function leaveDialog(): void {
  clearTimeout(leaving)
  leaving = setTimeout(() => {
    if (document.activeElement === document.body) arriveAt(document.getElementById('main'), { preventScroll: true })
  }, GIVEN_BACK_MS)
}
