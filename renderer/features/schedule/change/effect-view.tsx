import type { ReactNode } from 'react'
import type { Finding } from '../../../../shared/schedule/finding.ts'
import type { ChangeEffect } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { classNames } from '../../../ui/class-names.ts'
import { SeverityMark } from '../severity-mark.tsx'
import { dateWords, roleWords, spanInWords } from '../words.ts'
import styles from './change.module.css'
import { loadChangeWords } from './load-words.ts'

const SHOWN = 6

function Part({
  title,
  count,
  children,
}: {
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}) {
  if (count === 0) return null
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      <ul>{children}</ul>
      {count > SHOWN ? <p className="faint">and {count - SHOWN} more</p> : null}
    </section>
  )
}

const FindingLine = ({ finding, isSettled }: { readonly finding: Finding; readonly isSettled: boolean }) => (
  <li className={classNames(styles.effect, isSettled && styles.settled)}>
    <SeverityMark severity={finding.severity} />
    <span>
      <span className="num">{dateWords(finding.date)}</span> {finding.why}
    </span>
  </li>
)

/** What a change does to the next twelve weeks: turns, findings that go and come, load, and surprises further ahead. */
export function EffectView({
  effect,
  zone,
  ladder,
}: {
  readonly effect: ChangeEffect
  readonly zone: string
  /** What it does to ladders, in words; where it is about them, that no turn moves is no news. */
  readonly ladder: readonly string[]
}) {
  const { shifts, settled, added, loads, surprises, remaining } = effect
  const carried = loads.flatMap(({ person, ...load }) => {
    const words = loadChangeWords(load)
    return words === null ? [] : [{ person, words }]
  })
  const pressing = remaining.filter(({ severity }) => severity !== 'note').length
  return (
    <div className={styles.effects}>
      <Part title="Turns that change hands" count={shifts.length}>
        {shifts.slice(0, SHOWN).map((shift) => (
          <li key={`${shift.rotationId}/${shift.role}/${shift.from}`}>
            <strong>{shift.after?.name ?? 'Nobody'}</strong> instead of {shift.before?.name ?? 'nobody'},{' '}
            {roleWords[shift.role]},{' '}
            <span className="num">
              {spanInWords({ fromMs: Date.parse(shift.from), toMs: Date.parse(shift.to) }, zone)}
            </span>
          </li>
        ))}
      </Part>
      <Part title="Settled by it" count={settled.length}>
        {settled.slice(0, SHOWN).map((finding) => (
          <FindingLine key={finding.id} finding={finding} isSettled />
        ))}
      </Part>
      <Part title="New because of it" count={added.length}>
        {added.slice(0, SHOWN).map((finding) => (
          <FindingLine key={finding.id} finding={finding} isSettled={false} />
        ))}
      </Part>
      <Part title="Good to know" count={surprises.length}>
        {surprises.slice(0, SHOWN).map(({ why }) => (
          <li key={why}>{why}</li>
        ))}
      </Part>
      <Part title="Load over 12 weeks, in weeks of strain" count={carried.length}>
        {carried.slice(0, SHOWN).map(({ person, words }) => (
          <li key={person.id} className="num">
            {person.name} {words}
          </li>
        ))}
      </Part>
      {ladder.length === 0 ? null : (
        <section className={styles.part}>
          <h3>The ladder on those days</h3>
          <ul>
            {ladder.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      {ladder.length > 0 ? null : (
        <p className="faint">
          {shifts.length + settled.length + added.length + loads.length === 0
            ? 'Nothing changes in the next 12 weeks. '
            : ''}
          {pressing === 0 ? 'Nothing is left to settle after it.' : `${pressing} things are left to settle after it.`}
        </p>
      )}
    </div>
  )
}
