import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { FactData } from '../../../../shared/incident/facts/fact-catalog.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { ClampedText } from '../../../ui/clamped-text.tsx'
import { LINES_SHOWN } from './lines-shown.ts'
import styles from './timeline.module.css'

/** Pictures that a browser only draws; anything that could carry a program is shown as a file. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const MOST_BYTES = 12_000_000

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** A blob address for a picture, for as long as it is on screen. */
function usePicture(sha256: string, mediaType: string): string | null {
  const { client } = useDeskStore()
  const { incident } = useOpenIncident()
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    void client.call('evidence.read', { incident, sha256 }).then((reply) => {
      if (isGone || !reply.ok) return
      made = URL.createObjectURL(new Blob([bytesOf(reply.value.base64)], { type: mediaType }))
      setUrl(made)
    })
    return () => {
      isGone = true
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [client, incident, sha256, mediaType])
  return url
}

function Picture({ evidence }: { readonly evidence: FactData<'evidence.attached'> }) {
  const url = usePicture(evidence.sha256, evidence.mediaType)
  const [isLarge, setLarge] = useState(false)
  const words = evidence.caption ?? evidence.name
  return (
    <>
      <button type="button" className={styles.picture} aria-label={`Enlarge ${words}`} onClick={() => setLarge(true)}>
        {url === null ? 'Reading the picture' : <img src={url} alt={words} />}
      </button>
      <Modal opened={isLarge && url !== null} onClose={() => setLarge(false)} title={words} size="90%">
        <div className={styles.large}>{url === null ? null : <img src={url} alt={words} />}</div>
      </Modal>
    </>
  )
}

/** Evidence as it can be shown safely: a picture, the first lines of a text, or only its name (which the sentence has). */
export function EvidenceView({ evidence }: { readonly evidence: FactData<'evidence.attached'> }) {
  if (PICTURES.has(evidence.mediaType) && evidence.bytes <= MOST_BYTES) return <Picture evidence={evidence} />
  if (evidence.excerpt === undefined || evidence.excerpt === '') return null
  return (
    <pre className={styles.excerpt}>
      <ClampedText text={evidence.excerpt.trimEnd()} lines={LINES_SHOWN} />
    </pre>
  )
}
