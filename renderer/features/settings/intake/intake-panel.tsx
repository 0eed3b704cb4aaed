import { Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Intake } from '../../../../shared/contract/alert-answers.ts'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { timeWithDay } from '../../../ui/time-words.ts'
import styles from '../settings.module.css'
import { IntakeSenders } from './intake-senders.tsx'
import { IntakeToken } from './intake-token.tsx'
import { readPort } from './intake-words.ts'
import { useIntake } from './use-intake.ts'

/** What came in and what was turned away, so that a sender that is set up wrong is found from here. */
function Traffic({ intake, zone }: { readonly intake: Intake; readonly zone: string }) {
  const nowMs = useNow(30_000)
  const { lastAt, received, lastRefusal } = intake
  return (
    <dl className={styles.folders}>
      <div>
        <dt>Last received</dt>
        <dd className="num">
          {lastAt === null ? 'nothing yet' : timeWithDay(lastAt, nowMs, zone)}
          <span className="faint">, {received} since this start</span>
        </dd>
      </div>
      <div>
        <dt>Last refused</dt>
        <dd className="num">
          {lastRefusal === null ? (
            'nothing'
          ) : (
            <>
              {timeWithDay(lastRefusal.at, nowMs, zone)}, {lastRefusal.status}: {lastRefusal.reason}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}

function PortField(props: {
  readonly intake: Intake
  readonly typed: string
  readonly isReadOnly: boolean
  readonly onType: (port: string) => void
  readonly onApply: () => void
}) {
  const { intake, typed } = props
  const isOther = readPort(typed) !== intake.port
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isOther || !intake.listening) props.onApply()
  }
  return (
    <form className={styles.port} noValidate onSubmit={submit}>
      <TextInput
        label="Port"
        description="Senders are told it once, so it stays the same."
        inputMode="numeric"
        value={typed}
        disabled={props.isReadOnly}
        onChange={(event) => props.onType(event.currentTarget.value)}
      />
      {intake.enabled && (isOther || !intake.listening) ? (
        <ActionButton size="small" type="submit">
          {isOther ? 'Use this port' : 'Try again'}
        </ActionButton>
      ) : null}
    </form>
  )
}

function statusOf({ enabled, listening, problem }: Intake): string {
  if (listening) return 'open'
  return enabled && problem !== null ? 'on, but not open' : 'off'
}

/** The door for alerts: on or off, its port and token, what to give to each tool, and what it last did. */
export function IntakePanel({ intake }: { readonly intake: Intake }) {
  const zone = useSelected(selectZone)
  const isReadOnly = useSelected(selectReadOnly) !== null
  const { token, problem, tested, makeToken, forgetProblem, switchOn, switchOff, sendTest } = useIntake()
  const [typedPort, setTypedPort] = useState<string | null>(null)
  const port = typedPort ?? String(intake.port)
  const turn = (isOn: boolean): void => void (isOn ? switchOn(port, intake.token !== null) : switchOff())
  useCommands([
    {
      id: 'intake.test',
      label: 'Send a test alert',
      group: 'Settings',
      run: () => void sendTest(),
      isEnabled: () => intake.listening,
    },
  ])
  return (
    <Panel title="Intake" note={statusOf(intake)}>
      <div className={styles.body}>
        <Switch
          label="Take alerts in"
          description="From programs on this machine that show the token. They land in Alerts on Tonight; nothing is declared by itself."
          checked={intake.enabled}
          disabled={isReadOnly}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {intake.forThisRun ? <p className="dim">Switched on by the command line, for this run.</p> : null}
        {intake.problem === null ? null : <p className={styles.error}>{intake.problem}</p>}
        {problem === null ? null : (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <PortField
          intake={intake}
          typed={port}
          isReadOnly={isReadOnly}
          onType={(typed) => {
            forgetProblem()
            setTypedPort(typed)
          }}
          onApply={() => turn(true)}
        />
        {intake.enabled ? (
          <>
            <IntakeToken
              token={intake.token}
              made={token}
              zone={zone}
              isReadOnly={isReadOnly}
              onMake={() => void makeToken()}
            />
            <IntakeSenders port={intake.port} token={token} />
            <Traffic intake={intake} zone={zone} />
            <div className={styles.nextActions}>
              <ActionButton size="small" disabled={!intake.listening} onClick={() => void sendTest()}>
                Send a test alert
              </ActionButton>
              {tested === null ? null : <span className="dim">{tested}</span>}
            </div>
          </>
        ) : null}
      </div>
    </Panel>
  )
}
