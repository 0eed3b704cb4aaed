import { Checkbox, NumberInput, PasswordInput } from '@mantine/core'
import { LONGEST_AGE_DAYS, MOST_WEEKS, type OfflinePart } from '../../../../shared/bundle/offline-copy.ts'
import type { DocumentGroup } from './document-groups.ts'
import type { Choice, Refusal } from './offline-choice.ts'
import { OfflineGroups } from './offline-groups.tsx'

type FieldsProps = {
  readonly choice: Choice
  readonly groups: readonly DocumentGroup[]
  readonly refusal: Refusal | null
  readonly onChange: (change: Partial<Choice>) => void
}

/** The name of a field, and what is wrong with it. */
const field = (name: NonNullable<Refusal['at']>, refusal: Refusal | null) => ({
  name,
  error: refusal?.at === name ? refusal.words : null,
})

/** What goes into the copy, part by part, and how far ahead. */
function Parts({ choice, groups, refusal, onChange }: FieldsProps) {
  const has = (part: OfflinePart): boolean => choice.parts.includes(part)
  const box = (part: OfflinePart) => ({
    ...field(part, refusal),
    checked: has(part),
    onChange: () =>
      onChange({ parts: has(part) ? choice.parts.filter((each) => each !== part) : [...choice.parts, part] }),
  })
  const which = (part: DocumentGroup['part']) => {
    const ofPart = groups.filter((group) => group.part === part)
    const others = choice.leftOut.filter((id) => !ofPart.some((group) => group.id === id))
    return !has(part) || ofPart.length < 2 ? null : (
      <OfflineGroups
        label={part}
        groups={ofPart}
        leftOut={choice.leftOut.filter((id) => !others.includes(id))}
        onChange={(leftOut) => onChange({ leftOut: [...others, ...leftOut] })}
      />
    )
  }
  return (
    <>
      <div>
        <Checkbox label="Runbooks" {...box('runbooks')} />
        {which('runbooks')}
      </div>
      <div>
        <Checkbox label="Reference" {...box('reference')} />
        {which('reference')}
      </div>
      <Checkbox label="Who is on call in the next weeks" {...box('schedule')} />
      <NumberInput
        {...field('weeks', refusal)}
        label="Weeks of the schedule"
        description={`Runbooks, people and numbers change meanwhile: after ${LONGEST_AGE_DAYS} days the copy says that it is stale, however many weeks it has.`}
        min={1}
        max={MOST_WEEKS}
        clampBehavior="blur"
        allowDecimal={false}
        allowNegative={false}
        value={choice.weeks}
        disabled={!has('schedule')}
        onChange={(weeks) => onChange({ weeks })}
      />
      <Checkbox
        label="Phone numbers, mail addresses and chat names"
        description={
          has('contacts')
            ? 'Whoever has the file can call and write to everybody in team.yaml.'
            : 'They are taken out of the texts too, as far as they can be recognised. Names stay. Look through the copy before you hand it on.'
        }
        {...box('contacts')}
      />
    </>
  )
}

/** Everything that can be chosen about a copy. */
export function OfflineFields({ choice, groups, refusal, onChange }: FieldsProps) {
  return (
    <>
      <Parts choice={choice} groups={groups} refusal={refusal} onChange={onChange} />
      <PasswordInput
        {...field('passphrase', refusal)}
        label="Passphrase (optional)"
        description="Encrypts the file. Nobody can open it without, you neither."
        autoComplete="new-password"
        value={choice.passphrase}
        onChange={({ currentTarget: { value } }) =>
          // With the passphrase goes its repetition, which is not to be seen any more.
          onChange({ passphrase: value, ...(value === '' && { again: '' }) })
        }
      />
      {choice.passphrase === '' ? null : (
        <PasswordInput
          {...field('again', refusal)}
          label="Passphrase once more"
          autoComplete="new-password"
          value={choice.again}
          onChange={(event) => onChange({ again: event.currentTarget.value })}
        />
      )}
    </>
  )
}
