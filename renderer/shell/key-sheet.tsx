import { Modal, Switch } from '@mantine/core'
import { Fragment } from 'react'
import { byGroup, useCurrentCommands } from '../state/commands.ts'
import { Keys } from '../ui/keys.tsx'
import styles from './shell.module.css'

/** Which key does what, here and now. Single keys can be switched off for those who speak to their machine. */
export function KeySheet(props: {
  readonly opened: boolean
  readonly lettersAllowed: boolean
  readonly onLettersAllowed: (allowed: boolean) => void
  readonly onClose: () => void
}) {
  const commands = useCurrentCommands().filter((command) => command.keys !== undefined)
  return (
    <Modal opened={props.opened} onClose={props.onClose} title="Keys" size="lg">
      <Switch
        label="Single keys do things. Switched off, only keys with Ctrl or Cmd do."
        checked={props.lettersAllowed}
        onChange={(event) => props.onLettersAllowed(event.currentTarget.checked)}
      />
      <div className={styles.sheet}>
        {byGroup(commands).map(([group, list]) => (
          <Fragment key={group}>
            <h3>{group}</h3>
            {list.map((command) => (
              <Fragment key={command.id}>
                <span>{command.label}</span>
                <Keys keys={command.keys ?? ''} />
              </Fragment>
            ))}
          </Fragment>
        ))}
      </div>
    </Modal>
  )
}
