import { Modal } from '@mantine/core'
import type { CommandName } from './command-runs.ts'
import { endTitle } from './command-words.ts'
import { ConfirmCommand } from './confirm-command.tsx'
import { RunView } from './run-view.tsx'
import { useRun } from './use-run.ts'

/** What the dialog is about: a command that may be run, or one run of a command. */
export type CommandSubject = { readonly ask: CommandName } | { readonly run: string }

const titles = {
  running: 'Running',
  ended: 'It has ended',
  lost: 'Nobody knows how it ended',
  outOfSight: 'Lost sight of it',
} as const

const titleOf = ({ standing, ended }: ReturnType<typeof useRun>): string =>
  standing === 'ended' && ended !== null ? endTitle(ended) : titles[standing]

/** From "what would run" to the last line, in one dialog: asks, and shows a run until it is closed, which stops nothing. */
export function CommandDialog(props: {
  /** Null until it is first asked about something; it stands from the beginning, so that closing it gives the focus back. */
  readonly subject: CommandSubject | null
  readonly isOpen: boolean
  readonly show: (run: string) => void
  readonly close: () => void
}) {
  const { subject, isOpen, close } = props
  const run = subject !== null && 'run' in subject ? subject.run : ''
  const known = useRun(run, isOpen && run !== '')
  const asked = subject !== null && 'ask' in subject ? subject.ask : null
  const title = asked !== null ? 'Run this command?' : titleOf(known)
  return (
    <Modal opened={isOpen} onClose={close} title={title} size={720}>
      {asked !== null ? (
        <ConfirmCommand key={`${asked.index}:${asked.step}`} named={asked} show={props.show} close={close} />
      ) : (
        <RunView key={run} run={run} known={known} close={close} />
      )}
    </Modal>
  )
}
