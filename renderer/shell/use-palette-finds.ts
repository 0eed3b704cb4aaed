import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'
import { isUnspaced } from '../../shared/library/cut-words.ts'
import { documentsBegun, documentsCalled } from '../../shared/library/named-documents.ts'
import { wholeName } from '../../shared/library/whole-name.ts'
import { emptyTeam, type Person } from '../../shared/schedule/team.ts'
import { goTo } from '../state/route.ts'
import { openSummaries, selectZone } from '../state/selectors.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { useDocuments } from '../state/use-documents.ts'
import { useRunbookSearch } from '../state/use-runbook-search.ts'
import { stateWords } from '../ui/state-mark.tsx'
import { dayKey } from '../ui/time-words.ts'
import { leavePalette } from './leave-palette.ts'

/** As many of a kind are offered beside the commands; the Library has the rest. */
const MOST = 5

/** A letter or two begin too many words to mean one of them. */
const FEWEST_LETTERS = 3

/** Whether each word that was typed begins one of a name's; case and accents never matter. */
export function isNamed(name: string, typed: string): boolean {
  const words = wholeName(name)
  const asked = wholeName(typed)
  const begins = (word: string): boolean =>
    ` ${words}`.includes(` ${word}`) || (isUnspaced(word) && words.includes(word))
  return (asked.length >= FEWEST_LETTERS || isUnspaced(asked)) && asked.split(' ').every(begins)
}

type Finds = readonly SpotlightActionData[]

/** Incidents by their titles or ids: what is open, and what is over, the youngest first. */
function useIncidents(typed: string): { readonly open: Finds; readonly past: Finds } {
  const summaries = useSelected((state) => state.summaries)
  const zone = useSelected(selectZone)
  const named = summaries.filter(({ title, incident }) => isNamed(`${title} ${incident}`, typed))
  const open = openSummaries(named)
  const past = named.filter((each) => !open.includes(each)).toSorted((a, b) => b.detectedAt.localeCompare(a.detectedAt))
  const found = (list: typeof open): Finds =>
    list.slice(0, MOST).map(({ incident, title, lifecycle, severity, detectedAt }) => ({
      id: `palette.incident.${incident}`,
      label: title,
      description: `${stateWords[lifecycle]}, SEV-${severity}, ${dayKey(detectedAt, zone)}`,
      onClick: () => leavePalette(() => goTo({ screen: 'incident', incident })),
    }))
  return { open: found(open), past: found(past) }
}

/** People of the team by their names; each leads to the number to call. */
function usePeople(typed: string, call: (person: Person) => void): Finds {
  const { people } = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  return people
    .filter(({ name, id }) => isNamed(`${name} ${id}`, typed))
    .slice(0, MOST)
    .map((person) => ({
      id: `palette.person.${person.id}`,
      label: person.name,
      description: `Call: ${person.phone ?? 'no phone known'}`,
      onClick: () => leavePalette(() => call(person)),
    }))
}

/** Documents that are what was typed or begin so, the way to the Library with these words, and runbooks that hold them all. */
function useLibrary(typed: string, isOpen: boolean): { readonly finds: Finds; readonly isOneMeant: boolean } {
  const store = useDeskStore()
  const documents = useDocuments(isOpen) ?? []
  const { hits, holding } = useRunbookSearch(typed, MOST)
  const words = typed.trim()
  const called = documentsCalled(documents, words)
  const isOneMeant = called.length === 1
  const first = (isOneMeant ? called : documentsBegun(documents, words)).slice(0, MOST)
  const others = [...called, ...(holding === 'every' ? hits.map(({ ref, title }) => ({ path: ref, title })) : [])]
  const isNew = ({ path }: { readonly path: string }, at: number): boolean =>
    !first.some((each) => each.path === path) && others.findIndex((each) => each.path === path) === at
  const found = ({ path, title }: { readonly path: string; readonly title: string }): SpotlightActionData => ({
    id: `palette.document.${path}`,
    label: title,
    description: path,
    onClick: () => leavePalette(() => goTo({ screen: 'library', path })),
  })
  const search: SpotlightActionData = {
    id: 'palette.library',
    label: `Search the Library for “${words}”`,
    onClick: () =>
      leavePalette(() => {
        store.setDraft('library.query', words)
        goTo({ screen: 'library', path: null })
      }, 'input[type=search]'),
  }
  const [chosen = search, ...rest] = [...first.map(found), search, ...others.filter(isNew).slice(0, MOST).map(found)]
  // By one id whatever it is: what is chosen stays the first, also where the list of documents comes after the last letter.
  return { finds: [{ ...chosen, id: 'palette.library.first' }, ...rest], isOneMeant }
}

/**
 * What is found by its name, besides commands: the one document that is what was typed before all else; else open incidents and people, documents that begin
 * so, and the way to the Library. What the Library itself finds comes a moment later, and so behind it: nothing moves under the key that chooses. Documents are listed
 * while the palette is open only.
 */
export function usePaletteFinds(
  typed: string,
  isOpen: boolean,
  call: (person: Person) => void,
): readonly SpotlightActionGroupData[] {
  const { open, past } = useIncidents(typed)
  const people = usePeople(typed, call)
  const { finds, isOneMeant } = useLibrary(typed, isOpen)
  if (typed.trim() === '') return []
  const library = { group: 'In the Library', actions: [...finds] }
  const named = [
    { group: 'Open incidents', actions: [...open] },
    { group: 'People', actions: [...people] },
  ]
  return [...(isOneMeant ? [library, ...named] : [...named, library]), { group: 'Past incidents', actions: [...past] }]
}
