import { isMarkdownFile } from '../../shared/runbook/text/runbook-file.ts'

/** A place in the library: a document, and perhaps where in it (a heading's anchor, or `L12` for a line). */
export type DocumentPlace = { readonly path: string; readonly anchor: string | null }

const WITH_ANCHOR = /^(?<path>.*)#(?<anchor>[^#]+)$/s

/** Reads a place as the address holds it; a `#` that belongs to a file's name stays in the name. */
export function placeOf(address: string): DocumentPlace {
  const { path, anchor } = WITH_ANCHOR.exec(address)?.groups ?? {}
  return path === undefined || anchor === undefined || !isMarkdownFile(path)
    ? { path: address, anchor: null }
    : { path, anchor }
}

/** A place as the address holds it; the inverse of `placeOf`. */
export const addressOf = ({ path, anchor }: DocumentPlace): string => (anchor === null ? path : `${path}#${anchor}`)

/** The anchor of a line, counted from 1 in the file. */
export const anchorOfLine = (line: number): string => `L${line}`

/** The line that an anchor means; null when it names a heading. */
export function lineOfAnchor(anchor: string): number | null {
  const digits = /^L(\d{1,7})$/.exec(anchor)?.[1]
  return digits === undefined ? null : Number(digits)
}
