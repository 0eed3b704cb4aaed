import { useState } from 'react'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { isForbidden } from '../../../state/unsaved.ts'
import { byteWords } from '../../../ui/time-words.ts'

/** What may be kept as one piece of evidence; the host refuses more. */
export const MOST_EVIDENCE_BYTES = 25 * 1024 * 1024

/** A paste of this many lines is a log and not a note. */
const LINES_OF_A_LOG = 6
const CHARACTERS_OF_A_LOG = 1_500

/** Whether pasted text is better kept as evidence than typed into the timeline. */
export const isLog = (text: string): boolean =>
  text.length > CHARACTERS_OF_A_LOG || text.trimEnd().split('\n').length >= LINES_OF_A_LOG

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
    reader.readAsDataURL(file)
  })
}

/** Evidence on its way to the disk, and why the last piece did not get there. */
export type Attaching = {
  readonly busy: string | null
  /** Answers whether each of them is saved, or kept by the window as NOT SAVED, which says so itself; what is neither has been said. */
  readonly attach: (files: readonly File[], occurredAt?: string) => Promise<boolean>
}

/** How one piece ended; why, where it is neither saved nor kept. */
type Ended = 'saved' | 'kept' | { readonly problem: string }

/** Keeps files as evidence, of a step when one is named, one after the other; what cannot be kept is said by name. */
export function useAttach(onProblem: (words: string | null) => void, step?: string): Attaching {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const [busy, setBusy] = useState<string | null>(null)
  const attachOne = async (file: File, occurredAt: string | undefined): Promise<Ended> => {
    if (file.size === 0) return { problem: `${file.name} is empty, so there is nothing to keep.` }
    if (file.size > MOST_EVIDENCE_BYTES) {
      const problem = `${file.name} is ${byteWords(file.size)}; evidence may be 25 MB. Keep it elsewhere and note where.`
      return { problem }
    }
    setBusy(`Saving ${file.name}, ${byteWords(file.size)}`)
    try {
      const base64 = await base64Of(file)
      const more = { ...(occurredAt !== undefined && { occurredAt }), ...(step !== undefined && { step }) }
      const reply = await store.attach(incident, { name: file.name, mediaType: file.type, base64, ...more })
      if (reply.ok) return 'saved'
      if (!isForbidden(reply.error)) return 'kept'
      return { problem: `${file.name} was not saved. ${refusalWords(reply.error)}` }
    } catch {
      return { problem: `${file.name} could not be read. Drop it again, or paste its text.` }
    } finally {
      setBusy(null)
    }
  }
  return {
    busy,
    attach: async (files, occurredAt) => {
      onProblem(null)
      let areSafe = true
      for (const file of files) {
        const ended = await attachOne(file, occurredAt)
        if (ended === 'saved') store.announce(`${file.name} saved as evidence`)
        else if (ended !== 'kept') {
          onProblem(ended.problem)
          areSafe = false
        }
      }
      return areSafe
    },
  }
}
