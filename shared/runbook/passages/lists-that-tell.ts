import type { ListBlock, ListItem } from '../text/block.ts'
import { asksForAction } from '../words/sentences.ts'
import { wordsOf } from './step-items.ts'

/** Every item is a code span with what it means: options of a command, columns of a table; behind an arrow only where it is nothing to do. */
export function isGlossary(list: ListBlock): boolean {
  return list.items.every((item) => {
    const { text, codes } = wordsOf(item)
    if (codes[0] === undefined || !text.startsWith(codes[0])) return false
    const [mark] = /^\s*(?:[:\u2013\u2014-]|\u2192|[-=]>)\s/.exec(text.slice(codes[0].length)) ?? []
    const isArrow = mark !== undefined && /\u2192|>/.test(mark)
    return mark !== undefined && !(isArrow && asksForAction(text.slice(codes[0].length + mark.length)))
  })
}

/** "installs the operator", "creates the Secret": what a tool does by itself. */
export function isNarration({ items }: ListBlock): boolean {
  return (
    items.filter(beginsInTheThirdPerson).length * 5 >= items.length * 4 &&
    items.filter(isNarrated).length * 3 >= items.length * 2
  )
}

function beginsInTheThirdPerson(item: ListItem): boolean {
  return /^\p{L}+s[\s:]/u.test(wordsOf(item).text) && item.task === 'none'
}

function isNarrated(item: ListItem): boolean {
  const verb = /^(\p{L}+?)(?:e?s|ies)[\s:]/u.exec(wordsOf(item).text)?.[1]
  return verb !== undefined && [`${verb} it`, `${verb}e it`, `${verb}y it`].some(asksForAction)
}
