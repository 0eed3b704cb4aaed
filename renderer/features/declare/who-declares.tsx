import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { onCallFirst } from '../../../shared/schedule/on-call-first.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'

/**
 * Asks who declares where nobody has said so yet, and goes on standing there once it is answered, so that it can be mended. Never in the way: left alone, the
 * facts are signed by the desk.
 */
export function WhoDeclares() {
  const { changePreferences } = useDeskStore()
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected((state) => state.desk?.preferences.me ?? null)
  const [isAsked] = useState(me === null && team.people.length > 0)
  const [chosen, setChosen] = useState('')
  if (!isAsked) return null
  return (
    <NativeSelect
      label="Who are you?"
      description="Every entry carries your name, and you are not paged about your own incident."
      data={[
        { value: '', label: 'Say it later' },
        ...onCallFirst(team).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={chosen}
      onChange={(event) => {
        const id = event.currentTarget.value
        setChosen(id)
        void changePreferences({ me: id === '' ? null : id })
      }}
    />
  )
}
