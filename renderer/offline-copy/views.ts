import { addCopyButtons } from './copy-buttons.ts'
import { element, elements } from './element.ts'
import { type Place, startPlaces } from './places.ts'

const NAME = 'Nightdesk offline copy'

function targetOf(hash: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}

const titleOf = (view: Element): string => view.querySelector('h1')?.textContent ?? ''

function scrollTo({ pageY, viewY }: Pick<Place, 'pageY' | 'viewY'>): void {
  window.scrollTo(0, pageY)
  document.getElementById('views')?.scrollTo(0, viewY)
}

/** What somebody was on has the focus again where it can be seen; a document has it as a whole otherwise. */
function focusOn(view: Element | null, place: Place | null): void {
  const on = place?.on ?? null
  if (on instanceof HTMLElement && (view ?? document.body).contains(on) && on.checkVisibility())
    on.focus({ preventScroll: true })
  else if (view !== null) document.getElementById('views')?.focus({ preventScroll: true })
}

function showView(view: Element | null): void {
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
}

/** One view at a time, named by the address: a link to any heading of any document works, and so does going back to where one was. `shown` hears of each, null for the list. */
export function startViews(shown: (view: Element | null) => void): void {
  const back = element('a', { class: 'back', href: '#top' }, 'All documents')
  document.querySelector('.bar')?.prepend(back)
  const placeAt = startPlaces()
  const follow = (isFirst: boolean): void => {
    const target = targetOf(window.location.hash)
    const view = target?.closest('.view') ?? null
    const place = placeAt(view === null)
    showView(view)
    shown(view)
    if (isFirst && view === null) return
    if (place === null && target !== null && target !== view) target.scrollIntoView()
    else scrollTo(place ?? { pageY: 0, viewY: 0 })
    focusOn(view, place)
  }
  window.addEventListener('hashchange', () => follow(false))
  follow(true)
}
