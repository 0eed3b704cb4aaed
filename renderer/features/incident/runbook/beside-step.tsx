import { WordsBeside } from '../../../ui/words-beside.tsx'
import { AuthorWords } from './author-words.tsx'
import styles from './runbook-text.module.css'

/** The author's own words around a step: why, what to expect, what to beware of. */
export function BesideStep({ markdown }: { readonly markdown: string }) {
  if (markdown === '') return null
  return (
    <div className={styles.beside}>
      <WordsBeside markdown={markdown}>
        <AuthorWords markdown={markdown} />
      </WordsBeside>
    </div>
  )
}

/** The author's own words straight above a command: in which case it is typed, what the one before it prints. */
export function AboveCommand({ markdown, lines }: { readonly markdown: string; readonly lines?: number }) {
  if (markdown === '') return null
  return (
    <WordsBeside markdown={markdown} endsAbove {...(lines === undefined ? {} : { lines })}>
      <AuthorWords markdown={markdown} />
    </WordsBeside>
  )
}
