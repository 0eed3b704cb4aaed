import { type MouseEvent, useMemo } from 'react'
import styles from './markdown-view.module.css'
import { useOpenLink } from './open-link.ts'
import { safeHtml } from './safe-html.ts'

/**
 * Untrusted Markdown, read only. Nothing in it runs or loads; links leave through the shell's own door, those to another
 * file of the workspace are handed to `onWorkspaceLink`, those within the text (without their `#`) to `onAnchor`. With
 * `firstLine`, blocks carry their line of the file in `data-line`.
 */
export function MarkdownView(props: {
  readonly text: string
  readonly firstLine?: number
  readonly onWorkspaceLink?: (path: string) => void
  readonly onAnchor?: (anchor: string) => void
}) {
  const openLink = useOpenLink()
  const markup = useMemo(() => ({ __html: safeHtml(props.text, props.firstLine) }), [props.text, props.firstLine])
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href')?.trim() : null
    if (href === null || href === undefined) return
    event.preventDefault()
    if (/^(?:https?|mailto|tel):/i.test(href)) openLink(href)
    else if (href.startsWith('//')) openLink(`https:${href}`)
    else if (href.startsWith('#')) props.onAnchor?.(href.slice(1))
    else props.onWorkspaceLink?.(href)
  }
  // Links are real anchors inside, with their own focus and keys; the box only hears their clicks.
  return (
    <div className={styles.view} onClickCapture={follow} onAuxClick={follow} {...{ dangerouslySetInnerHTML: markup }} />
  )
}
