import type { MouseEvent, ReactNode } from 'react'
import { isFollowing } from './follow-link.ts'
import { useOpenLink } from './open-link.ts'

/** A link that leaves the window, as a word among others; the middle button leaves by the same door. */
export function OutLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const openLink = useOpenLink()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (!isFollowing(event)) return
    event.preventDefault()
    openLink(url)
  }
  return (
    <a href={url} rel="noreferrer" title={url.slice(0, 300)} onClick={follow} onAuxClick={follow}>
      {children}
    </a>
  )
}
