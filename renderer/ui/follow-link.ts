import { useOpenLink } from './open-link.ts'

const LEAVES = /^(?:https?|mailto|tel):/i

/** Where a link leads that stays within the window. */
export type LinksWithin = {
  readonly onWorkspaceLink?: ((path: string) => void) | undefined
  /** Without its `#`. */
  readonly onAnchor?: ((anchor: string) => void) | undefined
}

/** Whether a press on a link follows it: by the first button or the middle one, which has no window of its own to open. A right click asks for the menu, others go back. */
export const isFollowing = ({ button }: { readonly button: number }): boolean => button <= 1

/** Follows a link of an author's text: out by the shell's own door, to another file of the workspace, or to a place in the text; nowhere else (R7). */
export function useFollowLink({ onWorkspaceLink, onAnchor }: LinksWithin): (href: string) => void {
  const openLink = useOpenLink()
  return (href) => {
    if (LEAVES.test(href)) openLink(href)
    else if (href.startsWith('//')) openLink(`https:${href}`)
    else if (href.startsWith('#')) onAnchor?.(href.slice(1))
    else onWorkspaceLink?.(href)
  }
}
