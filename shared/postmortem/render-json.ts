import { canonicalJson } from '../journal/canonical-json.ts'
import type { Postmortem } from './postmortem.ts'

/** The name of the shape of the JSON export; a change that breaks readers raises the number. */
const jsonFormat = 'nightdesk.postmortem/1'

/** Half a character has no UTF-8 form: it is shown as such, so that every log can be exported. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Cs}/gu, '\ufffd')
  if (Array.isArray(value)) return value.map(wellFormed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, wellFormed(each)]))
}

/**
 * The postmortem as canonical JSON (RFC 8785) and a final line end: for machines, with the same words as the Markdown.
 * Prose as typed stays out, because only the sections' `text` has its secrets removed (P5).
 */
export function renderJson(postmortem: Postmortem): string {
  const { template: _template, sections, ...rest } = postmortem
  const shown = sections.map(({ id, title, text, prose, open }) => ({ id, title, text, open, written: prose !== null }))
  return `${canonicalJson(wellFormed({ format: jsonFormat, ...rest, sections: shown }))}\n`
}
