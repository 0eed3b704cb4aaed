/** Unfolds what the author says at length beside a step, and folds it again. */
export function startLongWords(): void {
  document.body.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('.whole') : null
    const text = document.getElementById(button?.getAttribute('aria-controls') ?? '')
    if (button === null || text === null) return
    const { unfolds = button.textContent } = button.dataset
    button.dataset.unfolds = unfolds
    const isLong = text.classList.toggle('long')
    button.setAttribute('aria-expanded', String(!isLong))
    button.textContent = isLong ? unfolds : 'Show less'
  })
}
