import { NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { hashOf } from '../../state/route.ts'
import { useDeskStore } from '../../state/store-context.tsx'
import styles from './declare.module.css'
import { runbookOf } from './declare-form.ts'
import type { useDeclare } from './use-declare.ts'

type Declare = ReturnType<typeof useDeclare>
type Documents = CallOutput<'library.list'>

const isFailureModes = ({ kind, path }: Documents[number]): boolean =>
  kind === 'reference' && /(?:^|\/)failure-modes\.md$/.test(path)

/** The library's list, asked for only where no runbook fits. */
function useDocuments(isWanted: boolean): Documents {
  const { client } = useDeskStore()
  const [documents, setDocuments] = useState<Documents>([])
  useEffect(() => {
    let isCurrent = isWanted
    const read = async (): Promise<void> => {
      const reply = await client.call('library.list', {})
      if (isCurrent && reply.ok) setDocuments(reply.value)
    }
    if (isWanted) void read()
    return () => {
      isCurrent = false
    }
  }, [client, isWanted])
  return documents
}

/** Where to look when no runbook fits the alert: the shelf of failure modes. */
function NoneFits({ documents, onFollow }: { readonly documents: Documents; readonly onFollow: () => void }) {
  const page = documents.find(isFailureModes)
  return (
    <p className={styles.none}>
      No runbook fits this alert.{' '}
      {page === undefined ? (
        'Choose one by hand, or go on without.'
      ) : (
        <>
          Choose one by hand, or look at{' '}
          <a href={hashOf({ screen: 'library', path: page.path })} onClick={onFollow}>
            <bdi>{page.title}</bdi>
          </a>{' '}
          in the library: what you typed is kept.
        </>
      )}
    </p>
  )
}

/** The runbook that opens with the incident, and why; several that fit are a choice, the best first. */
export function RunbookField({ declare, onFollow }: { readonly declare: Declare; readonly onFollow: () => void }) {
  const { form, set, suggestions, bestRunbook, isAnswered } = declare
  const hasNone = form.alert !== '' && isAnswered && suggestions.length === 0
  const documents = useDocuments(hasNone)
  const others = hasNone ? documents.filter(({ kind }) => kind === 'runbook') : []
  const chosen = runbookOf(form, bestRunbook)
  const best = suggestions.find(({ path }) => path === chosen)
  const scenario = best?.scenario == null || form.alert === '' ? '' : `, at "${best.scenario.title}"`
  const more = suggestions.length > 1 && form.alert !== '' ? ` ${suggestions.length - 1} more fit.` : ''
  return (
    <div>
      <NativeSelect
        label="Runbook"
        description={
          best === undefined ? 'You can open one later' : `Opens with the incident: ${best.reason}${scenario}.${more}`
        }
        data={[
          { value: 'none', label: 'None for now' },
          ...[...suggestions, ...others].map(({ path, title }) => ({ value: path, label: title })),
        ]}
        value={chosen ?? 'none'}
        onChange={(event) => set('runbook', event.currentTarget.value)}
      />
      {hasNone ? <NoneFits documents={documents} onFollow={onFollow} /> : null}
    </div>
  )
}
