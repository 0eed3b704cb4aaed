import { Modal } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { PreparedCommand } from '../../../../shared/contract/contract.ts'
import type { Refusal } from '../../../../shared/contract/refusal.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import styles from './runbook.module.css'

type Named = { readonly step: string; readonly index: number }
type Running = { readonly run: string | null; readonly output: string; readonly ended: boolean }

const notRunning: Running = { run: null, output: '', ended: false }
const wordsOf = ({ message, hint }: Refusal): string => [message, hint].filter(Boolean).join(' ')

/** A command's way from "what would run" to its last line. Nothing starts without `start`, which sends the text that was shown. */
function useRunCommand(named: Named) {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const [prepared, setPrepared] = useState<PreparedCommand | null>(null)
  const [running, setRunning] = useState<Running>(notRunning)
  const [refusal, setRefusal] = useState<string | null>(null)
  const call = { incident, ...named }
  useEffect(
    () =>
      client.listen((event) => {
        if (event.type !== 'command') return
        setRunning((now) =>
          event.run === now.run ? { ...now, output: now.output + event.text, ended: event.ended } : now,
        )
      }),
    [client],
  )
  const prepare = async (): Promise<void> => {
    const reply = await client.call('command.prepare', call)
    setRunning(notRunning)
    setRefusal(reply.ok ? null : wordsOf(reply.error))
    setPrepared(reply.ok ? reply.value : null)
  }
  return {
    prepared,
    running,
    refusal,
    prepare,
    trust: async (): Promise<void> => {
      await client.call('runbook.trust', { incident })
      await prepare()
    },
    start: async (): Promise<void> => {
      if (prepared === null) return
      const reply = await client.call('command.run', { ...call, confirmed: prepared.text })
      setRefusal(reply.ok ? null : wordsOf(reply.error))
      if (reply.ok) setRunning({ run: reply.value.run, output: '', ended: false })
    },
    stop: async (): Promise<void> => {
      if (running.run !== null) await client.call('command.stop', { run: running.run })
    },
    close: (): void => {
      setPrepared(null)
      setRefusal(null)
    },
  }
}

type RunCommandState = ReturnType<typeof useRunCommand>

function Output({ running }: { readonly running: Running }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (running.output !== '') end.current?.scrollIntoView({ block: 'end' })
  }, [running.output])
  if (running.run === null) return null
  return (
    <>
      <section className={styles.output} aria-label="Output">
        <pre>{running.output === '' ? ' ' : running.output}</pre>
        <div ref={end} />
      </section>
      <p role="status" className="dim">
        {running.ended ? 'Ended. The output is evidence in the timeline.' : 'Running. Secrets are masked.'}
      </p>
    </>
  )
}

function Actions({ state, onClose }: { readonly state: RunCommandState; readonly onClose: () => void }) {
  const { prepared, running } = state
  if (prepared === null) return null
  if (running.run !== null) {
    return running.ended ? (
      <ActionButton tone="primary" onClick={onClose}>
        Close
      </ActionButton>
    ) : (
      <ActionButton tone="danger" onClick={() => void state.stop()}>
        Stop it
      </ActionButton>
    )
  }
  return (
    <>
      <ActionButton data-autofocus onClick={onClose}>
        Do not run
      </ActionButton>
      {prepared.isTrusted ? (
        <ActionButton tone="warn" disabled={prepared.openNames.length > 0} onClick={() => void state.start()}>
          Run this command
        </ActionButton>
      ) : (
        <ActionButton tone="warn" onClick={() => void state.trust()}>
          I trust this runbook as it is now
        </ActionButton>
      )}
    </>
  )
}

/** Runs one command of the runbook, after showing exactly what runs and where. Not offered unless switched on in Settings (R7). */
export function RunCommand({ step, index }: Named) {
  const isOffered = useSelected((state) => state.desk?.preferences.runCommands === true && state.desk.readOnly === null)
  const state = useRunCommand({ step, index })
  const { prepared, running, refusal } = state
  if (!isOffered) return null
  const isBusy = running.run !== null && !running.ended
  const close = (): void => {
    if (!isBusy) state.close()
  }
  return (
    <>
      <ActionButton size="small" onClick={() => void state.prepare()}>
        Run…
      </ActionButton>
      <Modal opened={prepared !== null || refusal !== null} onClose={close} title="Run this command?" size={720}>
        <div className={dialog.body}>
          {prepared === null ? null : (
            <>
              <pre className={styles.exactly}>{prepared.text}</pre>
              <p className="dim">
                By <code>{prepared.shell}</code> in <code>{prepared.folder}</code>, with the rights you have on this
                machine.
              </p>
              {prepared.isTrusted ? null : (
                <p>
                  You have not trusted this version of the runbook yet. Read it first: trusting lets its commands run
                  from here, each after a confirm. A changed file asks again.
                </p>
              )}
              {prepared.openNames.length === 0 ? null : (
                <p className={styles.over}>
                  No value yet for {prepared.openNames.map((name) => `<${name}>`).join(', ')}.
                </p>
              )}
            </>
          )}
          {refusal === null ? null : <p role="alert">{refusal}</p>}
          <Output running={running} />
          <div className={dialog.actions}>
            <Actions state={state} onClose={close} />
          </div>
        </div>
      </Modal>
    </>
  )
}
