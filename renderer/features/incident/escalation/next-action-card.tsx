import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { goTo } from '../../../state/route.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { spanWords } from '../../../ui/time-words.ts'
import { focusNext } from '../../../ui/use-kept-focus.ts'
import type { NextAction } from '../next-action.ts'
import { useNextAction } from '../use-next-action.ts'
import { useRecord } from '../use-record.ts'
import styles from './escalation.module.css'
import { ladderRows, toldName } from './ladder-rows.ts'
import { useBeginMove } from './moves-context.tsx'
import { PeopleTold } from './people.tsx'
import { useSayOver } from './use-say-over.ts'

/** Still stuck? The question stays until it is answered (E3). */
function StillStuck({ round }: { readonly round: number }) {
  const record = useRecord()
  const begin = useBeginMove()
  const nowMs = useNow(10_000)
  const { context } = useOpenIncident().state.ladder
  const readOnly = useSelected(selectReadOnly)
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const next = ladderRows(context, team, nowMs).find(
    (row) => row.rung.action.do === 'tell' && row.progress.firedAt === null,
  )
  const since = context.question.state === 'open' ? spanWords(nowMs - Date.parse(context.question.since)) : ''
  const sayOver = useSayOver()
  const tell = (): void => void record({ type: 'question.answered', data: { answer: 'notifySecondary', round } })
  return (
    <div className={classNames(styles.next, styles.asks)}>
      <h3>Still stuck?</h3>
      <p>
        {round > 1 ? 'The time you gave yourself is over.' : 'The debug budget is spent.'} Asked {since} ago, nothing
        was sent.
      </p>
      <div className={styles.answers}>
        <ActionButton {...focusNext} tone="warn" size="large" disabled={readOnly !== null} onClick={tell}>
          {next === undefined ? 'Yes, still stuck' : `Tell ${toldName(next, context)}`}
        </ActionButton>
        <ActionButton disabled={readOnly !== null} onClick={() => begin('moreTime')}>
          10 more minutes
        </ActionButton>
        <ActionButton disabled={readOnly !== null} onClick={() => sayOver('fixed')}>
          Fixed
        </ActionButton>
      </div>
    </div>
  )
}

function OneButton(props: Card & { readonly onDo: () => void }) {
  const readOnly = useSelected(selectReadOnly)
  return (
    <div className={styles.next}>
      <h3>{props.title}</h3>
      <p>{props.words}</p>
      <ActionButton
        {...focusNext}
        tone="primary"
        size="large"
        wide
        disabled={readOnly !== null}
        onClick={props.onDo}
        {...(props.keys === undefined ? {} : { keys: props.keys })}
      >
        {props.label}
      </ActionButton>
    </div>
  )
}

type Card = { readonly title: string; readonly words: string; readonly label: string; readonly keys?: string }

const cards: Readonly<Record<'acknowledge' | 'mitigate' | 'resolve' | 'close', Card>> = {
  acknowledge: {
    title: 'Is this yours?',
    words: 'Acknowledging says that you are on it. The ladder goes on until it is mitigated.',
    label: 'Acknowledge',
    keys: 'a',
  },
  mitigate: {
    title: 'Has the harm stopped?',
    words: 'Every step is done or skipped. Mitigated stops the ladder: nobody else is told.',
    label: 'Mitigated',
    keys: 'm',
  },
  resolve: {
    title: 'Is the data right again?',
    words: 'Resolve it once the backfill is verified. It can be reopened.',
    label: 'Resolve',
    keys: 'r',
  },
  close: {
    title: 'Reviewed.',
    words: 'Closing puts the incident away. Its actions stay open.',
    label: 'Close incident',
  },
}

const postmortemCard: Card = {
  title: 'It is over.',
  words: 'The postmortem is drafted from the timeline. Finish it while you remember.',
  label: 'Write the postmortem',
}

/** Whether the next action has a card here; a step, a call or a choice is emphasised where it stands. */
export const isOfLadder = ({ do: what }: NextAction): boolean =>
  what === 'answer' || what === 'writePostmortem' || Object.hasOwn(cards, what)

/** The one next action when it belongs to the ladder; a step of the runbook is emphasised where it stands. */
export function NextActionCard() {
  const action = useNextAction()
  const record = useRecord()
  const sayOver = useSayOver()
  const { incident } = useOpenIncident()
  switch (action.do) {
    case 'acknowledge':
      return <OneButton {...cards.acknowledge} onDo={() => void record({ type: 'incident.acknowledged', data: {} })} />
    case 'mitigate':
    case 'resolve':
      return <OneButton {...cards[action.do]} onDo={() => sayOver(action.do)} />
    case 'close':
      return <OneButton {...cards.close} onDo={() => void record({ type: 'incident.closed', data: {} })} />
    case 'answer':
      return <StillStuck round={action.round} />
    case 'writePostmortem':
      return <OneButton {...postmortemCard} onDo={() => goTo({ screen: 'postmortem', incident })} />
    case 'call':
      return <PeopleTold />
    case 'openRunbook':
    case 'chooseScenario':
    case 'read':
    case 'step':
    case 'nothing':
      return null
  }
}
