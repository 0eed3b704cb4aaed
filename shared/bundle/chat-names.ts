import type { Contact, Person } from '../schedule/team.ts'
import { evenText } from './even-text.ts'
import { type Stretch, stretchesOf } from './text-stretch.ts'

/** Links and marks that lead to one person in a chat or call, whoever it is. */
export const PERSON_LINK =
  /(?:https?:\/\/[\w.-]{1,100}\.slack\.com\/(?:team|archives\/D)|slack:\/\/user\?|https?:\/\/(?:wa\.me|api\.whatsapp\.com\/send|t\.me|signal\.me|discord\.com\/users|matrix\.to\/#\/(?:@|%40))|https?:\/\/teams\.microsoft\.com\/l\/chat\/|\b(?:skype|sips?|facetime|xmpp|tg|whatsapp|msteams):(?=[\w+/@]))[^\s)<>"'\]]{0,300}/gi

/** Somebody mentioned as Slack writes it. */
const MENTION = /<@[UW][A-Z0-9]{2,20}(?:\|[^>\n]{0,100})?>/g
/** Somebody, or a group, behind the name of a chat: "Slack: @desk". Who is there at all, and the name of a package, stay. */
const BEHIND_ITS_CHAT =
  /(?<=\b(?:slack|chat|telegram|discord|signal|mattermost|rocket\.?chat|whatsapp|matrix|skype|teams|zulip)(?:[*_]{0,2}[ \t]{0,3}[:=][*_]{0,2}[ \t]{0,3}|[ \t]{1,3}))@(?!(?:here|channel|everyone|all)\b)[\p{L}\p{N}_](?:[\p{L}\p{N}_.:\\-]{0,78}[\p{L}\p{N}_])?(?![\p{L}\p{N}_/])/giu
const WORD = /@?[\p{L}\p{N}_][\p{L}\p{N}_.\\-]{0,80}/gu

type Named = Pick<Person | Contact, 'id' | 'name' | 'slack'>

/** A chat name without its `@`, in one case. */
const plainName = (word: string): string => evenText(word).replace(/^@/, '').replaceAll('\\', '').toLowerCase()

/**
 * The chat names of a team as they stand in texts. With an `@` each of them; alone only those that are no words or names of people,
 * because who is on call may stay.
 */
export function chatNames(everybody: readonly Named[]): (text: string) => Stretch[] {
  const handles = new Set(
    everybody.flatMap(({ slack }) => (slack === undefined || plainName(slack) === '' ? [] : [plainName(slack)])),
  )
  const spoken = new Set(everybody.flatMap(({ id, name }) => [id ?? '', ...name.split(/\s+/)]).map(plainName))
  const isKnown = (word: string): boolean => {
    const name = plainName(word)
    return handles.has(name) && (word.startsWith('@') || (/[\d._-]/.test(name) && !spoken.has(name)))
  }
  return (text) => [
    ...stretchesOf(text, [PERSON_LINK, MENTION, BEHIND_ITS_CHAT]),
    ...[...text.matchAll(WORD)].flatMap(({ 0: found, index }) => {
      const word = found.replace(/[.\\-]+$/, '')
      const isPart = /[\w@./]/.test(text[index - 1] ?? '') || /^\/\w/.test(text.slice(index + word.length))
      return !isPart && isKnown(word) ? [{ from: index, to: index + word.length }] : []
    }),
  ]
}
