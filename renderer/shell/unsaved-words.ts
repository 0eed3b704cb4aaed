import { statedWords } from '../../shared/postmortem/stated-words.ts'
import type { Evidence, Unsaved } from '../state/unsaved.ts'
import { byteWords } from '../ui/time-words.ts'

const bytesOf = ({ base64 }: Evidence): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

/** What is not saved, in words; of a file its name and size. */
export function unsavedWords({ facts, evidence }: Unsaved): string {
  if (evidence === undefined) return facts.map(statedWords).join('; ')
  const { name, base64, caption } = evidence
  const size = byteWords(Math.floor((base64.length * 3) / 4))
  return `evidence: ${name}, ${size}${caption === undefined ? '' : `, ${caption}`}`
}

/** All of what is not saved, to take elsewhere: words to copy, or a file to keep. */
export function contentOf(unsaved: Unsaved): { readonly text: string } | { readonly file: Uint8Array<ArrayBuffer> } {
  const { evidence } = unsaved
  if (evidence === undefined) return { text: unsavedWords(unsaved) }
  const bytes = bytesOf(evidence)
  return evidence.mediaType.startsWith('text/') ? { text: new TextDecoder().decode(bytes) } : { file: bytes }
}

/** Why it is not saved, as sentences: the title says already that it is not. */
export function whyUnsaved({ message, hint, isOnlyHere = false }: Unsaved): string {
  const why = message.replace(/^Not saved: (.)/, (_, first: string) => first.toUpperCase()).replace(/[^.!?]$/, '$&.')
  const where = isOnlyHere ? 'Only this window has it: leave it open until it is saved.' : null
  return [why, hint, where].filter(Boolean).join(' ')
}
