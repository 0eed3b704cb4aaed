import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useRef, useState } from 'react'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { useCommands } from '../../state/commands.ts'
import { selectReadOnly } from '../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../state/store-context.tsx'
import { ProblemBanner } from '../../ui/problem-banner.tsx'
import { useFocusGoesOn } from '../../ui/use-focus-goes-on.ts'
import { usePrinting } from '../../ui/use-printing.ts'
import { Editor } from './editor.tsx'
import { ExportStrip } from './export-strip.tsx'
import { MetricsRow } from './metrics-row.tsx'
import styles from './postmortem.module.css'
import { PostmortemHeader } from './postmortem-header.tsx'
import { Paper, Preview } from './preview.tsx'
import { leadTo, type Place, ReviewList } from './review-list.tsx'
import { UnknownSecretsBanner } from './unknown-secrets.tsx'
import { useExport } from './use-export.ts'
import { usePostmortem } from './use-postmortem.ts'
import { useUnknownSecrets } from './use-unknown-secrets.ts'
import { ViewTabs } from './view-tabs.tsx'

/** Why nothing can be written, in words; null when it can. */
function useReadOnly(): string | null {
  const { integrity } = useOpenIncident()
  const held = useSelected(selectReadOnly)
  const isDamaged = integrity.kind === 'damaged' || integrity.kind === 'tailMissing'
  return isDamaged ? `This log is open for reading only. ${integrity.message}` : held
}

/** From here up the editor and what stands beside it have room at once. */
const WIDE = '(min-width: 1100px)'

/** Where the focus goes on when a banner that had it goes: to the next secret, else to the export. */
const FOCUS_NEXT = ['[data-hide-secret]', 'header button'] as const

type View = 'write' | 'preview' | 'review'

/** The whole log is there: write on one side, see or review on the other. */
export function PostmortemDesk({ records }: { readonly records: readonly FactRecord[] }) {
  const postmortem = usePostmortem(records)
  const readOnly = useReadOnly()
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true
  const [view, setView] = useState<View>('write')
  const isPrinting = usePrinting()
  const { exported, isRunning, make, forget } = useExport(postmortem.incident)
  const { unknown, hide, takeBack } = useUnknownSecrets(postmortem.incident)
  const screen = useRef<HTMLDivElement>(null)
  useFocusGoesOn(screen, FOCUS_NEXT)
  const onExport = (format: 'md' | 'json'): void => void make(format)
  useCommands([
    { id: 'postmortem.md', label: 'Export the postmortem as Markdown', group: 'Postmortem', run: () => onExport('md') },
    { id: 'postmortem.json', label: 'Export the postmortem as JSON', group: 'Postmortem', run: () => onExport('json') },
  ])
  const onLead = useCallback(
    (place: Place): void => {
      if (!isWide) setView('write')
      requestAnimationFrame(() => leadTo(place))
    },
    [isWide],
  )
  const onEdit = useCallback((section: string): void => onLead({ section, excerpt: '' }), [onLead])
  const shown: View = isWide && view === 'write' ? 'preview' : view
  const views = [
    ...(isWide ? [] : [{ view: 'write' as const, label: 'Write' }]),
    { view: 'preview' as const, label: 'Preview' },
    { view: 'review' as const, label: `Review (${postmortem.findings.length})` },
  ]
  return (
    <div ref={screen} className={styles.screen}>
      <PostmortemHeader postmortem={postmortem} isRunning={isRunning} onExport={onExport} />
      {readOnly === null ? null : <ProblemBanner title="Read-only">{readOnly}</ProblemBanner>}
      <UnknownSecretsBanner
        unknown={unknown}
        zone={postmortem.timezone}
        onHide={hide}
        onTakeBack={(name) => void takeBack(name)}
      />
      {exported === null ? null : (
        <ExportStrip key={exported.sha256} exported={exported} incident={postmortem.incident} onClose={forget} />
      )}
      <MetricsRow postmortem={postmortem} readOnly={readOnly !== null} />
      <div className={styles.desk}>
        {isWide ? <Editor postmortem={postmortem} readOnly={readOnly !== null} /> : null}
        <ViewTabs views={views} shown={shown} onShow={setView}>
          {shown === 'write' ? <Editor postmortem={postmortem} readOnly={readOnly !== null} /> : null}
          {shown === 'preview' ? <Preview postmortem={postmortem} onEdit={onEdit} /> : null}
          {shown === 'review' ? <ReviewList postmortem={postmortem} onLead={onLead} /> : null}
        </ViewTabs>
      </div>
      {isPrinting ? (
        <div data-sheet="postmortem">
          <Paper postmortem={postmortem} onEdit={onEdit} />
        </div>
      ) : null}
    </div>
  )
}
