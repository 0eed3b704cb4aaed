import { type FormEvent, useId, useRef, useState } from 'react'
import type { UnknownSecrets } from '../../../shared/contract/answers.ts'
import type { UnknownSecret } from '../../../shared/incident/unknown-secrets.ts'
import { SHORTEST_HIDDEN } from '../../../shared/kit/hide-values.ts'
import { spokenMoment } from '../../../shared/postmortem/spoken-time.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import valueField from '../../ui/value-field.module.css'
import styles from './export-strip.module.css'
import { hiddenInWords } from './use-unknown-secrets.ts'

type Hide = (name: string, value: string) => Promise<string | null>

/** Takes the value of one secret, unseen, only to hide it. */
function HideSecret({ secret, onHide }: { readonly secret: UnknownSecret; readonly onHide: Hide }) {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (value.trim().length < SHORTEST_HIDDEN) return setProblem(`Type at least ${SHORTEST_HIDDEN} letters.`)
    const refused = await onHide(secret.name, value)
    setProblem(refused)
    if (refused === null) setValue('')
    else field.current?.select()
  }
  return (
    <form className={styles.hideSecret} onSubmit={submit}>
      <label htmlFor={id} className="mono">
        {secret.written}
      </label>
      <input
        id={id}
        ref={field}
        className={valueField.value}
        type="password"
        data-hide-secret=""
        autoComplete="new-password"
        spellCheck={false}
        maxLength={2_000}
        aria-invalid={problem !== null}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <ActionButton size="small" type="submit">
        Hide it
      </ActionButton>
      {problem === null ? null : <span role="alert">{problem}</span>}
    </form>
  )
}

/** One secret in words: when it was given, and what is known of it. */
function inWords({ written, lastAt, times, known, nowhere }: UnknownSecret, zone: string): string {
  if (nowhere > 0) {
    return `A value was told for ${written}, but it stands nowhere in this incident. If it is typed right, all is well: what the console wrote itself is masked already. If not, type it again.`
  }
  return known === 0
    ? `${written} was given ${spokenMoment(lastAt, zone)}.`
    : `${written} was given ${times} times, and ${known} of the values is known: if another one was used, type that one too.`
}

/** Says before an export which secrets it may show, takes their values so that it does not, and says where those stand that it hides. */
export function UnknownSecretsBanner(props: {
  readonly unknown: UnknownSecrets
  readonly zone: string
  readonly onHide: Hide
  readonly onTakeBack: (name: string) => void
}) {
  const { since, secrets, hidden } = props.unknown
  const neverTold = secrets.filter(({ nowhere }) => nowhere === 0)
  const named = (open: readonly UnknownSecret[]): string => open.map(({ written }) => written).join(', ')
  return (
    <>
      {secrets.length === 0 ? null : (
        <ProblemBanner
          severity={neverTold.some(({ known }) => known === 0) ? 'warning' : 'note'}
          title={
            neverTold.length === 0
              ? `Found nowhere in this incident: ${named(secrets)}`
              : `Not hidden in an export: ${named(neverTold)}`
          }
          actions={
            <div className={styles.secrets}>
              {secrets.map((secret) => (
                <HideSecret key={secret.name} secret={secret} onHide={props.onHide} />
              ))}
            </div>
          }
        >
          {secrets.map((secret) => inWords(secret, props.zone)).join(' ')}{' '}
          {neverTold.length === 0
            ? ''
            : `Values are kept in memory only, and this console has run since ${spokenMoment(since, props.zone)}. Where a note or evidence repeats one, an export shows it. Type it here again, and it is hidden.`}
        </ProblemBanner>
      )}
      {hidden.map((secret) => (
        <div key={secret.name} className={styles.strip}>
          <span>{hiddenInWords(secret)}</span>
          <ActionButton size="small" tone="quiet" onClick={() => props.onTakeBack(secret.name)}>
            Take back
          </ActionButton>
        </div>
      ))}
    </>
  )
}
