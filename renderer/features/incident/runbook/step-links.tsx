import { type MouseEvent, useMemo } from 'react'
import type { Step } from '../../../../shared/runbook/runbook.ts'
import { useFollowLink } from '../../../ui/follow-link.ts'
import { safeHtml } from '../../../ui/safe-html.ts'
import { useRunbookLinks } from './author-words.tsx'
import styles from './runbook-text.module.css'

type Link = { readonly href: string; readonly text: string }

/** The links in a step's own words, each once, without those that the words beside it have. "restart.sh" is no address, though it could be one. */
export function linksOfStep({ markdown, before, after }: Pick<Step, 'markdown' | 'before' | 'after'>): readonly Link[] {
  if (!/[[:<]/.test(markdown)) return []
  const page = new DOMParser().parseFromString(safeHtml(markdown), 'text/html')
  const links = [...page.querySelectorAll('a[href]')].map((link) => ({
    href: link.getAttribute('href')?.trim() ?? '',
    text: link.textContent?.trim() ?? '',
  }))
  return links.filter(
    ({ href, text }, index) =>
      text !== '' &&
      href !== `http://${text}` &&
      !before.includes(href) &&
      !after.includes(href) &&
      links.findIndex((other) => other.href === href) === index,
  )
}

function StepLink({ href, text }: Link) {
  const follow = useFollowLink(useRunbookLinks())
  const open = (event: MouseEvent): void => {
    event.preventDefault()
    follow(href)
  }
  return (
    <a href={href} title={href.slice(0, 300)} onClick={open} onAuxClick={open}>
      {text}
    </a>
  )
}

/** Where a step's own words lead: its row is plain text, to be read and pressed as a whole. */
export function StepLinks({ step }: { readonly step: Step }) {
  const links = useMemo(() => linksOfStep(step), [step])
  if (links.length === 0) return null
  return (
    <ul className={styles.links} aria-label="Links of this step">
      {links.map((link) => (
        <li key={link.href}>
          <StepLink {...link} />
        </li>
      ))}
    </ul>
  )
}
