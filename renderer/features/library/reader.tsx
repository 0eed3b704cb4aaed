import type { ReactNode } from 'react'
import type { DocumentPlace } from '../../state/document-place.ts'
import { hashOf } from '../../state/route.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OpenDocument } from './open-document.tsx'
import styles from './reader.module.css'
import type { Listed } from './shelve.ts'
import { useDocument } from './use-documents.ts'

type ReaderProps = {
  readonly place: DocumentPlace
  readonly documents: readonly Listed[]
  /** The words that led here, to be marked in the text. */
  readonly terms: readonly string[]
}

/** A reader without a document still has its heading, for those who move by headings. */
function WithoutDocument({ children }: { readonly children?: ReactNode }) {
  return (
    <div className={styles.reader}>
      <h1 className="visually-hidden">Library</h1>
      {children}
    </div>
  )
}

/** The document at a place, to be read: safe, with its contents, its problems, and what can be done with it. */
export function Reader({ place, documents, terms }: ReaderProps) {
  const reading = useDocument(place.path)
  switch (reading.state) {
    case 'opening':
      return <WithoutDocument />
    case 'open':
      return (
        <OpenDocument
          key={place.path}
          document={reading.document}
          last={reading.last}
          anchor={place.anchor}
          documents={documents}
          terms={terms}
        />
      )
    case 'missing':
      return (
        <WithoutDocument>
          <EmptyState
            title="This document is not in the workspace any more."
            action={<a href={hashOf({ screen: 'library', path: null })}>Back to the Library</a>}
          >
            There is nothing at <code>{place.path}</code>. It may have been renamed or moved; search for a word of it.
            Incidents that followed it keep the text they began with.
          </EmptyState>
        </WithoutDocument>
      )
    case 'failed':
      return (
        <WithoutDocument>
          <div role="alert">
            <EmptyState title="The document could not be read.">
              {reading.message} It lies in the workspace folder as a plain file and can be read there, too.
            </EmptyState>
          </div>
        </WithoutDocument>
      )
  }
}
