import { elements } from './element.ts'

/** One button above a long list unfolds all of its groups, and folds them again. */
export function startFolding(): void {
  for (const button of elements('.shelf .unfold')) {
    const groups = elements('details.group', button.closest('.shelf') ?? document)
    const isAnyFolded = (): boolean => groups.some((group) => !group.hasAttribute('open'))
    const label = (): void => {
      button.textContent = isAnyFolded() ? 'Unfold all' : 'Fold all'
    }
    button.hidden = false
    button.addEventListener('click', () => {
      const isOpening = isAnyFolded()
      for (const group of groups) group.toggleAttribute('open', isOpening)
    })
    for (const group of groups) group.addEventListener('toggle', label)
  }
}
