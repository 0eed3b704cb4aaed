import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import { useState } from 'react'
import { byGroup, useCurrentCommands } from '../state/commands.ts'
import { goTo } from '../state/route.ts'
import { useDeskStore } from '../state/store-context.tsx'
import { useRunbookSearch } from '../state/use-runbook-search.ts'
import { Keys } from '../ui/keys.tsx'
import styles from './shell.module.css'

/** Whether a title begins with what was typed; a letter or two begin too many to mean one. */
const isTitleBegun = (title: string, words: string): boolean =>
  words.length >= 3 && title.toLocaleLowerCase('en').startsWith(words.toLocaleLowerCase('en'))

/** Marks the field that has the focus as soon as the palette is open. */
const begin = { 'data-autofocus': true } as const

/** As many runbooks are offered beside the commands; the Library has the rest. */
const MOST_RUNBOOKS = 5

/**
 * The way to the Library with the words that were typed, and the runbooks that hold them all. They stand behind the commands, and what is found a moment
 * later behind the way to the Library, so that nothing moves under the key that chooses. Only a runbook whose title begins with what was typed comes
 * first: it is that one that is meant.
 */
function useRunbookActions(typed: string): readonly SpotlightActionData[] {
  const store = useDeskStore()
  const { hits, holding } = useRunbookSearch(typed, MOST_RUNBOOKS)
  const words = typed.trim()
  if (words === '') return []
  const search = {
    id: 'palette.library',
    label: `Search the Library for “${words}”`,
    onClick: () => {
      store.setDraft('library.query', words)
      goTo({ screen: 'library', path: null })
    },
  }
  const found = (holding === 'every' ? hits : []).map(({ ref, title }) => ({
    id: `palette.runbook.${ref}`,
    label: title,
    description: ref,
    // What the Library found need not say in its title what was typed.
    keywords: words,
    onClick: () => goTo({ screen: 'library', path: ref }),
  }))
  const isMeant = ({ label }: { readonly label: string }): boolean => isTitleBegun(label, words)
  const [first = search, ...others] = [...found.filter(isMeant), search, ...found.filter((each) => !isMeant(each))]
  // By one id whatever it is, so that what is chosen stays the first where a runbook takes its place a moment later.
  return [{ ...first, id: 'palette.first' }, ...others]
}

/** Every command by its words, with the keys by which one learns them, and runbooks by theirs. */
export function CommandPalette() {
  const [typed, setTyped] = useState('')
  const runbooks = useRunbookActions(typed)
  const actions = byGroup(useCurrentCommands()).map(([group, commands]) => ({
    group,
    actions: commands
      .filter((command) => command.isEnabled?.() ?? true)
      .map((command) => ({
        id: command.id,
        label: command.label,
        onClick: command.run,
        ...(command.keys === undefined ? {} : { rightSection: <Keys keys={command.keys} isDecorative /> }),
      })),
  }))
  return (
    <Spotlight
      actions={[...actions, { group: 'Runbooks', actions: [...runbooks] }]}
      onQueryChange={setTyped}
      shortcut={null}
      lockScroll={false}
      highlightQuery
      classNames={{ action: styles.paletteRow ?? '' }}
      attributes={{ content: { 'aria-label': 'Commands' } }}
      scrollable
      maxHeight="60vh"
      transitionProps={{ duration: 0 }}
      searchProps={{
        ...begin,
        placeholder: 'Search or do anything',
        'aria-label': 'Search or do anything',
        maxLength: 500,
      }}
    />
  )
}
