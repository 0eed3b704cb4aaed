import { type OnCallEntry, whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import type { Rotation } from '../../../shared/schedule/team.ts'
import { shortTime, zoneName } from '../../ui/time-words.ts'
import styles from './schedule.module.css'
import type { Board } from './use-board.ts'
import { dayInWords } from './words.ts'

const until = (endsAt: string, zone: string): string =>
  `${dayInWords(Date.parse(endsAt), zone)} ${shortTime(endsAt, zone)}`

/** `Engineer C: week 3 of the rotation, in for Engineer A`: without the name, which stands before it. */
const reasonOf = (entry: OnCallEntry): string =>
  entry.kind === 'person' ? entry.why.replace(`${entry.person.name}: `, '') : entry.reason

function nextWords(board: Board, rotation: Rotation, entry: OnCallEntry): string {
  const endsAt = entry.kind === 'person' ? entry.shift.endsAt : entry.endsAt
  if (endsAt === undefined) return ''
  const { primary } = whoIsOnCall(rotation, board.team, Date.parse(endsAt))
  if (primary.kind === 'gap') return ` Nobody is next: ${primary.reason}.`
  return primary.person.id === board.me?.id ? ' You are next.' : ` ${primary.person.name} is next.`
}

function Answer({ board, rotation }: { readonly board: Board; readonly rotation: Rotation }) {
  const { team, nowMs, zone, me } = board
  const { primary, backup } = whoIsOnCall(rotation, team, nowMs)
  const who =
    primary.kind === 'gap' ? 'Nobody is' : primary.person.id === me?.id ? 'You are' : `${primary.person.name} is`
  const endsAt = primary.kind === 'person' ? primary.shift.endsAt : primary.endsAt
  return (
    <p className={styles.answer}>
      {team.rotations.length > 1 ? <span className="dim">{rotation.name}: </span> : null}
      <strong className={primary.kind === 'gap' ? styles.nobody : undefined}>{who} on call</strong>
      {endsAt === undefined ? '' : ` until ${until(endsAt, zone)} ${zoneName(endsAt, zone)}`},{' '}
      <span className="dim">{reasonOf(primary)}.</span>{' '}
      <span className="dim">
        {backup.kind === 'person' ? `Backup ${backup.person.name}.` : 'Nobody is backup.'}
        {nextWords(board, rotation, primary)}
      </span>
    </p>
  )
}

/** Today's answer in words, one line for each rotation. */
export function Answers({ board }: { readonly board: Board }) {
  return board.rotations.map((rotation) => <Answer key={rotation.id} board={board} rotation={rotation} />)
}
