import type { TakenOut } from '../../../../shared/bundle/offline-copy.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { download } from '../../../ui/download.ts'
import { byteWords, longDate } from '../../../ui/time-words.ts'
import { usePhaseFocus } from '../../../ui/use-phase-focus.ts'
import styles from './offline-copy.module.css'
import type { SavedCopy } from './use-offline-copy.ts'

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** What was taken out, by file, so that one can look. */
function TakenOutOf({ what, files }: { readonly what: string; readonly files: readonly TakenOut[] }) {
  if (files.length === 0) return null
  return (
    <details className={styles.taken}>
      <summary>
        {what} in {counted(files.length, 'file', 'files')}
      </summary>
      <ul className={styles.places}>
        {files.map(({ file, count }) => (
          <li key={file}>
            <code>{file}</code> {counted(count, 'place', 'places')}
          </li>
        ))}
      </ul>
    </details>
  )
}

function WhatIsMissing({ copy, contacts }: SavedCopy) {
  const { contactsTakenOut, linesMasked, absent } = copy
  const places = contactsTakenOut.reduce((sum, { count }) => sum + count, 0)
  const lines = linesMasked.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      {contacts || places > 0 ? null : <p>No number, mail address or chat name was found in the texts.</p>}
      <TakenOutOf what={`${counted(places, 'contact', 'contacts')} taken out`} files={contactsTakenOut} />
      <TakenOutOf what={`${counted(lines, 'line', 'lines')} left out for secrets`} files={linesMasked} />
      {absent.length === 0 ? null : (
        <details className={styles.taken}>
          <summary>
            {counted(
              absent.reduce((sum, { documents }) => sum + documents, 0),
              'document is',
              'documents are',
            )}{' '}
            not in it
          </summary>
          <ul className={styles.places}>
            {absent.map(({ path, why, documents }) => (
              <li key={path}>
                <code>{path}</code> {documents === 1 ? '' : `${documents} documents. `}
                {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Where the copy is, how long it holds, and what is not in it. */
export function OfflineSaved({ saved, onClose }: { readonly saved: SavedCopy; readonly onClose: () => void }) {
  const zone = useSelected(selectZone)
  const { copy } = saved
  const body = usePhaseFocus(copy.file)
  return (
    <div ref={body} className={dialog.body}>
      {copy.teamDoubt === null ? null : (
        <p role="alert" className={styles.doubt}>
          {copy.teamDoubt} The copy says so, too.
        </p>
      )}
      <p>
        {counted(copy.documents, 'document', 'documents')} in one file of {byteWords(copy.bytes)}
        {copy.encrypted ? ', encrypted' : ''}.{' '}
        {copy.scheduleEndsAt === null ? null : `Its schedule reaches to ${longDate(copy.scheduleEndsAt, zone)}. `}
        All of it is stale from {longDate(copy.staleAt, zone)}, and it says so by itself.
      </p>
      {copy.teamLack === null ? null : <p>{copy.teamLack}</p>}
      <WhatIsMissing {...saved} />
      <p className="dim">
        Saved as <code className={styles.path}>{copy.file}</code>
      </p>
      <div className={dialog.actions}>
        <ActionButton onClick={() => download(copy.name, copy.text, 'text/html')}>Download it too</ActionButton>
        <ActionButton tone="primary" data-phase-focus="" onClick={onClose}>
          Done
        </ActionButton>
      </div>
    </div>
  )
}
