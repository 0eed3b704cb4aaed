import { markTerms } from '../../shared/library/mark-terms.ts'
import styles from './marked-text.module.css'

/** A text from the workspace with what matched marked. It is isolated, so that no direction mark in it turns what stands around it. */
export function MarkedText({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  let offset = 0
  return (
    <bdi>
      {markTerms(text, terms).map((stretch) => {
        offset += stretch.text.length
        return stretch.isMatch ? (
          <mark key={offset} className={styles.mark}>
            {stretch.text}
          </mark>
        ) : (
          <span key={offset}>{stretch.text}</span>
        )
      })}
    </bdi>
  )
}
