import { inlineText } from './escape-markdown.ts'
import type { Postmortem } from './postmortem.ts'

/**
 * What a reader must know before anything else, as Markdown in front of a text: which secrets it may show (P5). Empty when there are none;
 * else a quote and a blank line.
 */
export function openSecretsNote({ notHidden, toldNowhere }: Pick<Postmortem, 'notHidden' | 'toldNowhere'>): string {
  const neverTold = notHidden.filter((name) => !toldNowhere.includes(name))
  const lines: string[] = []
  if (neverTold.length > 0) {
    const [values, them] = neverTold.length === 1 ? ['its value was', 'it'] : ['their values were', 'them']
    const names = inlineText(neverTold.join(', '))
    lines.push(
      `Not hidden, because ${values} not known when this was made: ${names}. Look for ${them} before you hand this on.`,
    )
  }
  if (toldNowhere.length > 0) {
    const them = toldNowhere.length === 1 ? 'it' : 'them'
    const names = inlineText(toldNowhere.join(', '))
    const told =
      toldNowhere.length === 1
        ? `A value was told for ${names}, but it stands nowhere in this incident`
        : `For each of these a value was told that stands nowhere in this incident: ${names}`
    lines.push(
      `${told}. What the console wrote itself is masked already; if a value was typed wrong, the true one is not hidden. Look for ${them} before you hand this on.`,
    )
  }
  return lines.length === 0 ? '' : `> ${lines.join('\n>\n> ')}\n\n`
}
