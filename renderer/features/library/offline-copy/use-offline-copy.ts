import { useState } from 'react'
import type { OfflineCopyFile } from '../../../../shared/contract/answers.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import type { Problem } from '../../../../shared/kit/problem.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import type { DocumentGroup } from './document-groups.ts'
import { type Choice, type Refusal, requestOf, whyNot } from './offline-choice.ts'

/** A copy that was written, and whether ways to reach people were left in it. */
export type SavedCopy = { readonly copy: OfflineCopyFile; readonly contacts: boolean }

/** What the host found that must be settled first. Documents left out once are remembered, so that the next secret is named beside them. */
const together = (known: readonly Problem[], found: readonly Problem[]): readonly Problem[] => {
  const keyOf = ({ file, line, message }: Problem): string => `${file} ${line ?? 0} ${message}`
  const seen = new Set(found.map(keyOf))
  return [...known.filter((problem) => !seen.has(keyOf(problem))), ...found]
}

/** Makes the copy: the file, or what went wrong in words, which `forget` takes away, or the places that stand in the way. */
export function useOfflineCopy(groups: readonly DocumentGroup[]) {
  const { client } = useDeskStore()
  const [saved, setSaved] = useState<SavedCopy | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isBusy, setBusy] = useState(false)
  const save = async (choice: Choice): Promise<void> => {
    const reason = whyNot(choice, groups)
    setRefusal(reason)
    if (reason !== null) return
    setBusy(true)
    const request = requestOf(choice, groups, problems)
    const reply = await client.call('library.bundle', request)
    setBusy(false)
    if (reply.ok) return setSaved({ copy: reply.value, contacts: request.contacts ?? true })
    const { problems: found } = reply.error
    if (found === undefined) setRefusal({ at: null, words: refusalWords(reply.error) })
    else setProblems(choice.secrets === 'documents' ? together(problems, found) : found)
  }
  const reset = (): void => {
    setSaved(null)
    setRefusal(null)
    setProblems([])
  }
  const forget = (): void => setRefusal(null)
  return { saved, refusal, problems, isBusy, save, forget, reset }
}
