import { elements } from './element.ts'

/** What the arrow keys reach: rows and the headings of groups that can be seen. */
const rows = (): readonly HTMLElement[] =>
  elements('.finder :is(#results, #shelves) :is(a, summary)').filter((row) => row.checkVisibility())

/** Arrow keys move between the rows of the list or the results, as in the console; up from the first one leads back to the search, and so does Escape from any. */
export function startRowKeys(): void {
  const finder = document.querySelector('.finder')
  const search = document.querySelector<HTMLInputElement>('#search')
  finder?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return
    const all = rows()
    const at = event.target === search ? -1 : all.indexOf(event.target)
    if (at < 0 && event.target !== search) return
    if (event.key === 'Escape' && event.target !== search) search?.focus()
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    if (at + step < 0) search?.focus()
    else all[at + step]?.focus()
  })
}
