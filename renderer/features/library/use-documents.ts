import { useEffect, useState } from 'react'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import type { Reply } from '../../../shared/contract/refusal.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'

/** Why the text that is shown may not be what the file holds: it is gone, since an instant (UTC ISO), or could not be read again. */
export type LastText =
  | { readonly why: 'gone'; readonly since: string }
  | { readonly why: 'unread'; readonly message: string }

/** A document being read: not there yet, there, or why it could not be. One that was there is shown on, whatever becomes of its file. */
export type Reading =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly document: LibraryDocument; readonly last: LastText | null }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly message: string }

const opening: Reading = { state: 'opening' }

/** What is shown after an answer; `now` is the host's time, epoch ms. */
function readingAfter(before: Reading, reply: Reply<LibraryDocument>, now: number): Reading {
  if (reply.ok) return { state: 'open', document: reply.value, last: null }
  const isGone = reply.error.code === 'notFound'
  if (before.state !== 'open') return isGone ? { state: 'missing' } : { state: 'failed', message: reply.error.message }
  if (!isGone) return { ...before, last: before.last ?? { why: 'unread', message: reply.error.message } }
  const last = before.last?.why === 'gone' ? before.last : { why: 'gone' as const, since: new Date(now).toISOString() }
  return { ...before, last }
}

/** The document at a path, read again when its file changes. */
export function useDocument(path: string): Reading {
  const { client, now } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [answer, setAnswer] = useState<{ readonly path: string; readonly reading: Reading } | null>(null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.read', { path }).then((reply) => {
      if (!isCurrent) return
      const at = now()
      setAnswer((before) => ({
        path,
        reading: readingAfter(before?.path === path ? before.reading : opening, reply, at),
      }))
    })
    return () => {
      isCurrent = false
    }
  }, [client, now, path, libraryVersion])
  return answer?.path === path ? answer.reading : opening
}
