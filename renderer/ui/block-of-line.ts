const linesIn = (view: Element): readonly HTMLElement[] => [...view.querySelectorAll<HTMLElement>('[data-line]')]

/** The block of a rendered text that holds a line of its file: the innermost of those that begin last at or before it. */
export const blockOfLine = (view: Element, line: number): HTMLElement | undefined =>
  linesIn(view).findLast((element) => Number(element.dataset.line) <= line)
