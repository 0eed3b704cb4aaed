import styles from './composer.module.css'
import type { SlashCommand } from './slash-commands.ts'

/** The id of an option, for the text field to point at. */
export const optionId = (menu: string, name: string): string => `${menu}-${name}`

/** The commands that fit what has been typed after the slash. */
export function CommandMenu(props: {
  readonly id: string
  readonly commands: readonly SlashCommand[]
  readonly chosen: number
  readonly onPick: (command: SlashCommand) => void
}) {
  return (
    <div id={props.id} role="listbox" aria-label="Timeline commands" className={styles.menu} tabIndex={-1}>
      {props.commands.map((command, index) => (
        <div
          key={command.name}
          id={optionId(props.id, command.name)}
          role="option"
          tabIndex={-1}
          aria-selected={index === props.chosen}
          className={styles.option}
          onMouseDown={(event) => {
            event.preventDefault()
            props.onPick(command)
          }}
        >
          <code>{command.form}</code>
          <span>{command.help}</span>
        </div>
      ))}
    </div>
  )
}
