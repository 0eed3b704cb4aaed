import { alertSources, sourceWords } from '../../../../shared/alerts/alert.ts'
import { Copyable } from '../copyable.tsx'
import styles from '../settings.module.css'
import { alertmanagerSnippet, curlSnippet, intakeAddress } from './intake-words.ts'

/** What to give to each tool: its address, and for the commonest one the whole receiver. */
export function IntakeSenders({ port, token }: { readonly port: number; readonly token: string | null }) {
  return (
    <>
      <div className={styles.field}>
        <span className={styles.label}>Addresses, all by POST with the token as Bearer</span>
        <dl className={styles.senders}>
          {alertSources.map((source) => (
            <div key={source}>
              <dt>{sourceWords[source]}</dt>
              <dd>
                <Copyable text={intakeAddress(port, source)} what={`the address for ${sourceWords[source]}`} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <details className={styles.more}>
        <summary>Receiver for alertmanager.yml</summary>
        <Copyable text={alertmanagerSnippet(port, token)} what="the receiver for alertmanager.yml" />
      </details>
      <details className={styles.more}>
        <summary>From a terminal, and from another machine</summary>
        <Copyable text={curlSnippet(port, token)} what="the command" />
        <p className="dim">
          The intake listens on this machine only. A server reaches it through a tunnel that you open from here, for
          example:
        </p>
        <Copyable text={`ssh -N -R ${port}:127.0.0.1:${port} monitoring.example.com`} what="the tunnel" />
      </details>
    </>
  )
}
