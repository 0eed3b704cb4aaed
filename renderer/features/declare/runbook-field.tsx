import { Select } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { descriptionIn } from '../../../shared/alerts/alert-words.ts'
import type { ListedDocument } from '../../../shared/contract/answers.ts'
import { failureModesPage } from '../../../shared/library/failure-modes.ts'
import { hashOf } from '../../state/route.ts'
import { useDocuments } from '../../state/use-documents.ts'
import { useRunbookGuesses, useRunbookSearch } from '../../state/use-runbook-search.ts'
import { whyItFits } from '../../state/why-it-fits.ts'
import styles from './declare.module.css'
import { runbookOf } from './declare-form.ts'
import { filterChoices, type InText } from './filter-choices.ts'
import { type RunbookChoice, type RunbookChoices, runbookChoices } from './runbook-choices.ts'
import type { useDeclare } from './use-declare.ts'

type Declare = ReturnType<typeof useDeclare>
type Documents = readonly ListedDocument[]

const noDocuments: Documents = []
const NONE = 'none'
const NONE_LABEL = 'None for now'
/** As many are shown at once; typing finds the others. */
const MOST_SHOWN = 60

/** Where to look when no runbook fits the alert: at those that share words with it, and on the shelf of failure modes. */
function NoneFits(props: { readonly guesses: number; readonly documents: Documents; readonly onFollow: () => void }) {
  const { guesses, documents, onFollow } = props
  const page = failureModesPage(documents)
  const share =
    guesses === 0 ? '' : ` ${guesses === 1 ? 'One shares' : `${guesses} share`} words with it: see the list.`
  if (page === null) return `No runbook fits this alert.${share} Type to find one by hand, or go on without.`
  return (
    <>
      No runbook fits this alert.{share} Look at{' '}
      <a href={hashOf({ screen: 'library', path: page.path })} onClick={onFollow}>
        <bdi>{page.title}</bdi>
      </a>{' '}
      {guesses === 0 ? 'first ' : ''}(what you typed is kept), or type to find a runbook.
    </>
  )
}

/** Which one opens and why, before the field itself. */
function Description(props: {
  readonly declare: Declare
  readonly chosen: string | null
  readonly guesses: number
  readonly documents: Documents
  readonly onFollow: () => void
}) {
  const { form, suggestions, isAnswered } = props.declare
  const { chosen, guesses, documents, onFollow } = props
  const best = suggestions.find(({ path }) => path === chosen)
  if (best !== undefined) {
    const why = whyItFits(form.alert === '' ? { ...best, scenario: null } : best)
    const others = suggestions.length - 1
    const more =
      others === 0 || form.alert === '' ? '' : ` ${others} more ${others === 1 ? 'fits' : 'fit'}: see the list.`
    return `Opens with the incident: ${why}.${more}`
  }
  if (chosen !== null && documents.length > 0 && !documents.some(({ path }) => path === chosen)) {
    return 'The file of this runbook is gone, or has another name now. Choose another one.'
  }
  if (chosen !== null) return 'Opens with the incident: chosen by hand.'
  if (form.alert !== '' && isAnswered && suggestions.length === 0) {
    return <NoneFits guesses={guesses} documents={documents} onFollow={onFollow} />
  }
  return 'You can open one later. Type to find one.'
}

function Choice({ choice, isChosen }: { readonly choice: RunbookChoice | undefined; readonly isChosen: boolean }) {
  return (
    <>
      <span className={styles.runbook}>
        <span>{choice?.title ?? NONE_LABEL}</span>
        {choice === undefined ? null : <span>{choice.note}</span>}
      </span>
      {isChosen ? <IconCheck size={16} aria-hidden="true" className={styles.chosen} /> : null}
    </>
  )
}

/**
 * After words were typed Enter chooses what is marked in the open list, else the first that was found; words that find nothing must not
 * declare. The library marks the first one and forgets it again when typing has just opened the list.
 */
