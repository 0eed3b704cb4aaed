import { Menu } from '@mantine/core'
import { useStore } from 'zustand'
import type { Postmortem } from '../../../shared/postmortem/postmortem.ts'
import { hashOf } from '../../state/route.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { StateMark, stateTones, stateWords } from '../../ui/state-mark.tsx'
import styles from './postmortem.module.css'
import { useCurrentWriting } from './use-writing.ts'

/** How the saving of the whole text stands, in words; the parts say the same for themselves. */
function SavedState() {
  const words = useStore(useCurrentWriting(), (all) => {
    const states = Object.values(all).map((part) => part.state)
    if (states.includes('failed') || states.includes('differs')) return 'Some words are not saved'
    if (states.includes('saving')) return 'Saving'
    return states.includes('typing') ? 'Typing, kept on this machine' : 'All words saved'
  })
  return (
    <span className={styles.saved} role="status">
      {words}
    </span>
  )
}

function ExportMenu(props: { readonly isRunning: boolean; readonly onExport: (format: 'md' | 'json') => void }) {
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 80 }}
    >
      <Menu.Target>
        <ActionButton tone="primary" disabled={props.isRunning}>
          {props.isRunning ? 'Exporting' : 'Export'}
        </ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => props.onExport('md')}>Markdown, for GitHub or a wiki</Menu.Item>
        <Menu.Item onClick={() => props.onExport('json')}>JSON, for machines</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** What this is a postmortem of, how it stands, and the way out into the world. */
export function PostmortemHeader(props: {
  readonly postmortem: Postmortem
  readonly isRunning: boolean
  readonly onExport: (format: 'md' | 'json') => void
}) {
  const { title, status, severity, dataset, incident } = props.postmortem
  return (
    <header className={styles.header}>
      <div className={styles.headline}>
        <p className="caption">
          Postmortem of{' '}
          <a className={styles.incident} href={hashOf({ screen: 'incident', incident })}>
            {incident}
          </a>
        </p>
        <h1 className={styles.title}>{title}</h1>
        <div className={styles.chips}>
          {status === 'unknown' ? null : (
            <Chip tone={stateTones[status]} mark={<StateMark state={status} inherit />}>
              {stateWords[status]}
            </Chip>
          )}
          {severity === null ? null : <Chip>SEV-{severity}</Chip>}
          {dataset === null ? null : <Chip>{dataset}</Chip>}
        </div>
      </div>
      <div className={styles.headTools}>
        <SavedState />
        <ExportMenu isRunning={props.isRunning} onExport={props.onExport} />
      </div>
    </header>
  )
}
