import type { ListedDocument } from '../../shared/contract/answers.ts'
import { addressOf } from './document-place.ts'
import { linkTarget } from './link-target.ts'
import { goTo } from './route.ts'
import { useDeskStore, useSelected } from './store-context.tsx'

/**
 * Follows a link of the document at `from` to another file of the workspace, in the Library when it is there, else says why not. Without `documents` the host is
 * asked which there are.
 */
export function useWorkspaceLinks(
  from: string,
  documents: readonly Pick<ListedDocument, 'path'>[] | null = null,
): (href: string) => void {
  const store = useDeskStore()
  const folder = useSelected((state) => state.desk?.workspace.path ?? '')
  const follow = async (href: string): Promise<void> => {
    const reply =
      documents === null ? await store.client.call('library.list', {}) : { ok: true as const, value: documents }
    if (!reply.ok) return store.showRefusal(reply.error.message)
    const target = linkTarget(from, href, new Set(reply.value.map(({ path }) => path)))
    switch (target.kind) {
      case 'document':
        // A link before this one may not have been followed.
        store.showRefusal(null)
        return goTo({ screen: 'library', path: addressOf(target.place) })
      case 'file':
        return store.showRefusal(
          `The Library holds no document at ${target.path}. If it is there, it lies in ${folder}.`,
        )
      case 'outside':
        return store.showRefusal('This link leads out of the workspace, so it is not followed.')
    }
  }
  return (href) => void follow(href)
}
