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
    case 'left':
    case 'differs':
    case 'typing':
      return 'Not saved yet, kept on this machine'
    case 'saving':
      return 'Saving'
    case 'failed':
      return 'Not saved'
    case 'saved':
    case 'calm':
      if (section.prose !== null) return part.state === 'saved' ? 'Saved' : 'Written by hand'
      return section.known === '' ? 'Nothing written' : 'Draft from the log'
  }
}

const placeholders: Readonly<Record<string, string>> = {
  timeline: 'Words before the timeline, if it needs any. The table comes from the log.',
  actions: 'Words before the action items, if they need any.',
}

/** An open question as a person reads it. */
const asked = (open: string): string => `Not stated: ${open}`

function PartTools({ section, readOnly }: { readonly section: PostmortemSection; readonly readOnly: boolean }) {
  const writing = useCurrentWriting()
  const part = usePartWriting(section.id)
  const words = part.typed ?? section.prose
  const hasWords = words !== null && words.trim() !== ''
  const { putAway } = part
  if (readOnly) return null
  if (hasWords && putAway === null) {
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

/** Words that an earlier window left unsaved, while the log has others since: nobody but the reader can choose. */
function LeftBehind({ section, readOnly }: { readonly section: PostmortemSection; readonly readOnly: boolean }) {
  const writing = useCurrentWriting()
  return (
    <div role="status" className={styles.leftBehind}>
      <p>An earlier window left these words unsaved. Since then the log says:</p>
      <blockquote>{section.prose ?? 'the draft again'}</blockquote>
      <div className={styles.leftActions}>
        <ActionButton size="small" disabled={readOnly} onClick={() => void writing.saveLeft(section.id)}>
          Save mine instead
        </ActionButton>
        <ActionButton size="small" tone="quiet" onClick={() => writing.dropLeft(section.id)}>
          Take those of the log
        </ActionButton>
      </div>
    </div>
  )
}

/** One part in the editor: the draft until somebody writes over it, then their words. */
export function PartEditor({ section, readOnly }: { readonly section: PostmortemSection; readonly readOnly: boolean }) {
  const writing = useCurrentWriting()
  const part = usePartWriting(section.id)
  useEffect(() => {
    if (part.state !== 'saving') writing.settle(section.id, section.prose)
  }, [writing, section.id, section.prose, part.state])
  const shown = part.typed ?? section.prose ?? section.known
  const isDraft = part.typed === null && section.prose === null
  return (
    <section aria-label={section.title} id={`part-${section.id}`}>
      <div className={styles.partHead}>
        <h2 className={styles.partTitle}>{section.title}</h2>
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
        placeholder={placeholders[section.id] ?? section.open.map(asked).join('\n')}
        error={part.problem}
        readOnly={readOnly}
        autosize
        minRows={section.draft === '' ? 1 : 2}
        maxRows={24}
        onChange={(event) => writing.type(section.id, event.currentTarget.value)}
        onBlur={() => void writing.flush(section.id)}
      />
      {isDraft && section.known !== '' ? (
        <ul className={styles.questions}>
          {section.open.map((open) => (
            <li key={open}>{asked(open)}</li>
          ))}
        </ul>
      ) : null}
      {part.state === 'differs' ? <LeftBehind section={section} readOnly={readOnly} /> : null}
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
