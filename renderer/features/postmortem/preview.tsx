import { memo, useDeferredValue, useMemo } from 'react'
import type { Postmortem, PostmortemSection } from '../../../shared/postmortem/postmortem.ts'
import { redact } from '../../../shared/postmortem/redact.ts'
import { partMarkdown } from '../../../shared/postmortem/render-markdown.ts'
import { goTo } from '../../state/route.ts'
import { MarkdownView } from '../../ui/markdown-view.tsx'
import desk from './postmortem.module.css'
import styles from './preview.module.css'
import { usePartWriting } from './use-writing.ts'

/** The part as it will stand once what is typed is saved. */
function useLivePart(postmortem: Postmortem, section: PostmortemSection): PostmortemSection {
  const { typed } = usePartWriting(section.id)
  const words = useDeferredValue(typed)
  return useMemo(() => {
    if (words === null) return section
    if (words.trim() === '') return { ...section, prose: null, text: section.draft }
    return { ...section, prose: words, text: redact(words, postmortem.redaction).text }
  }, [words, section, postmortem.redaction])
}

type PreviewProps = { readonly postmortem: Postmortem; readonly onEdit: (section: string) => void }

const PreviewPart = memo(function PreviewPart(props: {
  readonly postmortem: Postmortem
  readonly section: PostmortemSection
  readonly onEdit: (section: string) => void
}) {
  const part = useLivePart(props.postmortem, props.section)
  const text = useMemo(() => partMarkdown(props.postmortem, part, false), [props.postmortem, part])
  const { incident } = props.postmortem
  return (
    <section className={styles.part} aria-label={`${part.title}, as exported`}>
      <h2>
        <button
          type="button"
          className={styles.partTitle}
          title="Write this part"
          onClick={() => props.onEdit(part.id)}
        >
          {part.title}
        </button>
      </h2>
      <MarkdownView text={text} onWorkspaceLink={() => goTo({ screen: 'incident', incident })} />
    </section>
  )
})

function LeftOut({ postmortem }: { readonly postmortem: Postmortem }) {
  const names = [...new Set(postmortem.redactions.map((each) => each.name))].sort()
  if (names.length === 0) return null
  return (
    <p className={styles.leftOut}>
      Left out of every export, kept in the journal: {postmortem.redactions.length} ({names.join(', ')}).
    </p>
  )
}

/** The postmortem as it will be read. */
export function Paper({ postmortem, onEdit }: PreviewProps) {
  return (
    <article className={styles.paper}>
      <p className={styles.title}>{postmortem.title}</p>
      <LeftOut postmortem={postmortem} />
      {postmortem.sections.map((section) => (
        <PreviewPart key={section.id} postmortem={postmortem} section={section} onEdit={onEdit} />
      ))}
    </article>
  )
}

/** What the export will say, live. */
export function Preview(props: PreviewProps) {
  return (
    <section aria-label="Preview" className={desk.column}>
      <div className={desk.scroll}>
        <Paper {...props} />
      </div>
    </section>
  )
}
