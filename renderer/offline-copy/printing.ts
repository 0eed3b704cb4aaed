import { elements } from './element.ts'

/** Prints what is shown, or at the list everything; on paper nothing is folded. */
export function startPrinting(): void {
  const button = document.getElementById('print')
  if (button !== null) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
  let unfolded: readonly HTMLElement[] = []
  window.addEventListener('beforeprint', () => {
    unfolded = elements('details:not([open])')
    for (const each of unfolded) each.setAttribute('open', '')
  })
  window.addEventListener('afterprint', () => {
    for (const each of unfolded) each.removeAttribute('open')
  })
}
