import { useRef, useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { repeatedTitles } from '../../../../shared/library/repeated-titles.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { whyItFits } from '../../../state/why-it-fits.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { focusFirstRow, useRowKeys } from '../../../ui/row-keys.ts'
import { useRecord } from '../use-record.ts'
import { FindRunbook } from './find-runbook.tsx'
import { FitsUnknown, MoreThanFits, NoneFits } from './none-fits.tsx'
import styles from './runbook.module.css'
import { type BegunRunbook, begunRunbooks, isNews, movedFiles } from './runbook-offers.ts'
import { RunbookRows } from './runbook-rows.tsx'
import { type Offers, useOffers } from './use-offers.ts'

/** More runbooks than this are narrowed down by typing. */
const MANY = 8

/** Opens what was chosen, and says so when that could not be done. */
function useOpening(onChosen: () => void) {
  const store = useDeskStore()
  const record = useRecord()
  const { incident, state } = useOpenIncident()
  const open = async (input: Omit<CallInput<'runbook.open'>, 'incident'>): Promise<void> => {
    const reply = await store.openRunbook({ incident, ...input })
    if (reply.ok) onChosen()
    else store.showRefusal(refusalWords(reply.error))
  }
  return {
    openFile: (path: string) => void open({ path, reason: 'chosen by hand' }),
    goOn: ({ run, isInForce }: BegunRunbook): void => {
      if (isInForce) onChosen()
      else void open({ path: run.path, reason: run.matchedBy, goOn: true })
    },
    openFitting: async ({ path, reason, scenario }: RunbookSuggestion): Promise<void> => {
      if (path !== state.run?.path || scenario === null) {
        return open({ path, reason, scenario: scenario?.id ?? null, goOn: true })
      }
      const refused = await record({ type: 'scenario.chosen', data: { scenario: scenario.id, title: scenario.title } })
      if (refused === null) onChosen()
    },
  }
}

type Opening = ReturnType<typeof useOpening>
type Offered = {
  readonly begun: readonly BegunRunbook[]
  readonly fitting: readonly RunbookSuggestion[]
  /** The begun ones whose file has another name now, by that name. */
  readonly moved: ReadonlyMap<string, BegunRunbook>
}

function offeredOf({ fitting, all }: Offers, begun: readonly BegunRunbook[]): Offered {
  const moved = movedFiles(begun, all)
  const here = fitting.map((offer) => ({ ...offer, path: moved.get(offer.path)?.run.path ?? offer.path }))
  return { begun, fitting: here.filter((offer) => isNews(offer, begun)), moved }
}

/** How a runbook of the list is opened: one that was begun is gone on with, one that fits opens where it fits. */
function openingOf({ openFile, goOn, openFitting }: Opening, { begun, fitting, moved }: Offered) {
  return ({ path }: { readonly path: string }) => {
    const known = moved.get(path) ?? begun.find(({ run }) => run.path === path)
    if (known !== undefined) return { why: known.words, onOpen: () => goOn(known) }
    const offer = fitting.find((each) => each.path === path)
    if (offer !== undefined) return { why: whyItFits(offer), onOpen: () => void openFitting(offer) }
    return { why: null, onOpen: () => openFile(path) }
  }
}

const line = (words: string) => ({ key: words, words })

/** What there is to choose from while nothing is typed: what was begun, what fits or may fit, and all others. */
function Sections(props: { readonly offers: Offers; readonly offered: Offered; readonly opening: Opening }) {
  const { begun, fitting, moved } = props.offered
  const { openFile, goOn, openFitting } = props.opening
  const taken = new Set([...begun.map(({ run }) => run.path), ...moved.keys(), ...fitting.map(({ path }) => path)])
  const movedTo = new Map([...moved].map(([path, { run }]) => [run.path, path]))
  const others = props.offers.all.filter(({ path }) => !taken.has(path))
  const repeated = repeatedTitles([...begun.map(({ run }) => run), ...fitting, ...others])
  const pathIfNeeded = ({ title, path }: { title: string; path: string }) => (repeated.has(title) ? [line(path)] : [])
  const movedIfSo = ({ path }: { path: string }) => {
    const to = movedTo.get(path)
    return to === undefined ? [] : [line(`its file is ${to} now`)]
  }
  const { unknown } = props.offers
  const noneFits = props.offers.fitting.length === 0
  return (
    <>
      <RunbookRows
        heading="In this incident"
        rows={begun.map((each) => ({
          key: each.run.path,
          title: each.run.title,
          lines: [line(each.words), ...movedIfSo(each.run), ...pathIfNeeded(each.run)],
          onOpen: () => goOn(each),
        }))}
      />
      <RunbookRows
        heading={fitting.length > 1 ? `${fitting.length} fit this incident, the best first` : 'Fits this incident'}
        rows={fitting.map((offer) => ({
          key: `${offer.path}#${offer.scenario?.id ?? ''}`,
          title: offer.title,
          lines: [line(whyItFits(offer)), ...pathIfNeeded(offer)],
          onOpen: () => void openFitting(offer),
        }))}
      />
      {unknown === null ? null : <FitsUnknown why={unknown} />}
      {noneFits && unknown === null ? (
        <NoneFits page={props.offers.failureModes} taken={taken} onOpen={openFile} />
      ) : (
        <MoreThanFits page={props.offers.failureModes} />
      )}
      <RunbookRows
        heading={taken.size === 0 ? 'All runbooks' : 'All other runbooks'}
        rows={others.map(({ path, title }) => ({
          key: path,
          title,
          lines: [line(path)],
          onOpen: () => openFile(path),
        }))}
      />
    </>
  )
}

/** Picks the runbook to follow. Its text is pinned into the log, so later changes of the file do not move the steps. */
export function RunbookChooser({ onChosen }: { readonly onChosen: () => void }) {
  const { state } = useOpenIncident()
  const offers = useOffers()
  const opening = useOpening(onChosen)
  const [typed, setTyped] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  useRowKeys(box, finder)
  if (offers === null) return null
  if (typeof offers === 'string') return <EmptyState title="The runbooks could not be read.">{offers}</EmptyState>
  const begun = begunRunbooks(state)
  const offered = offeredOf(offers, begun)
  if (begun.length + offers.all.length === 0) {
    return (
      <EmptyState title="There are no runbooks yet.">
        Put Markdown files into the workspace's runbooks folder. They show up here by themselves.
      </EmptyState>
    )
  }
  return (
    <div ref={box} data-chooser="" data-off-paper="" className={styles.scroll}>
      {offers.all.length > MANY ? (
        <FindRunbook
          inputRef={finder}
          typed={typed}
          onTyped={setTyped}
          onLeave={state.run === null ? null : onChosen}
          onDown={() => focusFirstRow(box.current)}
          all={offers.all}
          asRow={openingOf(opening, offered)}
        />
      ) : null}
      {typed.trim() === '' ? <Sections offers={offers} offered={offered} opening={opening} /> : null}
    </div>
  )
}
