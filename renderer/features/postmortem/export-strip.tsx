import { useState } from 'react'
import type { UnknownSecret } from '../../../shared/incident/unknown-secrets.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { download } from '../../ui/download.ts'
import styles from './export-strip.module.css'
import type { Exported } from './use-export.ts'

const kinds = {
  md: { name: 'Markdown', type: 'text/markdown' },
  json: { name: 'JSON', type: 'application/json' },
} as const

const named = (secrets: readonly UnknownSecret[]): string => secrets.map(({ written }) => written).join(', ')

/** Where the export lies, and what can be done with it next. */
export function ExportStrip(props: {
  readonly exported: Exported
  readonly incident: string
  readonly onClose: () => void
}) {
  const { exported, incident } = props
  const kind = kinds[exported.format]
  const neverTold = exported.unknown.secrets.filter(({ nowhere }) => nowhere === 0)
  const toldNowhere = exported.unknown.secrets.filter(({ nowhere }) => nowhere > 0)
  const [copied, setCopied] = useState<string | null>(null)
  const copy = (): void => {
    navigator.clipboard.writeText(exported.text).then(
      () => setCopied('Copied.'),
      () => setCopied('This window may not use the clipboard. Use the file.'),
    )
  }
  return (
    <section className={styles.strip} aria-label="Export">
      <span>
        Exported, with its evidence beside it: <code className={styles.file}>{exported.file}</code>
      </span>
      {neverTold.length === 0 ? null : (
        <span role="alert">
          Not hidden in it, because {neverTold.length === 1 ? 'its value was' : 'their values were'} not known:{' '}
          {named(neverTold)}. Type {neverTold.length === 1 ? 'it' : 'them'} above, then export again.
        </span>
      )}
      {toldNowhere.length === 0 ? null : (
        <span>
          Told, but found nowhere in this incident: {named(toldNowhere)}. If it was typed wrong, it is not hidden: look
          for it before you hand this on.
        </span>
      )}
      {exported.missing.length === 0 ? null : (
        <span role="alert">
          Gone, or changed since it was attached, so not there: {exported.missing.join(', ')}. Look for it in a backup.
        </span>
      )}
      {exported.unsearched.length === 0 ? null : (
        <span>
          No text, so not searched for secrets: {exported.unsearched.join(', ')}. Look at it before you hand it on.
        </span>
      )}
      <span role="status">{copied}</span>
      <ActionButton size="small" onClick={copy}>
        Copy {kind.name}
      </ActionButton>
      <ActionButton
        size="small"
        onClick={() => download(`postmortem-${incident}.${exported.format}`, exported.text, kind.type)}
      >
        Download
      </ActionButton>
      <ActionButton size="small" tone="quiet" onClick={props.onClose}>
        Close
      </ActionButton>
    </section>
  )
}
