import { type Stretch, stretchesOf } from './text-stretch.ts'

const MAIL =
  /<?(?:mailto:)?(?<![\p{L}\p{N}_.%+-])[\p{L}\p{N}_.%+-]{1,64}(?:@|%40|&#64;|\s?[([]at[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}[\p{L}\p{N}-]{1,62}>?/giu
const WORD_WITH_AT = /[^\s<>()[\]"'`,;:]{1,100}@[^\s<>()[\]"'`,;:/?]{1,100}/g
/** What stands before an account on a machine: a command that goes there, or an address of a service. */
const BEFORE_ACCOUNT = /(?:\b(?:ssh|scp|sftp|rsync|mosh)\b[^\n|;]{0,80}\s|:\/\/[^\s/@]{0,100})$/

/** An account on a machine is no mail address: `ssh deploy@db-1.internal`, `git@github.com:team/repo`, a shell's prompt. */
function isAccount(text: string, found: string, at: number): boolean {
  if (/^<?mailto:/i.test(found)) return false
  return (
    /^<?git@/.test(found) ||
    /^:[~/\w]/.test(text.slice(at + found.length)) ||
    BEFORE_ACCOUNT.test(text.slice(Math.max(0, at - 200), at))
  )
}

/** Finds mail addresses in a text: those of the team whatever they look like, and all others that can only be addresses. */
export function mailAddresses(known: readonly string[]): (text: string) => Stretch[] {
  const ofTeam = new Set(known.map((mail) => mail.toLowerCase()))
  return (text) => [
    ...stretchesOf(text, [MAIL], (found, at) => !isAccount(text, found, at)),
    ...[...text.matchAll(WORD_WITH_AT)].flatMap(({ 0: found, index }) => {
      const word = found.replace(/\.+$/, '')
      return ofTeam.has(word.toLowerCase()) ? [{ from: index, to: index + word.length }] : []
    }),
  ]
}
