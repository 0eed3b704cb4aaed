import { IconCopy } from '@tabler/icons-react'
import { SECRET_MASK } from '../../../../shared/kit/hide-values.ts'
import { isSecretName } from '../../../../shared/kit/secret-name.ts'
import {
  filledCommand,
  partsOfCommand,
  placeholdersOf,
  valueGiven,
} from '../../../../shared/runbook/commands/placeholders.ts'
import type { Command } from '../../../../shared/runbook/runbook.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { ClampedText } from '../../../ui/clamped-text.tsx'
import styles from './command.module.css'
import { RunCommand } from './run-command.tsx'
import { CommandRuns } from './step-runs.tsx'

/** Puts a command on the clipboard, with the values known so far, and says so. */
export function useCopyCommand(): (text: string, values: Readonly<Record<string, string>>) => Promise<void> {
  const store = useDeskStore()
  return async (text, values) => {
    const filled = filledCommand(text, values)
    const open = placeholdersOf([filled]).map((name) => `<${name}>`)
    try {
      await navigator.clipboard.writeText(filled)
      store.announce(open.length === 0 ? 'Command copied' : `Command copied, still open: ${open.join(', ')}`)
    } catch {
      store.showRefusal('The command could not be copied. Select it and copy it by hand.')
    }
  }
}

/** A command to copy, or to run after its own confirm; names still open stand out, so that nobody pastes them by half. */
export function CommandBlock(props: {
  readonly step: string
  readonly index: number
  readonly command: Command
  readonly values: Readonly<Record<string, string>>
  readonly withKey: boolean
}) {
  const { command, values } = props
  const copy = useCopyCommand()
  const named = { step: props.step, index: props.index }
  let offset = 0
  return (
    <>
      <div className={styles.command}>
        <pre>
          <code>
            <ClampedText text={command.text} lines={6} perLine={27}>
              {partsOfCommand(command.text).map(({ text, name }) => {
                offset += text.length
                if (name === null) return <span key={offset}>{text}</span>
                const given = valueGiven(values, name).trim()
                const value = given !== '' && isSecretName(name) ? SECRET_MASK : given
                return (
                  <span key={offset} className={value !== '' ? styles.filled : styles.open}>
                    {value || text}
                  </span>
                )
              })}
            </ClampedText>
          </code>
        </pre>
        <ActionButton
          size="small"
          aria-label="Copy command"
          {...(props.withKey ? { keys: 'c' } : {})}
          onClick={() => void copy(command.text, values)}
        >
          <IconCopy size={14} aria-hidden="true" />
        </ActionButton>
        <RunCommand named={named} command={command} />
      </div>
      <CommandRuns {...named} />
      {command.output === undefined || command.output.trim() === '' ? null : (
        <details className={styles.shown}>
          <summary>What the runbook shows it printing</summary>
          <pre>{command.output}</pre>
        </details>
      )}
    </>
  )
}
