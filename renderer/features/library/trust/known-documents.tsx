import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { TrustSignals } from '../../../../shared/library/trust-signals.ts'
import { useTrust } from '../../../state/use-trust.ts'
import type { Listed } from '../shelve.ts'

type Known = {
  readonly documents: ReadonlyMap<string, Listed>
  readonly trust: ReadonlyMap<string, TrustSignals>
}

const KnownDocuments = createContext<Known>({ documents: new Map(), trust: new Map() })

/** Asks once how far the runbooks can be trusted, for the shelves and for all that is found: typing a word asks for nothing more. */
export function KnownDocumentsProvider(props: {
  readonly documents: readonly Listed[] | null
  readonly children: ReactNode
}) {
  const { documents, children } = props
  const trust = useTrust(null)
  const known = useMemo(
    () => ({ documents: new Map((documents ?? []).map((document) => [document.path, document])), trust }),
    [documents, trust],
  )
  return <KnownDocuments value={known}>{children}</KnownDocuments>
}

/** What is known of the documents of the workspace, by path. */
export const useKnownDocuments = (): Known => useContext(KnownDocuments)
