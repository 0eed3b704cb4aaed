import type { Capabilities, Desk } from '../../../shared/contract/answers.ts'
import { Panel } from '../../ui/panel.tsx'
import { licences } from './licences.ts'
import styles from './settings.module.css'

const shells: Readonly<Record<Capabilities['shell'], string>> = {
  desktop: 'its own window on the desktop',
  loopback: 'a browser window, over this machine only',
  memory: 'memory, for tests',
}

const factsOf = ({ version, capabilities, clock }: Desk): readonly (readonly [string, string])[] => [
  ['Version', version],
  ['Runs in', shells[capabilities.shell]],
  [
    'Notifications',
    capabilities.nativeNotifications
      ? 'shown by the system, also when the window is hidden'
      : 'none by the system here: this window shows what is due',
  ],
  [
    'Links',
    capabilities.openLinks === 'shell'
      ? 'open in your browser, after a question'
      : 'open in a new tab, after a question',
  ],
  ['Clock', clock === 'test' ? 'a test clock that stands still until it is moved' : "this machine's"],
]

/** Which Nightdesk this is, what it can do here, and whose work it stands on. */
export function AboutPanel({ desk }: { readonly desk: Desk }) {
  return (
    <Panel title="About">
      <div className={styles.body}>
        <dl className={styles.folders}>
          {factsOf(desk).map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
          <div>
            <dt>Licence</dt>
            <dd>MIT</dd>
          </div>
        </dl>
        <details className={styles.licences}>
          <summary>Made with {licences.length} libraries</summary>
          <ul>
            {licences.map(({ name, terms }) => (
              <li key={name}>
                <span>{name}</span>
                <span className="faint">{terms}</span>
              </li>
            ))}
          </ul>
        </details>
      </div>
    </Panel>
  )
}
