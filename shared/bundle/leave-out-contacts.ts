import type { Team } from '../schedule/team.ts'
import { chatNames, PERSON_LINK } from './chat-names.ts'
import { evenText } from './even-text.ts'
import { knownNumbers } from './known-numbers.ts'
import { CONTACT_LEFT_OUT } from './left-out-words.ts'
import { mailAddresses } from './mail-addresses.ts'
import { numberShapes } from './number-shapes.ts'
import { replaceStretches } from './text-stretch.ts'

const REPEATED = /\(left out\)(?:[ \t]\(left out\))+/g
/** A link of Markdown whose words may stay while where it leads may not. */
const LINK = /\[([^\]\n]{0,300})\]\(<?([^\s()<>]{1,400}|tel:[^\n)]{1,60})>?(?:\s"[^"\n]{0,200}")?\)/gi
const TO_A_NUMBER = /^(?:tel|sms|smsto|callto|fax|mailto):/i

/** A text without the ways to reach somebody, and in how many places there were some. */
export type WithoutContacts = { readonly text: string; readonly count: number }

/**
 * Takes every way to reach somebody out of a text (B2): what team.yaml knows in whatever form it stands there, and whatever else looks like
 * a mail address, a telephone number or a link to a person in a chat. Names stay. Whoever asks for a copy without contacts means
 * the runbooks' own lists as well.
 */
export function contactsLeftOut(team: Team): (text: string) => WithoutContacts {
  const everybody = [...team.people, ...team.contacts]
  const consumers = team.pipelines
    .flatMap((pipeline) => pipeline.consumers.flatMap(({ contact }) => contact ?? []))
    .map(evenText)
  const phones = everybody.flatMap(({ phone }) => phone ?? [])
  const numbers = knownNumbers([
    ...phones.map(evenText),
    ...consumers.filter((contact) => /^[+\d][\d\s()./-]*$/.test(contact)),
  ])
  const names = chatNames(everybody)
  const mails = mailAddresses([
    ...everybody.flatMap(({ email }) => (email === undefined ? [] : evenText(email))),
    ...consumers,
  ])
  return (text) => {
    let links = 0
    const withoutLinks = text.replace(LINK, (whole, words: string, target: string) => {
      if (!TO_A_NUMBER.test(target) && target.replace(PERSON_LINK, '') !== '') return whole
      links += 1
      return `${words} ${CONTACT_LEFT_OUT}`
    })
    const even = evenText(withoutLinks)
    const spaced = even.replace(/&(?:nbsp|#160|#xa0|thinsp);/gi, (entity) => ' '.repeat(entity.length))
    const stretches = [...mails(even), ...names(even), ...numbers(spaced), ...numberShapes(spaced)]
    const cleaned = replaceStretches(withoutLinks, stretches, CONTACT_LEFT_OUT)
    return { text: cleaned.text.replace(REPEATED, CONTACT_LEFT_OUT), count: cleaned.count + links }
  }
}
