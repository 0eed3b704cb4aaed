import { addCopyButtons } from './copy-buttons.ts'
import { element, elements } from './element.ts'

const NAME = 'Nightdesk offline copy'

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}

const titleOf = (view: Element): string => view.querySelector('h1')?.textContent ?? ''

function showView(view: Element | null, target: HTMLElement | null, isFirst: boolean): void {
  const root = document.documentElement
  const shown = view ?? document.querySelector('.view')
  for (const each of elements('.view.shown')) each.classList.remove('shown')
  shown?.classList.add('shown')
  root.dataset.place = view === null ? 'home' : 'view'
  document.title = view === null ? NAME : `${titleOf(view)} · ${NAME}`
  const print = document.getElementById('print')
  if (print !== null) print.textContent = view === null ? 'Print all' : 'Print'
  for (const link of elements('.finder a')) {
    if (view !== null && link.getAttribute('href') === `#${view.id}`) {
      link.setAttribute('aria-current', 'page')
      link.closest('details')?.setAttribute('open', '')
      if (link.checkVisibility()) link.scrollIntoView({ block: 'nearest' })
    } else link.removeAttribute('aria-current')
  }
  if (shown !== null) addCopyButtons(shown)
  if (isFirst && view === null) return
  if (target !== null && target !== view) target.scrollIntoView()
  else {
    window.scrollTo(0, 0)
    document.getElementById('views')?.scrollTo(0, 0)
  }
  if (view !== null) document.getElementById('views')?.focus({ preventScroll: true })
}

/** One view at a time, named by the address: a link to any heading of any document works, and so does going back. */
export function startViews(): void {
  const back = element('a', { class: 'back', href: '#top' }, 'All documents')
  document.querySelector('.bar')?.prepend(back)
  const follow = (isFirst: boolean): void => {
    const target = targetOf(window.location.hash)
    showView(target?.closest('.view') ?? null, target, isFirst)
  }
  window.addEventListener('hashchange', () => follow(false))
  follow(true)
}
