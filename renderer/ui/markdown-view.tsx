import { type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { isFollowing, type LinksWithin, useFollowLink } from './follow-link.ts'
import styles from './markdown-view.module.css'
import { renewBlocks } from './renew-blocks.ts'
import { safeHtml } from './safe-html.ts'

/**
 * Untrusted Markdown, read only. Nothing in it runs or loads; links leave through the shell's own door, those to another
 * file of the workspace are handed to `onWorkspaceLink`, those within the text (without their `#`) to `onAnchor`. With
 * `firstLine`, blocks carry their line of the file in `data-line`. When the text changes, the blocks that say the same stay as they are.
 */
export function MarkdownView(props: LinksWithin & { readonly text: string; readonly firstLine?: number }) {
  const followLink = useFollowLink(props)
  const box = useRef<HTMLDivElement>(null)
  const markup = useMemo(() => safeHtml(props.text, props.firstLine), [props.text, props.firstLine])
  const [first] = useState({ __html: markup })
  const shown = useRef(markup)
  useLayoutEffect(() => {
    if (box.current === null || shown.current === markup) return
    renewBlocks(box.current, shown.current, markup)
    shown.current = markup
  }, [markup])
  const follow = (event: MouseEvent<HTMLDivElement>): void => {
    if (!isFollowing(event)) return
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href')?.trim() : null
    if (href === null || href === undefined) return
    event.preventDefault()
    followLink(href)
  }
  // Links are real anchors inside, with their own focus and keys; the box only hears their clicks.
  return (
    <div
      ref={box}
      className={styles.view}
      onClickCapture={follow}
      onAuxClick={follow}
      {...{ dangerouslySetInnerHTML: first }}
    />
  )
}
