import { useEffect, useRef, useState } from 'react'
import { useDeskStore, useDraft, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { unsavedLike } from '../../../state/unsaved.ts'
import { timeOfDay } from '../../../ui/time-words.ts'
import { useStateFacts } from '../use-record.ts'
import { type EntryScene, parseEntry } from './parse-entry.ts'
import { offeredCommands, type SlashCommand, withCommand } from './slash-commands.ts'
import { type Attaching, useAttach } from './use-attach.ts'
import { useEntryScene } from './use-entry-scene.ts'

export type ComposerState = {
  readonly text: string
  readonly type: (text: string) => void
  readonly problem: string | null
  /** Whether the words stand on screen as NOT SAVED: Enter tries again. */
  readonly isWaiting: boolean
  readonly offered: readonly SlashCommand[]
  readonly chosen: number
  readonly choose: (by: number) => void
  readonly closeMenu: () => void
  readonly pick: (command: SlashCommand) => void
  readonly submit: () => Promise<void>
  readonly attaching: Attaching
}

/** Takes the text away once the fact it became, which could not be saved at first, is no longer waiting. */
function useClearedOnceSaved(text: string, setText: (text: string) => void, sceneNow: () => EntryScene): void {
  const { incident } = useOpenIncident()
  const unsaved = useSelected((state) => state.unsaved)
  const before = useRef(unsaved)
  useEffect(() => {
    const gone = before.current.filter((each) => !unsaved.some(({ key }) => key === each.key))
    before.current = unsaved
    if (gone.length === 0) return
    const entry = parseEntry(text, sceneNow())
    const isIts = entry.ok && entry.value.kind === 'fact' && unsavedLike(gone, incident, entry.value.fact) !== undefined
    if (isIts) setText('')
  })
}

/** Whether the text is a fact that could not be saved yet. */
function useIsWaiting(text: string, sceneNow: () => EntryScene): boolean {
  const { incident } = useOpenIncident()
  const unsaved = useSelected((state) => state.unsaved)
  if (unsaved.length === 0) return false
  const entry = parseEntry(text, sceneNow())
  return entry.ok && entry.value.kind === 'fact' && unsavedLike(unsaved, incident, entry.value.fact) !== undefined
}

/** The composer without its looks: the text that survives a reload, the menu, and what Enter does. */
export function useComposer(pickFile: () => void): ComposerState {
  const { incident } = useOpenIncident()
  const draft = `entry.${incident}`
  const [text, setText] = useDraft(draft)
  const [problem, setProblem] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const [closedFor, setClosedFor] = useState<string | null>(null)
  const store = useDeskStore()
  const stateFacts = useStateFacts()
  const sceneNow = useEntryScene()
  const attaching = useAttach(setProblem)
  useClearedOnceSaved(text, setText, sceneNow)
  const isWaiting = useIsWaiting(text, sceneNow)
  const offered = closedFor === text ? [] : offeredCommands(text)
  const type = (next: string): void => {
    setText(next)
    setProblem(null)
    setChosen(0)
  }
  const keep = (words: string, occurredAt: string | undefined): Promise<boolean> => {
    const name = `pasted-${timeOfDay(sceneNow().nowMs, sceneNow().zone).replaceAll(':', '')}.txt`
    return attaching.attach([new File([words], name, { type: 'text/plain' })], occurredAt)
  }
  // What was typed while the answer was under way stays. Words that could not be saved stand on screen as NOT SAVED as well.
  const giveBack = (isOnlyHere: boolean): void => {
    const typedSince = store.getState().drafts[draft] ?? ''
    if (typedSince === '') setText(text)
    else if (isOnlyHere) setText(`${text}\n${typedSince}`)
  }
  const submit = async (): Promise<void> => {
    const entry = parseEntry(text, sceneNow())
    if (!entry.ok) return setProblem(entry.error)
    const said = entry.value
    setText('')
    switch (said.kind) {
      case 'pickFile':
        return pickFile()
      case 'evidence':
        if (!(await keep(said.text, said.occurredAt))) giveBack(true)
        return
      case 'fact': {
        const kept = unsavedLike(store.getState().unsaved, incident, said.fact)
        if (kept !== undefined) {
          setText(text)
          return store.retryUnsaved(kept.key)
        }
        const stated = await stateFacts(said.fact)
        if (stated.kind !== 'durable') giveBack(stated.kind === 'refused')
        if (stated.kind === 'refused') setProblem(stated.words)
      }
    }
  }
  return {
    text,
    type,
    problem,
    isWaiting,
    offered,
    chosen,
    choose: (by) => setChosen((before) => (before + by + offered.length) % Math.max(1, offered.length)),
    closeMenu: () => setClosedFor(text),
    pick: (command) => type(withCommand(text, command)),
    submit,
    attaching,
  }
}
