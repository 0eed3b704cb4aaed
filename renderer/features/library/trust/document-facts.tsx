import { type TrustNote, trustNotes } from '../../../../shared/library/trust-words.ts'
import { verifiedWords } from '../../../../shared/library/verified-words.ts'
import { emptyTeam, personName } from '../../../../shared/schedule/team.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { dayKey } from '../../../ui/time-words.ts'
import { useKnownDocuments } from './known-documents.tsx'
import styles from './trust.module.css'

function Warning({ words, title }: TrustNote) {
  return (
    <span className={styles.doubt} title={title}>
      {words}
    </span>
  )
}

function RunbookFacts({ path }: { readonly path: string }) {
  const { documents, trust } = useKnownDocuments()
  const [listed, signals] = [documents.get(path), trust.get(path)]
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const zone = useSelected(selectZone)
  const today = dayKey(useNow(60_000), zone)
  if (listed === undefined) return null
  const verified = verifiedWords(listed.lastVerified, today)
  const warnings =
    signals === undefined ? [] : trustNotes(signals, (at) => dayKey(at, zone)).filter((note) => note.isWarning)
  const isOwnerTold = warnings.some(({ about }) => about === 'owner')
  return (
    <>
      {listed.owner === null || isOwnerTold ? null : <span title="Owner">{personName(team, listed.owner)}</span>}
      <span className={verified.isOld ? styles.doubt : undefined}>{verified.words}</span>
      {warnings.map((note) => (
        <Warning key={note.about} {...note} />
      ))}
    </>
  )
}

/** What tells whether a document that was found is the right one and can be trusted, on one line: whose, how old, what is wrong, where. */
export function DocumentFacts({ kind, path }: { readonly kind: 'runbook' | 'reference'; readonly path: string }) {
  return (
    <span className={styles.facts}>
      {kind === 'runbook' ? <RunbookFacts path={path} /> : null}
      <bdi className={styles.path}>{path}</bdi>
    </span>
  )
}
