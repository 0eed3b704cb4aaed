import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import type { TrustSignals } from '../../../shared/library/trust-signals.ts'
import { verifiedWords } from '../../../shared/library/verified-words.ts'
import { emptyTeam, findPipeline, personName } from '../../../shared/schedule/team.ts'
import { useSelected } from '../../state/store-context.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PrintedOn } from '../../ui/printed-on.tsx'
import styles from './reader.module.css'
import { ReaderActions } from './reader-actions.tsx'
import { TrustChips } from './trust/trust-chips.tsx'

function TrustChip({ document, today }: Pick<HeaderProps, 'document' | 'today'>) {
  const { words, isOld } = verifiedWords(document.lastVerified, today)
  return isOld ? <Chip tone="secondary">{words}</Chip> : <Chip>{words}</Chip>
}

type HeaderProps = {
  readonly document: LibraryDocument
  /** Whether the file is; without it nothing can be done with the document but read it. */
  readonly isThere: boolean
  readonly today: string
  readonly signals: TrustSignals | undefined
}

/** What a document is, whose it is, how far it can be trusted, and what can be done with it. */
export function ReaderHeader(props: HeaderProps) {
  const { document } = props
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const pipeline = findPipeline(team, document.pipeline ?? undefined)
  const isRunbook = document.kind === 'runbook'
  // Said as a warning, and so not twice.
  const isOwnerUnknown = props.signals?.owner?.isUnknown === true
  return (
    <header className={styles.readerHead}>
      <div className={styles.headWords}>
        <h1 id="document-title" tabIndex={-1} className={styles.documentTitle}>
          <bdi>{document.title}</bdi>
        </h1>
        <div className={styles.chips}>
          <Chip>{isRunbook ? 'Runbook' : 'Reference'}</Chip>
          {document.pipeline === null ? null : <Chip title="Pipeline">{pipeline?.name ?? document.pipeline}</Chip>}
          {document.owner === null || isOwnerUnknown ? null : (
            <Chip title="Owner">{personName(team, document.owner)}</Chip>
          )}
          {isRunbook ? <TrustChip {...props} /> : null}
          {isRunbook ? <TrustChips signals={props.signals} /> : null}
          <span className={styles.path}>{document.path}</span>
        </div>
        <PrintedOn />
      </div>
      {isRunbook && props.isThere ? <ReaderActions runbook={document} /> : null}
    </header>
  )
}
