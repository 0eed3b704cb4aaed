const SCHEME = /^(?:https?:)?\/\/|^(?:mailto|tel):/i

const bare = (address: string): string => address.trim().replace(SCHEME, '').replace(/\/$/, '').toLowerCase()
const digits = (words: string): string => words.replace(/[^\d+]/g, '')

/** Whether the words of a link are its address already, or the number that it calls, so that it need not be printed behind them. */
export function tellsItsAddress(words: string, href: string): boolean {
  if (/^tel:/i.test(href)) return digits(words) === digits(href)
  return bare(words) === bare(href)
}
