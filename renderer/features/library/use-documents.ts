import { useEffect, useState } from 'react'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import type { Listed } from './shelve.ts'

/** What the host listed last, so that coming back to the library shows it at once, while it is read again. */
const listedLast = new WeakMap<object, readonly Listed[]>()

/** Every document there is, read again when a file changes; null until the first answer. */
export function useDocuments(): readonly Listed[] | null {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [documents, setDocuments] = useState<readonly Listed[] | null>(() => listedLast.get(client) ?? null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.list', {}).then((reply) => {
      if (!isCurrent || !reply.ok) return
      listedLast.set(client, reply.value)
      setDocuments(reply.value)
    })
    return () => {
      isCurrent = false
    }
  }, [client, libraryVersion])
  return documents
}

/** A document being read: not there yet, there, or why it could not be. */
export type Reading =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly document: LibraryDocument }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly message: string }

const opening: Reading = { state: 'opening' }

/** The document at a path. When its file changes while it is read, the text changes under the reader's eyes and keeps its place. */
export function useDocument(path: string): Reading {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [answer, setAnswer] = useState<{ readonly path: string; readonly reading: Reading } | null>(null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.read', { path }).then((reply) => {
      if (!isCurrent) return
      if (reply.ok) setAnswer({ path, reading: { state: 'open', document: reply.value } })
      else if (reply.error.code === 'notFound') setAnswer({ path, reading: { state: 'missing' } })
      else setAnswer({ path, reading: { state: 'failed', message: reply.error.message } })
    })
    return () => {
      isCurrent = false
    }
  }, [client, path, libraryVersion])
  return answer?.path === path ? answer.reading : opening
}
