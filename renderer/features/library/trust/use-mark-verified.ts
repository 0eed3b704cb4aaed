import { useState } from 'react'
import type { MarkedVerified, VerifiedProposal } from '../../../../shared/contract/answers.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../../state/store-context.tsx'

/** Marking a runbook verified: what would change, the writing of it, and the way back. */
export type MarkVerified = {
  readonly proposal: VerifiedProposal | null
  /** What was written last, while it can still be undone. */
  readonly marked: MarkedVerified | null
  readonly propose: () => Promise<void>
  readonly confirm: () => Promise<void>
  readonly undo: () => Promise<void>
  readonly close: () => void
}

/** Nothing is written before `confirm`, and only if the file is still the one that was shown. */
export function useMarkVerified(path: string): MarkVerified {
  const store = useDeskStore()
  const [proposal, setProposal] = useState<VerifiedProposal | null>(null)
  const [marked, setMarked] = useState<MarkedVerified | null>(null)
  return {
    proposal,
    marked,
    propose: async () => {
      const reply = await store.client.call('runbook.proposeVerified', { path })
      if (reply.ok) setProposal(reply.value)
      else store.showRefusal(refusalWords(reply.error))
    },
    confirm: async () => {
      if (proposal === null) return
      setProposal(null)
      const reply = await store.client.call('runbook.verify', { path, baseSha256: proposal.baseSha256 })
      if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
      setMarked(reply.value)
      store.announce('Marked verified')
    },
    undo: async () => {
      if (marked === null) return
      setMarked(null)
      const reply = await store.client.call('runbook.undoVerify', { path, baseSha256: marked.sha256 })
      if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
      store.announce('Undone')
    },
    close: () => setProposal(null),
  }
}
