import { IconSearch, IconX } from '@tabler/icons-react'
import type { KeyboardEvent, Ref } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Keys } from '../../ui/keys.tsx'
import styles from './search.module.css'

const NAME = 'Search runbooks and past incidents'

/** The search box. Down goes to the results, Enter opens the first of them, Escape clears. */
export function SearchBox(props: {
  /** A document stands below: the box makes room for it. */
  readonly isCompact: boolean
  readonly inputRef: Ref<HTMLInputElement>
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly onDown: () => void
  readonly onEnter: () => void
}) {
  const { query, onQuery } = props
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') props.onDown()
    else if (event.key === 'Enter') props.onEnter()
    else if (event.key === 'Escape' && query !== '') onQuery('')
    else return
    event.preventDefault()
  }
  return (
    <search className={classNames(styles.search, props.isCompact && styles.compact)}>
      <IconSearch size={16} aria-hidden="true" />
      <input
        ref={props.inputRef}
        type="search"
        aria-label={NAME}
        aria-keyshortcuts="/"
        placeholder={NAME}
        value={query}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {query === '' ? (
        <Keys keys="/" isDecorative />
      ) : (
        <button type="button" className={styles.clear} aria-label="Clear the search" onClick={() => onQuery('')}>
          <IconX size={16} aria-hidden="true" />
        </button>
      )}
    </search>
  )
}
