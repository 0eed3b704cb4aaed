import type { Finding, Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { textId } from './part-editor.tsx'
import desk from './postmortem.module.css'
import styles from './review.module.css'

const groups = [
  { title: 'To reword', rules: /^(?:blame|claim|scope)\//, intro: null },
  { title: 'To complete', rules: /^(?:action|metric)\//, intro: null },
  {
    title: 'Not stated yet',
    rules: /^part\//,
    intro: 'Facts cannot say these, only people can. Write them, or write that it is not known.',
  },
] as const

/** A part, and the words in it that are meant. */
export type Place = Pick<Finding, 'section' | 'excerpt'>

/** Leads to the words that a finding is about, and marks them where they stand in the text. */
export function leadTo({ section, excerpt }: Place): void {
  const field = document.getElementById(textId(section))
  if (!(field instanceof HTMLTextAreaElement)) return
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  const from = excerpt === '' ? -1 : field.value.indexOf(excerpt)
  if (from >= 0) field.setSelectionRange(from, from + excerpt.length)
}

function FindingItem(props: {
  readonly finding: Finding
  readonly part: string
  readonly isBrief: boolean
  readonly onLead: (finding: Finding) => void
}) {
  const { finding } = props
  return (
    <li className={styles.finding}>
      <button type="button" className={styles.findingLink} onClick={() => props.onLead(finding)}>
        <span className={styles.findingPart}>{props.part}</span>
        <q className={styles.excerpt}>{finding.excerpt}</q>
      </button>
      {props.isBrief ? null : (
        <>
          <p className={styles.why}>{finding.why}</p>
          <p className={styles.suggestion}>{finding.suggestion}</p>
        </>
      )}
    </li>
  )
}

/** What a kind reviewer would ask, each leading to its place. */
export function ReviewList(props: { readonly postmortem: Postmortem; readonly onLead: (finding: Finding) => void }) {
  const { findings, sections } = props.postmortem
  const titleOf = (id: string): string => sections.find((section) => section.id === id)?.title ?? id
  return (
    <section aria-label="Review" className={desk.column}>
      <div className={desk.scroll}>
        {findings.length === 0 ? (
          <EmptyState title="Nothing to ask.">
            No blame, no claim without evidence, every action has an owner and a date. It is ready to be shared.
          </EmptyState>
        ) : null}
        {groups.map(({ title, rules, intro }) => {
          const found = findings.filter((finding) => rules.test(finding.rule))
          if (found.length === 0) return null
          return (
            <section key={title} aria-label={title} className={styles.findings}>
              <h2 className="caption">
                {title}, {found.length}
              </h2>
              {intro === null ? null : <p className={styles.why}>{intro}</p>}
              <ul>
                {found.map((finding) => (
                  <FindingItem
                    key={`${finding.rule} ${finding.section} ${finding.excerpt}`}
                    finding={finding}
                    part={titleOf(finding.section)}
                    isBrief={intro !== null}
                    onLead={props.onLead}
                  />
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </section>
  )
}
