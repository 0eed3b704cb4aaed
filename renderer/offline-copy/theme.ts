import { keep, kept } from './kept.ts'

type Theme = 'dark' | 'light'

const SCHEME = 'data-mantine-color-scheme'
const KEY = 'nightdesk-offline:theme'

const shown = (): Theme => (document.documentElement.getAttribute(SCHEME) === 'dark' ? 'dark' : 'light')

/** Shows the page in a theme. */
export const showTheme = (theme: Theme): void => document.documentElement.setAttribute(SCHEME, theme)

const wanted = (): Theme => {
  const chosen = kept(KEY)
  if (chosen === 'dark' || chosen === 'light') return chosen
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

/** Dark unless the device is light, or as it was chosen here; on paper always light. */
export function startTheme(): void {
  showTheme(wanted())
  const button = document.getElementById('theme')
  if (button === null) return
  const label = (): void => {
    const other = shown() === 'dark' ? 'Light' : 'Dark'
    button.textContent = other
    button.setAttribute('aria-label', `${other} theme`)
  }
  button.hidden = false
  label()
  button.addEventListener('click', () => {
    showTheme(shown() === 'dark' ? 'light' : 'dark')
    keep(KEY, shown())
    label()
  })
  window.addEventListener('beforeprint', () => showTheme('light'))
  window.addEventListener('afterprint', () => showTheme(wanted()))
}
