import { IconCopy } from '@tabler/icons-react'
import type { Command } from '../../../../shared/runbook/runbook.ts'
import { filledPart } from '../../../../shared/runbook/variables/command-parts.ts'
import { maskedValues } from '../../../../shared/runbook/variables/masked-values.ts'
import {
  type CommandReading,
  filledCommand,
  foundValue,
  type KnownValues,
  openVariables,
} from '../../../../shared/runbook/variables/run-variables.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { ClampedText } from '../../../ui/clamped-text.tsx'
import styles from './command.module.css'
import { RunCommand } from './run-command.tsx'
import { CommandRuns } from './step-runs.tsx'

/** Puts a command on the clipboard, with the values known so far, and says so. */
export function useCopyCommand(): (reading: CommandReading, known: KnownValues) => Promise<void> {
  const store = useDeskStore()
  return async (reading, known) => {
    // What a command above sets is set in the terminal, too, where that one was pasted.
    const open = openVariables(reading, known).flatMap(({ above, written }) => (above === null ? [written] : []))
    try {
      await navigator.clipboard.writeText(filledCommand(reading, known))
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
  readonly reading: CommandReading
  readonly known: KnownValues
  readonly withKey: boolean
}) {
  const { command, reading, known } = props
  const copy = useCopyCommand()
  const named = { step: props.step, index: props.index }
  const seen = maskedValues(known)
  return (
    <>
      <div className={styles.command}>
        <pre>
          <code>
            <ClampedText text={command.text} lines={6} perLine={27}>
              {reading.parts.map((part, at) => {
                const { variable, text, isRemark } = part
                const key = `${at} ${text}`
                if (variable === null) return <span key={key}>{text}</span>
                const { value } = foundValue(variable, seen)
                const look = value !== '' ? styles.filled : isRemark ? undefined : styles.open
                return (
                  <span key={key} className={look}>
                    {filledPart(part, value)}
                  </span>
                )
              })}
            </ClampedText>
          </code>
        </pre>
        <div className={styles.acts}>
          <ActionButton
            size="small"
            aria-label="Copy command"
            {...(props.withKey ? { keys: 'c' } : {})}
            onClick={() => void copy(reading, known)}
          >
            <IconCopy size={14} aria-hidden="true" />
          </ActionButton>
          <RunCommand named={named} command={command} />
        </div>
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
