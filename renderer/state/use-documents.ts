import { useEffect, useState } from 'react'
import type { ListedDocument } from '../../shared/contract/answers.ts'
import { useDeskStore, useSelected } from './store-context.tsx'

/** What the host listed last, so that coming back to the library shows it at once, while it is read again. */
const listedLast = new WeakMap<object, readonly ListedDocument[]>()

/** Every document there is, read again when a file changes; null until the first answer. Nothing is read while they are not wanted. */
export function useDocuments(isWanted = true): readonly ListedDocument[] | null {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [documents, setDocuments] = useState<readonly ListedDocument[] | null>(() => listedLast.get(client) ?? null)
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = libraryVersion >= 0
    void client.call('library.list', {}).then((reply) => {
      if (!isCurrent || !reply.ok) return
      listedLast.set(client, reply.value)
      setDocuments(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [client, libraryVersion, isWanted])
  return documents
}
