import type { AbsentDocument, TakenOut } from '../../shared/bundle/offline-copy.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import type { MadeOfflineCopy } from '../host/make-offline-copy.ts'
import type { Terminal } from './terminal.ts'

const sum = (taken: readonly TakenOut[]): number => taken.reduce((all, { count }) => all + count, 0)
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** More places than these are counted: what matters below them must not scroll away. The copy names them all. */
const NAMED = 12

function sayAbsent(absent: readonly AbsentDocument[], terminal: Terminal): void {
  for (const { path, why, documents } of absent.slice(0, NAMED)) {
    const many = documents === 1 ? '' : ` ${counted(documents, 'document', 'documents')}.`
    terminal.error(`${path}: not in the copy. ${why}${many}`)
  }
  const more = absent.slice(NAMED)
  if (more.length === 0) return
  const documents = more.reduce((all, each) => all + each.documents, 0)
  terminal.error(
    `and ${counted(documents, 'document', 'documents')} in ${counted(more.length, 'more place', 'more places')}, which the copy names.`,
  )
}

/** What a copy was made of and without, so that one can look: on the error channel, because the file is what was asked for. */
export function sayWhatIsMissing(made: Omit<MadeOfflineCopy, 'text'>, contacts: boolean, terminal: Terminal): void {
  const { teamDoubt, teamLack, absent, contactsTakenOut, linesMasked, encrypted } = made
  if (teamDoubt !== null) terminal.error(`WARNING: ${teamDoubt} The copy says so in red.`)
  if (teamLack !== null) terminal.error(teamLack)
  sayAbsent(absent, terminal)
  for (const { file, count } of linesMasked) {
    terminal.error(`${file}: ${counted(count, 'line', 'lines')} left out for secrets.`)
  }
  if (!contacts) {
    for (const { file, count } of contactsTakenOut) {
      terminal.error(`${file}: ${counted(count, 'contact', 'contacts')} taken out.`)
    }
    const places = counted(sum(contactsTakenOut), 'place', 'places')
    terminal.error(
      contactsTakenOut.length === 0
        ? 'No number, mail address or chat name was found in the texts. Names stay.'
        : `Numbers, mail addresses and chat names were taken out in ${places} of the texts. Names stay.`,
    )
    terminal.error('Look through the copy before you hand it on: what has no usual form is not recognised.')
  } else if (!encrypted) {
    terminal.error('Whoever has the file can read it. To keep numbers private: --encrypt, or --no-contacts.')
  }
}

/** What keeps a copy from being made, place by place, and what can be done about it. */
export function sayObstacles(problems: readonly Problem[], terminal: Terminal): void {
  for (const { file, line, message, rule } of problems) {
    terminal.error(`${line === undefined ? file : `${file}:${line}`}: ${message} [${rule}]`)
  }
  terminal.error('No copy was made.')
  const secrets = problems.filter(({ rule }) => rule.endsWith('/secret'))
  const documents = [...new Set(secrets.filter(({ rule }) => rule === 'runbook/secret').map(({ file }) => file))]
  if (secrets.length > 0)
    terminal.error('Secrets: take them out and revoke them, or leave these lines out: --mask-secrets')
  if (documents.length > 0) {
    terminal.error(`  or leave the documents out: ${documents.map((path) => `--leave-out ${path}`).join(' ')}`)
    terminal.error(
      '  What is no secret is silenced above its line: <!-- nightdesk-disable-next-line runbook/secret -->',
    )
  }
  if (problems.some(({ rule }) => !rule.endsWith('/secret') && rule !== 'team/missing')) {
    terminal.error('team.yaml: mend it (nightdesk check shows all that is wrong), or make the copy all the same,')
    terminal.error('  which then warns in red that people and schedule may be wrong: --despite-errors')
  }
}
