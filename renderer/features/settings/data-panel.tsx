import { Panel } from '../../ui/panel.tsx'
import { Copyable } from './copyable.tsx'
import styles from './settings.module.css'

const contents = [
  ['incidents', 'one folder for each incident: its log, and the evidence beside it'],
  ['heads', 'how far each log was known to reach, so that a lost end is noticed'],
  ['alerts', 'what came in from your monitoring, and what you decided about it'],
  ['exports', 'postmortems that you exported'],
  ['last-good-documents', 'runbooks and pages as they were last read, for when the workspace is away'],
] as const

/** Where everything that is written lies, and what is safe. */
export function DataPanel({ folder }: { readonly folder: string }) {
  return (
    <Panel title="Data" note="on this disk, sent nowhere">
      <div className={styles.body}>
        <div className={styles.field}>
          <span className={styles.label}>Data folder</span>
          <Copyable text={folder} what="the data folder" />
        </div>
        <dl className={styles.folders}>
          {contents.map(([name, words]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <p className="dim">
          What the top bar calls saved is flushed to this disk: a crash or a power cut does not take it back. Logs are
          plain text and never rewritten.
        </p>
      </div>
    </Panel>
  )
}
