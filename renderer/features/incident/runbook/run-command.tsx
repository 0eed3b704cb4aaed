import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { PreparedCommand } from '../../../../shared/contract/answers.ts'
import type { Refusal } from '../../../../shared/contract/refusal.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { type CommandName, type OwnRun, useCommandRuns } from './command-runs-context.tsx'
import { ExactCommand } from './exact-command.tsx'
import { usePlaceholderValues } from './placeholder-values.tsx'
import { endWords, RunOutput } from './run-output.tsx'
import styles from './runbook.module.css'

const wordsOf = ({ message, hint }: Refusal): string => [message, hint].filter(Boolean).join(' ')

/** A command's way from "what would run" to its last line. Nothing starts without `start`, which sends the text that was shown. */
function useRunCommand(named: CommandName) {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const { giveAll } = usePlaceholderValues()
  const runs = useCommandRuns()
  const own = runs.runOf(named)
  const [isOpen, setOpen] = useState(false)
  const [prepared, setPrepared] = useState<PreparedCommand | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const call = { incident, ...named }
  const prepare = async (): Promise<void> => {
    const reply = await client.call('command.prepare', call)
    setPrepared(reply.ok ? reply.value : null)
    if (!reply.ok) setRefusal(wordsOf(reply.error))
  }
  return {
    own,
    isOpen,
    prepared,
    refusal,
    open: async (): Promise<void> => {
      setRefusal(null)
      if (own?.run.state !== 'running') {
        runs.forget(named)
        await giveAll()
        await prepare()
      }
      setOpen(true)
    },
    trust: async (): Promise<void> => {
      const reply = await client.call('runbook.trust', { incident })
      setRefusal(reply.ok ? null : wordsOf(reply.error))
      if (reply.ok) await prepare()
    },
    start: async (): Promise<void> => {
      if (prepared === null) return
      const reply = await client.call('command.run', { ...call, confirmed: prepared.text })
      setRefusal(reply.ok ? null : wordsOf(reply.error))
      if (reply.ok) runs.begin(named, reply.value.run)
      else await prepare()
    },
    stop: async (): Promise<void> => {
      if (own === null) return
      const reply = await client.call('command.stop', { run: own.id })
      if (!reply.ok) setRefusal(wordsOf(reply.error))
      else if (!reply.value.stopped) setRefusal('It does not run any more. Its output stands in the timeline.')
    },
    close: (): void => setOpen(false),
  }
}

type RunCommandState = ReturnType<typeof useRunCommand>

/** What is asked before it runs. Each button has its own key: one that was pressed never turns into the next one. */
function Confirm({ state }: { readonly state: RunCommandState }) {
  const { prepared } = state
  return (
    <div className={dialog.actions}>
      <ActionButton key="no" data-autofocus data-phase-focus="" onClick={state.close}>
        {prepared === null ? 'Close' : 'Do not run'}
      </ActionButton>
      {prepared?.isTrusted === false ? (
        <ActionButton key="trust" tone="warn" onClick={() => void state.trust()}>
          I trust this runbook as it is now
        </ActionButton>
      ) : null}
      {prepared?.isTrusted === true ? (
        <ActionButton key="run" tone="warn" disabled={prepared.openNames.length > 0} onClick={() => void state.start()}>
          Run this command
        </ActionButton>
      ) : null}
    </div>
  )
}

function Prepared({ prepared }: { readonly prepared: PreparedCommand }) {
  return (
    <>
      <ExactCommand text={prepared.text} />
      <p className="dim">
        By <code>{prepared.shell}</code> in <code>{prepared.folder}</code>, with the rights you have on this machine.
      </p>
      {prepared.isTrusted ? null : (
        <p>
          You have not trusted this version of the runbook yet. Read it first: trusting lets its commands run from here,
          each after a confirm. A changed file asks again.
        </p>
      )}
      {prepared.openNames.length === 0 ? null : (
        <p className={styles.over}>
          No value yet for {prepared.openNames.map((name) => `<${name}>`).join(', ')}. Fill it in on the step first.
        </p>
      )}
    </>
  )
}

function WhileItRuns({ own, state }: { readonly own: OwnRun; readonly state: RunCommandState }) {
  const isRunning = own.run.state === 'running'
  return (
    <>
      <RunOutput run={own.run} />
      <div className={dialog.actions}>
        {isRunning ? (
          <ActionButton key="stop" tone="danger" onClick={() => void state.stop()}>
            Stop it
          </ActionButton>
        ) : null}
        <ActionButton key="close" data-phase-focus="" onClick={state.close}>
          {isRunning ? 'Leave it running' : 'Close'}
        </ActionButton>
      </div>
    </>
  )
}

const titles = { running: 'Running', ended: 'It has ended', lost: 'Lost sight of it' } as const

/** The focus goes on within the dialog when the button that had it goes away. */
function usePhaseFocus(phase: string) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const isLost = phase !== '' && document.activeElement === document.body
    if (isLost) body.current?.querySelector<HTMLElement>('[data-phase-focus]')?.focus()
  }, [phase])
  return body
}

/** Says how a run ended to whoever is not looking at its dialog. */
function useSaidEnd(own: OwnRun | null): void {
  const { announce } = useDeskStore()
  const before = useRef(own?.run.state)
  useEffect(() => {
    if (before.current === 'running' && own?.run.state === 'ended') announce(endWords(own.run))
    before.current = own?.run.state
  }, [own, announce])
}

/** Runs one command of the runbook, after showing exactly what runs and where. Not offered unless switched on in Settings (R7). */
export function RunCommand(named: CommandName) {
  const isOffered = useSelected((state) => state.desk?.preferences.runCommands === true && state.desk.readOnly === null)
  const state = useRunCommand(named)
  const { own, prepared, refusal, isOpen } = state
  const phase = own?.run.state ?? (prepared?.isTrusted === true ? 'trusted' : 'asked')
  const body = usePhaseFocus(isOpen ? phase : '')
  useSaidEnd(own)
  if (!isOffered) return null
  const isRunning = own?.run.state === 'running'
  return (
    <>
      <ActionButton size="small" tone={isRunning ? 'warn' : 'plain'} onClick={() => void state.open()}>
        {isRunning ? 'Running…' : 'Run…'}
      </ActionButton>
      <Modal
        opened={isOpen}
        onClose={state.close}
        title={own === null ? 'Run this command?' : titles[own.run.state]}
        size={720}
      >
        <div ref={body} className={dialog.body}>
          {own === null && prepared !== null ? <Prepared prepared={prepared} /> : null}
          {refusal === null ? null : <p role="alert">{refusal}</p>}
          {own === null ? <Confirm state={state} /> : <WhileItRuns own={own} state={state} />}
        </div>
      </Modal>
    </>
  )
}
