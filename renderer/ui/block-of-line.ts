const linesIn = (view: Element): readonly HTMLElement[] => [...view.querySelectorAll<HTMLElement>('[data-line]')]

/** The block of a rendered text that holds a line of its file: the innermost of those that begin last at or before it. */
export const blockOfLine = (view: Element, line: number): HTMLElement | undefined =>
  linesIn(view).findLast((element) => Number(element.dataset.line) <= line)

/** The block of a rendered text that has the focus, itself or by a link in it; null when the focus is elsewhere. */
export function blockInFocus(view: Element): HTMLElement | null {
  const { activeElement } = document
  if (activeElement === null || !view.contains(activeElement)) return null
  // The line of a fence stands at the code within the box that takes the focus.
  return activeElement.closest<HTMLElement>('[data-line]') ?? activeElement.querySelector<HTMLElement>('[data-line]')
}
