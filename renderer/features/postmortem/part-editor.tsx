import { Textarea } from '@mantine/core'
import { useEffect } from 'react'
import type { PostmortemSection } from '../../../shared/postmortem/postmortem.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import styles from './postmortem.module.css'
import { useCurrentWriting, usePartWriting } from './use-writing.ts'
import type { PartWriting } from './writing.ts'

/** Where the words of a part come from, or how their saving goes. */
function stateWords(part: PartWriting, section: PostmortemSection): string {
  switch (part.state) {
    case 'typing':
      return 'Not saved yet, kept on this machine'
    case 'saving':
      return 'Saving'
    case 'failed':
      return 'Not saved'
    case 'saved':
    case 'calm':
      if (section.prose !== null) return part.state === 'saved' ? 'Saved' : 'Written by hand'
      return section.draft === '' ? 'Nothing written' : 'Draft from the log'
  }
}

const placeholders: Readonly<Record<string, string>> = {
  timeline: 'Words before the timeline, if it needs any. The table comes from the log.',
  actions: 'Words before the action items, if they need any.',
}

function PartTools({ section, readOnly }: { readonly section: PostmortemSection; readonly readOnly: boolean }) {
  const writing = useCurrentWriting()
  const part = usePartWriting(section.id)
  const words = part.typed ?? section.prose
  const hasWords = words !== null && words.trim() !== ''
  const { putAway } = part
  if (readOnly) return null
  if (hasWords && section.draft !== '') {
    return (
      <ActionButton size="small" tone="quiet" onClick={() => void writing.takeDraft(section.id, words)}>
        Use the draft again
      </ActionButton>
    )
  }
  if (putAway === null) return null
  return (
    <ActionButton
      size="small"
      tone="quiet"
      onClick={() => {
        writing.type(section.id, putAway)
        void writing.flush(section.id)
      }}
    >
      Bring my words back
    </ActionButton>
  )
}

/** One part in the editor: the draft until somebody writes over it, then their words. */
export function PartEditor({ section, readOnly }: { readonly section: PostmortemSection; readonly readOnly: boolean }) {
  const writing = useCurrentWriting()
  const part = usePartWriting(section.id)
  useEffect(() => {
    if (part.state === 'saved') writing.settle(section.id, section.prose)
  }, [writing, section.id, section.prose, part.state])
  const shown = part.typed ?? section.prose ?? section.draft
  const isDraft = part.typed === null && section.prose === null
  return (
    <section className={styles.part} aria-label={section.title} id={`part-${section.id}`}>
      <div className={styles.partHead}>
        <h3 className={styles.partTitle}>{section.title}</h3>
        <span className={styles.partState} data-state={part.state}>
          {stateWords(part, section)}
        </span>
        <PartTools section={section} readOnly={readOnly} />
      </div>
      <Textarea
        id={textId(section.id)}
        aria-label={section.title}
        classNames={{ input: isDraft ? `${styles.words} ${styles.drafted}` : (styles.words ?? '') }}
        value={shown}
        placeholder={placeholders[section.id] ?? ''}
        error={part.problem}
        readOnly={readOnly}
        autosize
        minRows={section.draft === '' ? 1 : 3}
        maxRows={24}
        onChange={(event) => writing.type(section.id, event.currentTarget.value)}
        onBlur={() => void writing.flush(section.id)}
      />
      {part.state === 'failed' ? (
        <ActionButton size="small" onClick={() => void writing.flush(section.id)}>
          Save again
        </ActionButton>
      ) : null}
    </section>
  )
}

/** The id of a part's text field, for those who lead there. */
export const textId = (section: string): string => `words-${section}`
