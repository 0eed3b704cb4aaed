import { createContext, useContext, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { sectionIds } from '../../../shared/postmortem/postmortem.ts'
import type { DeskStore } from '../../state/desk-store.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { createWriting, type PartWriting, partOf, type Writing } from './writing.ts'

/**
 * Saves one part. A save that failed is not kept in the desk's list of unsaved facts: a later retry of old words would
 * overwrite newer ones. The writing itself keeps the text, across reloads too.
 */
async function savePart(store: DeskStore, incident: string, section: string, text: string): Promise<string | null> {
  const facts: readonly PersonFact[] = [{ type: 'postmortem.edited', data: { section, text } }]
  const reply = await store.record(incident, facts)
  for (const unsaved of store.getState().unsaved) {
    if (unsaved.facts === facts) store.discardUnsaved(unsaved.key)
  }
  return reply.ok ? null : refusalWords(reply.error)
}

/** Stands before what words were written over, so that blank ones are kept as well. */
const NOTED = '='

const laterBy = (run: () => void, ms: number): (() => void) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** The writing of one postmortem for as long as its screen stands; leaving saves, and so does a connection that is back. */
export function useWriting(incident: string): Writing {
  const store = useDeskStore()
  const writing = useMemo(() => {
    const key = (section: string): string => `postmortem.${incident}.${section}`
    const overKey = (section: string): string => `${key(section)}.over`
    return createWriting(sectionIds, {
      save: (section, text) => savePart(store, incident, section, text),
      keep: (section, text, over) => {
        store.setDraft(key(section), text)
        store.setDraft(overKey(section), text === '' ? '' : NOTED + over)
      },
      kept: (section) => {
        const noted = store.keptDraft(overKey(section))
        return { text: store.keptDraft(key(section)), over: noted === '' ? null : noted.slice(NOTED.length) }
      },
      later: laterBy,
    })
  }, [store, incident])
  const connection = useSelected((state) => state.connection)
  useEffect(() => {
    if (connection === 'connected') void writing.flushAll()
  }, [connection, writing])
  useEffect(() => () => void writing.flushAll(), [writing])
  return writing
}

export const WritingContext = createContext<Writing | null>(null)

/** The writing that the screen holds. */
export function useCurrentWriting(): Writing {
  const writing = useContext(WritingContext)
  if (writing === null) throw new Error('a part was rendered outside of its postmortem')
  return writing
}

/** How one part stands; renders again only when that part changes. */
export const usePartWriting = (section: string): PartWriting =>
  useStore(useCurrentWriting(), (all) => partOf(all, section))