function chooseMarked(event: KeyboardEvent<HTMLElement>): void {
  const field = event.target
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(field instanceof HTMLInputElement)) return
  if (field.getAttribute('aria-expanded') !== 'true') return
  event.preventDefault()
  // With Ctrl or Cmd it goes on to the form, which declares with what is chosen here.
  if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '')
  const marked = list?.querySelector<HTMLElement>('[data-combobox-selected]')
  const meant = marked ?? list?.querySelector<HTMLElement>('[data-combobox-option]')
  flushSync(() => meant?.click())
}

const groupsOf = ({ fitting, guesses, others }: RunbookChoices) => [
  { value: NONE, label: NONE_LABEL },
  ...(fitting.length === 0
    ? []
    : [{ group: fitting.length === 1 ? 'Fits' : 'Fit, the best first', items: [...fitting] }]),
  ...(guesses.length === 0 ? [] : [{ group: 'None fits. By the words they share', items: [...guesses] }]),
  ...(others.length === 0
    ? []
    : [{ group: fitting.length + guesses.length === 0 ? 'All runbooks' : 'All others', items: [...others] }]),
]

/** The runbook that opens with the incident, and why; any other is found by typing. */
export function RunbookField({ declare, onFollow }: { readonly declare: Declare; readonly onFollow: () => void }) {
  const { form, set, suggestions, bestRunbook, isAnswered, alert } = declare
  /** The words to search by; the first runbook that they find is meant then, else the chosen one. Null while none were typed. */
  const [typed, setTyped] = useState<string | null>(null)
  const found = useRunbookSearch(typed ?? '', MOST_SHOWN)
  const needsGuesses = alert !== null && isAnswered && suggestions.length === 0
  const guesses = useRunbookGuesses(
    needsGuesses ? [alert.name, alert.summary, descriptionIn(alert.annotations, alert.summary)] : [],
    { pipeline: form.pipeline === '' ? null : form.pipeline, title: '', alert: alert?.id ?? null },
  )
  const documents = useDocuments() ?? noDocuments
  const chosen = runbookOf(form, bestRunbook)
  const choices = useMemo(() => {
    const runbooks = documents.filter(({ kind }) => kind === 'runbook')
    return runbookChoices(suggestions, runbooks, chosen, guesses)
  }, [suggestions, documents, chosen, guesses])
  const byPath = useMemo(
    () => new Map([...choices.fitting, ...choices.guesses, ...choices.others].map((choice) => [choice.value, choice])),
    [choices],
  )
  const labelOf = (path: string | null): string => (path === null ? NONE_LABEL : (byPath.get(path)?.label ?? ''))
  const inText = (search: string): InText => ({
    choices: found.asked === search.trim() ? found.hits.flatMap(({ ref }) => byPath.get(ref) ?? []) : [],
    holding: found.holding,
  })
  return (
    <div onKeyDownCapture={(event) => typed !== null && chooseMarked(event)}>
      <Select
        label="Runbook"
        description={
          <Description
            declare={declare}
            chosen={chosen}
            guesses={choices.guesses.length}
            documents={documents}
            onFollow={onFollow}
          />
        }
        data={groupsOf(choices)}
        value={chosen ?? NONE}
        searchable
        allowDeselect={false}
        limit={MOST_SHOWN}
        filter={({ options, search, limit }) =>
          filterChoices(options, (path) => byPath.get(path), search, inText(search), limit)
        }
        renderOption={({ option, checked }) => <Choice choice={byPath.get(option.value)} isChosen={checked === true} />}
        nothingFoundMessage="No runbook holds any of that."
        withScrollArea={false}
        classNames={{ options: styles.runbooks ?? '' }}
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        selectFirstOptionOnChange={typed !== null}
        onSearchChange={(words) => setTyped(words === labelOf(chosen) ? null : words)}
        onDropdownClose={() => setTyped(null)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(path) => set('runbook', path ?? NONE)}
      />
    </div>
  )
}
