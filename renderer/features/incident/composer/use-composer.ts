import { useEffect, useRef, useState } from 'react'
import { useDeskStore, useDraft, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { type Unsaved, unsavedLike } from '../../../state/unsaved.ts'
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
  /** Keeps a pasted log as evidence; one that is refused goes into the field, where it can be changed or copied. */
  readonly paste: (log: string) => Promise<void>
  readonly attaching: Attaching
}

/** Finds, among facts that are not saved, the one that this text is, of whoever sits here. */
function useFindLike(sceneNow: () => EntryScene): (list: readonly Unsaved[], text: string) => Unsaved | undefined {
  const { incident } = useOpenIncident()
  const me = useSelected((state) => state.desk?.preferences.me)
  return (list, text) => {
    const entry = list.length === 0 ? null : parseEntry(text, sceneNow())
    return entry?.ok && entry.value.kind === 'fact' ? unsavedLike(list, incident, entry.value.fact, me) : undefined
  }
}

/** Takes the text away once the fact it became, which could not be saved at first, is no longer waiting. */
function useClearedOnceSaved(text: string, setText: (text: string) => void, sceneNow: () => EntryScene): void {
  const findLike = useFindLike(sceneNow)
  const unsaved = useSelected((state) => state.unsaved)
  const before = useRef(unsaved)
  useEffect(() => {
    const waits = (each: Unsaved): boolean =>
      unsaved.some(({ key, isThrownAway = false }) => key === each.key && !isThrownAway)
    const gone = before.current.filter((each) => !waits(each))
    before.current = unsaved
    if (findLike(gone, text) !== undefined) setText('')
  })
}

/** Whether the text is a fact that could not be saved yet. */
function useIsWaiting(text: string, sceneNow: () => EntryScene): boolean {
  const findLike = useFindLike(sceneNow)
  const unsaved = useSelected((state) => state.unsaved)
  return findLike(unsaved, text) !== undefined
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
  const findLike = useFindLike(sceneNow)
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
        const kept = findLike(store.getState().unsaved, text)
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
    paste: async (log) => {
      if (await attaching.attach([new File([log], 'pasted.txt', { type: 'text/plain' })])) return
      const typed = store.getState().drafts[draft] ?? ''
      setText(typed === '' ? log : `${typed}\n${log}`)
    },
    attaching,
  }
}
