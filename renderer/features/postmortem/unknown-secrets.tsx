import { type FormEvent, useId, useState } from 'react'
import type { UnknownSecrets } from '../../../shared/contract/answers.ts'
import type { UnknownSecret } from '../../../shared/incident/unknown-secrets.ts'
import { SHORTEST_HIDDEN } from '../../../shared/kit/hide-values.ts'
import { spokenMoment } from '../../../shared/postmortem/spoken-time.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import valueField from '../../ui/value-field.module.css'
import styles from './postmortem.module.css'

type Hide = (name: string, value: string) => Promise<string | null>

/** Takes the value of one secret, unseen, only to hide it. */
function HideSecret({ secret, onHide }: { readonly secret: UnknownSecret; readonly onHide: Hide }) {
  const [value, setValue] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const id = useId()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (value.trim().length < SHORTEST_HIDDEN) return setProblem(`Type at least ${SHORTEST_HIDDEN} letters.`)
    const refused = await onHide(secret.name, value)
    setProblem(refused)
    if (refused === null) setValue('')
  }
  return (
    <form className={styles.hideSecret} onSubmit={submit}>
      <label htmlFor={id} className="mono">
        {secret.written}
      </label>
      <input
        id={id}
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

/** The secrets in words: which, when they were given, and which are known in part. */
const givenInWords = (secrets: readonly UnknownSecret[], zone: string): string =>
  secrets
    .map(({ written, lastAt, times, known }) =>
      known === 0
        ? `${written} was given ${spokenMoment(lastAt, zone)}.`
        : `${written} was given ${times} times, and ${known} of the values is known: if another one was used, type that one too.`,
    )
    .join(' ')

/** Says before an export which secrets it could not hide, and takes their values so that it can. */
export function UnknownSecretsBanner(props: {
  readonly unknown: UnknownSecrets
  readonly zone: string
  readonly onHide: Hide
}) {
  const { since, secrets } = props.unknown
  if (secrets.length === 0) return null
  return (
    <ProblemBanner
      severity={secrets.some(({ known }) => known === 0) ? 'warning' : 'note'}
      title={`Not hidden in an export: ${secrets.map(({ written }) => written).join(', ')}`}
      actions={secrets.map((secret) => <HideSecret key={secret.name} secret={secret} onHide={props.onHide} />)}
    >
      {givenInWords(secrets, props.zone)} Values are kept in memory only, and this console has run since{' '}
      {spokenMoment(since, props.zone)}. Where a note or evidence repeats one, an export shows it. Type it here again,
      and it is hidden.
    </ProblemBanner>
  )
}
