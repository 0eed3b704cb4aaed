import { useId, useState } from 'react'
import { isLongerThan } from '../../../../shared/kit/is-longer-than.ts'
import { AuthorWords } from './author-words.tsx'
import styles from './runbook-text.module.css'

const SHOWN_LINES = 8

/** The author's own words around a step: why, what to expect, what to beware of. Long ones are short until somebody asks for all. */
export function BesideStep({ markdown }: { readonly markdown: string }) {
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  if (markdown === '') return null
  const isLong = isLongerThan(markdown, SHOWN_LINES + 2)
  return (
    <div className={styles.beside}>
      <AuthorWords id={id} markdown={markdown} {...(isLong && !isWhole ? { className: styles.begun } : {})} />
      {isLong ? (
        <button
          type="button"
          className={styles.whole}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show less' : 'Show all of the text'}
        </button>
      ) : null}
    </div>
  )
}
