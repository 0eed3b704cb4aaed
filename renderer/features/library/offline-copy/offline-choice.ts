import { everything, MOST_WEEKS, type OfflinePart } from '../../../../shared/bundle/offline-copy.ts'
import { passphraseFault } from '../../../../shared/bundle/sealed.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import type { Problem } from '../../../../shared/kit/problem.ts'
import { type DocumentGroup, pathsOf } from './document-groups.ts'

const documentParts = ['runbooks', 'reference'] as const

/** What is to happen with secrets that were found: nothing was said yet, their lines stay behind, or their documents do. */
export type SecretChoice = 'ask' | 'lines' | 'documents'

/** What is chosen in the dialog. `weeks` is what stands in its field, which is empty while somebody types. */
export type Choice = {
  readonly parts: readonly OfflinePart[]
  /** Groups of documents that stay behind, by id. */
  readonly leftOut: readonly string[]
  readonly weeks: number | string
  readonly passphrase: string
  readonly again: string
  readonly secrets: SecretChoice
  readonly despiteErrors: boolean
}

/** What the dialog begins with. */
export const wholeCopy: Choice = {
  parts: everything.parts,
  leftOut: [],
  weeks: everything.weeks,
  passphrase: '',
  again: '',
  secrets: 'ask',
  despiteErrors: false,
}

/** Problems that are secrets, and those that are errors of team.yaml. */
export function sorted(problems: readonly Problem[]) {
  const secrets = problems.filter(({ rule }) => rule.endsWith('/secret'))
  return { secrets, errors: problems.filter((problem) => !secrets.includes(problem)) }
}

/** The documents that hold the secrets which were found. */
export const documentsWithSecrets = (problems: readonly Problem[]): string[] => [
  ...new Set(problems.filter(({ rule }) => rule === 'runbook/secret').map(({ file }) => file)),
]

const isWeeks = (weeks: number | string): boolean =>
  weeks !== '' && Number.isInteger(Number(weeks)) && Number(weeks) >= 1 && Number(weeks) <= MOST_WEEKS

/** Why a choice is not saved, in words, and the field at which that can be mended; none when it is not the choice that hinders. */
export type Refusal = { readonly at: OfflinePart | 'weeks' | 'passphrase' | 'again' | null; readonly words: string }

/** What keeps the choice from being saved; null when nothing does. */
export function whyNot(
  { parts, leftOut, weeks, passphrase, again }: Choice,
  groups: readonly DocumentGroup[],
): Refusal | null {
  if (parts.length === 0) return { at: 'runbooks', words: 'Choose at least one part.' }
  const bare = documentParts.find((part) => {
    const ofPart = groups.filter((group) => group.part === part)
    return parts.includes(part) && ofPart.length > 0 && ofPart.every(({ id }) => leftOut.includes(id))
  })
  if (bare !== undefined) return { at: bare, words: `Nothing of ${bare} is chosen. Take some, or untick it.` }
  if (parts.includes('schedule') && !isWeeks(weeks))
    return { at: 'weeks', words: `Say for how many weeks: 1 to ${MOST_WEEKS}.` }
  if (passphrase === '') return null
  const fault = passphraseFault(passphrase)
  if (fault !== null) return { at: 'passphrase', words: fault }
  return passphrase === again ? null : { at: 'again', words: 'The two passphrases differ.' }
}

/** The choice as the host is asked for it; `problems` are those that stood in the way before. */
export function requestOf(
  choice: Choice,
  groups: readonly DocumentGroup[],
  problems: readonly Problem[],
): CallInput<'library.bundle'> {
  const { parts, leftOut, weeks, passphrase, secrets, despiteErrors } = choice
  return {
    parts: [...parts],
    contacts: parts.includes('contacts'),
    weeks: isWeeks(weeks) ? Number(weeks) : everything.weeks,
    leaveOut: [
      ...new Set([...pathsOf(groups, leftOut), ...(secrets === 'documents' ? documentsWithSecrets(problems) : [])]),
    ],
    maskSecrets: secrets !== 'ask',
    despiteErrors,
    passphrase: passphrase === '' ? null : passphrase,
  }
}
