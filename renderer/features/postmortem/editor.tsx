import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { ActionItems } from './action-items.tsx'
import { PartEditor } from './part-editor.tsx'
import styles from './postmortem.module.css'

/** Each part with its draft or its words, in the order of the export. */
export function Editor({ postmortem, readOnly }: { readonly postmortem: Postmortem; readonly readOnly: boolean }) {
  const isOver = postmortem.status !== 'detected' && postmortem.status !== 'debugging'
  const note = isOver
    ? 'Drafted from the log. Write over what you know better; Markdown works.'
    : 'The incident is still open: drafts grow with the log.'
  return (
    <section aria-label="Write" className={styles.column}>
      <div className={styles.scroll}>
        <p className={styles.note}>{note}</p>
        {postmortem.sections.map((section) => (
          <div key={section.id} className={styles.partBox}>
            <PartEditor section={section} readOnly={readOnly} />
            {section.id === 'actions' ? <ActionItems postmortem={postmortem} readOnly={readOnly} /> : null}
          </div>
        ))}
      </div>
    </section>
  )
}
