/** An invisible joiner: `@\u2060name` is no mention and `#\u20601` no issue link, whatever a renderer does after Markdown. */
const JOINER = '\u2060'

/** Characters that no record needs and that hide or reorder text: controls, bidirectional overrides, invisible tags. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\u{e0000}-\u{e007f}]/gu

/** One line of plain text: line breaks and tabs become spaces, unseen characters go, half characters are shown as such. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(unseen, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
}

/**
 * Plain text as Markdown that shows exactly that text (P6): no emphasis, link, mention, HTML or table cell comes out of it.
 * Underscores inside words stay bare, since they never emphasise and names of tables are full of them.
 */
export function inlineText(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]|~$]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=[#a-zA-Z])/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/:\/\//g, ':\\/\\/')
    .replace(/\b(mailto|xmpp|tel):/gi, '$1\\:')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .replace(/@(?=\S)/g, `@${JOINER}`)
    .replace(/#(?=\d)/g, `#${JOINER}`)
    .replace(/^(?:[#>+=-])/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** Plain text for one cell of a table: as `inlineText`, with its line breaks kept. */
export function cellText(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(inlineText)
    .filter((line) => line !== '')
    .join('<br>')
}

/** A table row from cells that are already escaped. An empty cell says so with a dash, so that no table looks torn. */
const tableRow = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell === '' ? '–' : cell)).join(' | ')} |`

/** A GitHub table from cells that are already escaped. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [tableRow(head), tableRow(head.map(() => '---')), ...rows.map(tableRow)].join('\n')
