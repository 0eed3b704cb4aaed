import type { Team } from '../schedule/team.ts'

const LEFT_OUT = '(left out)'
const MAIL = /(?:mailto:)?(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/gi
const PHONE_LINK = /tel:[+\d(][\d\s().-]{2,30}/gi
const PHONE = /\+\d[\d ().-]{5,20}\d/g

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The digits of a number with anything that people put between them. */
const numberPattern = (phone: string): string =>
  [...phone.replace(/\D/g, '')].map((digit) => escapePattern(digit)).join('[ ().-]{0,3}')

function knownPattern(team: Team): RegExp | null {
  const everybody = [...team.people, ...team.contacts]
  const numbers = everybody.flatMap(({ phone }) =>
    phone === undefined || phone.replace(/\D/g, '').length < 5 ? [] : [`\\+?\\(?${numberPattern(phone)}`],
  )
  const names = everybody.flatMap(({ email, slack }) =>
    [email, slack].flatMap((each) => (each === undefined || each.length < 4 ? [] : [escapePattern(each)])),
  )
  const all = [...names, ...numbers]
  return all.length === 0 ? null : new RegExp(all.join('|'), 'gi')
}

/**
 * Takes every way to reach somebody out of a text: what team.yaml knows, however it is spaced, and whatever else looks like
 * a mail address or an international number. Who asks for a copy without contacts means the runbooks' own lists as well.
 */
export function contactsLeftOut(team: Team): (text: string) => string {
  const known = knownPattern(team)
  return (text) => {
    const withoutKnown = known === null ? text : text.replace(known, LEFT_OUT)
    return withoutKnown.replace(MAIL, LEFT_OUT).replace(PHONE_LINK, LEFT_OUT).replace(PHONE, LEFT_OUT)
  }
}
