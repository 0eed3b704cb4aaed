import { escapeMarkup } from './escape-markup.ts'
import type { OfflinePerson } from './offline-copy.ts'
import { renderMadeOn } from './render-age.ts'
import { telephoneLink } from './telephone-link.ts'

function renderPerson({ name, phone, email, slack, timezone, note }: OfflinePerson): string {
  const dial = phone === null ? null : telephoneLink(phone)
  const lines = [
    phone === null
      ? '<span class="dim">No phone number</span>'
      : dial === null
        ? `<span class="num">${escapeMarkup(phone)}</span>`
        : `<a class="call num" href="${dial}" aria-label="Call ${escapeMarkup(name)}, ${escapeMarkup(phone)}">${escapeMarkup(phone)}</a>`,
    email === null ? '' : `<a href="mailto:${escapeMarkup(encodeURI(email))}">${escapeMarkup(email)}</a>`,
    slack === null ? '' : `<span class="dim">Chat ${escapeMarkup(slack)}</span>`,
    timezone === null
      ? ''
      : `<span class="dim" data-zone="${escapeMarkup(timezone)}">${escapeMarkup(timezone.replaceAll('_', ' '))}</span>`,
    note === null ? '' : `<span>${escapeMarkup(note)}</span>`,
  ]
  return `<li class="person"><strong>${escapeMarkup(name)}</strong>${lines.join('')}</li>`
}

/** Everybody who can be reached, those on call first, and from when that is (UTC ISO). */
export const renderContacts = (people: readonly OfflinePerson[], madeAt: string): string =>
  `<section class="view" id="contacts" aria-labelledby="contacts-title"><h1 id="contacts-title">Contacts</h1><p class="as-of">As team.yaml had them on ${renderMadeOn(madeAt)}.</p><ul class="people">${people.map(renderPerson).join('')}</ul></section>`
