import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActionButton } from '../../../ui/action-button.tsx'
import type { DocumentGroup } from './document-groups.ts'
import styles from './offline-copy.module.css'

/** More groups than these can be searched by name. */
const SEARCHED = 12

const countOf = (groups: readonly DocumentGroup[]): number => groups.reduce((sum, { paths }) => sum + paths.length, 0)

/** Which pipelines and folders of a part go in; folded, because most copies take all of them. */
export function OfflineGroups(props: {
  readonly label: string
  readonly groups: readonly DocumentGroup[]
  readonly leftOut: readonly string[]
  readonly onChange: (leftOut: readonly string[]) => void
}) {
  const { label, groups, leftOut, onChange } = props
  const [query, setQuery] = useState('')
  const taken = groups.filter(({ id }) => !leftOut.includes(id))
  const shown = groups.filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()))
  const shownIds = shown.map(({ id }) => id)
  const others = leftOut.filter((id) => !shownIds.includes(id))
  const words =
    taken.length === groups.length
      ? `All ${groups.length} pipelines and folders`
      : `${taken.length} of ${groups.length} pipelines and folders, ${countOf(taken)} of ${countOf(groups)} documents`
  return (
    <details className={styles.groups}>
      <summary>
        {words}
        <span className="visually-hidden"> of {label}</span>
      </summary>
      <div className={styles.groupTools}>
        {groups.length > SEARCHED ? (
          <TextInput
            aria-label={`Find a pipeline or folder of ${label}`}
            placeholder="Find a pipeline or folder"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        ) : null}
        <ActionButton size="small" tone="quiet" onClick={() => onChange(others)}>
          {query.trim() === '' ? 'All' : 'Take these'}
        </ActionButton>
        <ActionButton size="small" tone="quiet" onClick={() => onChange([...others, ...shownIds])}>
          {query.trim() === '' ? 'None' : 'Leave these out'}
        </ActionButton>
      </div>
      <ul className={styles.groupList} aria-label={`Pipelines and folders of ${label}`}>
        {shown.map(({ id, name, paths }) => (
          <li key={id}>
            <Checkbox
              size="sm"
              label={name}
              checked={!leftOut.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? leftOut.filter((each) => each !== id) : [...leftOut, id])
              }
            />
            <span className="faint num">{paths.length}</span>
          </li>
        ))}
        {shown.length === 0 ? <li className="dim">Nothing has that in its name.</li> : null}
      </ul>
    </details>
  )
}
