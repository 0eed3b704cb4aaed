import { Checkbox, Radio } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { Problem } from '../../../../shared/kit/problem.ts'
import { type Choice, documentsWithSecrets, type SecretChoice, sorted } from './offline-choice.ts'
import styles from './offline-copy.module.css'

type ObstaclesProps = {
  readonly problems: readonly Problem[]
  readonly choice: Choice
  readonly onChange: (change: Partial<Choice>) => void
}

/** More places than these are counted, not named: the dialog has to stay readable. */
const SHOWN = 6

function Places({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul className={styles.places}>
      {problems.slice(0, SHOWN).map(({ file, line, message }) => (
        <li key={`${file} ${line} ${message}`}>
          <code>{line === undefined ? file : `${file}:${line}`}</code> {message}
        </li>
      ))}
      {problems.length > SHOWN ? <li className="dim">and {problems.length - SHOWN} more</li> : null}
    </ul>
  )
}

function Secrets({ problems, choice, onChange }: ObstaclesProps) {
  const documents = documentsWithSecrets(problems).length
  return (
    <section className={styles.obstacle}>
      <strong>
        {problems.length === 1 ? 'There is a secret in one place.' : `There are secrets in ${problems.length} places.`}
      </strong>
      <Places problems={problems} />
      <Radio.Group
        label="Save it all the same"
        description="Or take them out of the workspace and revoke them. What is no secret can be silenced in its file, as for the linter."
        value={choice.secrets === 'ask' ? null : choice.secrets}
        onChange={(secrets) => onChange({ secrets: secrets as SecretChoice })}
      >
        <Radio value="lines" label="Without these lines" mt="xs" />
        {documents === 0 ? null : (
          <Radio
            value="documents"
            label={documents === 1 ? 'Without this document' : `Without these ${documents} documents`}
            mt="xs"
          />
        )}
      </Radio.Group>
    </section>
  )
}

function TeamErrors({ problems, choice, onChange }: ObstaclesProps) {
  return (
    <section className={styles.obstacle}>
      <strong>team.yaml has errors, so people and schedule may be wrong or missing.</strong>
      <Places problems={problems} />
      <Checkbox
        label="Save it all the same. The copy warns in red."
        checked={choice.despiteErrors}
        onChange={(event) => onChange({ despiteErrors: event.currentTarget.checked })}
      />
    </section>
  )
}

/** What stands in the way of a copy, place by place, and what can be done about it here. */
export function OfflineObstacles({ problems, choice, onChange }: ObstaclesProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) place.current?.scrollIntoView({ block: 'start' })
  }, [problems])
  if (problems.length === 0) return null
  const { secrets, errors } = sorted(problems)
  return (
    <div ref={place} role="alert" className={styles.obstacles}>
      <p>Nothing was saved yet.</p>
      {secrets.length === 0 ? null : <Secrets problems={secrets} choice={choice} onChange={onChange} />}
      {errors.length === 0 ? null : <TeamErrors problems={errors} choice={choice} onChange={onChange} />}
    </div>
  )
}
