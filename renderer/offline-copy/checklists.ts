import type { PageData } from '../../shared/bundle/page-data.ts'
import { fingerprint } from '../../shared/runbook/text/slug.ts'
import { elements } from './element.ts'
import { keep, kept } from './kept.ts'

const boxesOf = (list: Element): readonly HTMLInputElement[] => [
  ...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
]

function showCount(list: HTMLElement): void {
  const boxes = boxesOf(list)
  const done = boxes.filter(({ checked }) => checked).length
  const count = list.querySelector('.count')
  const steps = boxes.length === 1 ? 'step' : 'steps'
  if (count !== null) count.textContent = done === 0 ? `${boxes.length} ${steps}` : `${done} of ${boxes.length} done`
}

function showAll(view: Element): void {
  const lists = elements('.checklist', view)
  for (const list of lists) showCount(list)
  const untick = view.querySelector<HTMLElement>('.untick')
  if (untick !== null) untick.hidden = !lists.some((list) => boxesOf(list).some(({ checked }) => checked))
}

/** Keeps the ticks of this very copy on this device; only places are kept, no words. */
export function startChecklists({ madeAt, documents }: PageData): void {
  const key = `nightdesk-offline:${madeAt}:${fingerprint(JSON.stringify(documents.map(({ entry }) => fingerprint(entry.text))))}`
  const ticked = new Set((kept(key) ?? '').split(' ').filter((id) => id !== ''))
  const save = (): void => keep(key, [...ticked].join(' '))
  for (const id of ticked) {
    const box = document.getElementById(id)
    if (box instanceof HTMLInputElement) box.checked = true
  }
  const views = new Set([...ticked].map((id) => document.getElementById(id)?.closest('.view') ?? null))
  for (const view of views) if (view !== null) showAll(view)
  document.body.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
    if (target.checked) ticked.add(target.id)
    else ticked.delete(target.id)
    save()
    const view = target.closest('.view')
    if (view !== null) showAll(view)
  })
  document.body.addEventListener('click', ({ target }) => {
    const view = target instanceof Element ? target.closest('.untick')?.closest('.view') : null
    if (view === null || view === undefined) return
    for (const box of boxesOf(view)) {
      box.checked = false
      ticked.delete(box.id)
    }
    save()
    showAll(view)
  })
}
