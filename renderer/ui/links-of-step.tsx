import { type MouseEvent, useMemo } from 'react'
import { tellsItsAddress } from '../../shared/bundle/told-address.ts'
import { type Step, saidBeside } from '../../shared/runbook/runbook.ts'
import { withTargets } from '../../shared/runbook/text/link-definitions.ts'
import { sourceLines } from '../../shared/runbook/text/source-lines.ts'
import { classNames } from './class-names.ts'
import { isFollowing, type LinksWithin, useFollowLink } from './follow-link.ts'
import styles from './links-of-step.module.css'
import { safeHtml } from './safe-html.ts'

type Link = { readonly href: string; readonly text: string }

/** The links in Markdown, whose targets may stand elsewhere in the file of these lines. */
function linksIn(markdown: string, lines: () => readonly string[]): readonly Link[] {
  if (!/[[:<]|www\./i.test(markdown)) return []
  const words = markdown.includes('[') ? withTargets(markdown, lines()) : markdown
  const page = new DOMParser().parseFromString(safeHtml(words), 'text/html')
  return [...page.querySelectorAll('a[href]')].map((link) => ({
    href: link.getAttribute('href')?.trim() ?? '',
    text: link.textContent?.trim() ?? '',
  }))
}

/** The links in a step's own words, each once, without those that the words beside it have. What they lead to may stand elsewhere in `text`, the file. */
export function linksOfStep(
  step: Pick<Step, 'markdown' | 'before' | 'commands' | 'after'>,
  text: string,
): readonly Link[] {
  const lines = () => sourceLines(text)
  const own = linksIn(step.markdown, lines).filter((link) => link.text !== '')
  if (own.length === 0) return []
  const beside = new Set(
    saidBeside(step)
      .flatMap((words) => linksIn(words, lines))
      .map(({ href }) => href),
  )
  const isFirst = ({ href }: Link, index: number) => own.findIndex((other) => other.href === href) === index
  return own.filter((link, index) => !beside.has(link.href) && isFirst(link, index))
}

function StepLink({ href, text, links }: Link & { readonly links: LinksWithin }) {
  const follow = useFollowLink(links)
  const open = (event: MouseEvent): void => {
    if (!isFollowing(event)) return
    event.preventDefault()
    follow(href)
  }
  return (
    <a
      href={href}
      title={href.slice(0, 300)}
      data-told={tellsItsAddress(text, href) ? '' : undefined}
      onClick={open}
      onAuxClick={open}
    >
      {text}
    </a>
  )
}

type LinksProps = {
  readonly step: Step
  /** The file that the step is of. */
  readonly text: string
  /** Where its links lead that stay within the window. */
  readonly links: LinksWithin
  /** Where they stand. */
  readonly className: string | undefined
}

/** Where a step's own words lead: its row is plain text, to be read and pressed as a whole. */
export function LinksOfStep({ step, text, links, className }: LinksProps) {
  const told = useMemo(() => linksOfStep(step, text), [step, text])
  if (told.length === 0) return null
  return (
    <ul className={classNames(styles.links, className)} aria-label="Links of this step">
      {told.map((link) => (
        <li key={link.href}>
          <StepLink {...link} links={links} />
        </li>
      ))}
    </ul>
  )
}
