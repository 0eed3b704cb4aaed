import { type CSSProperties, useCallback } from 'react'
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { useCommands } from '../../state/commands.ts'
import { useRoute } from '../../state/route.ts'
import { selectReadOnly } from '../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { useAfterPaint } from '../../ui/after-paint.ts'
import { AgreedPanel } from './agreed/agreed-panel.tsx'
import { LeaveDialog } from './agreed/leave-dialog.tsx'
import { ModeDialog } from './agreed/mode-dialog.tsx'
import { Answers } from './answer.tsx'
import { ExportMenu } from './calendar/export-menu.tsx'
import { ImportDialog } from './calendar/import-dialog.tsx'
import { useCalendarExport } from './calendar/use-calendar-export.ts'
import { useImport } from './calendar/use-import.ts'
import { PhoneDialog } from './change/phone-dialog.tsx'
import { ReviewDialog } from './change/review-dialog.tsx'
import { TakeDialog } from './change/take-dialog.tsx'
import { TurnDialog } from './change/turn-dialog.tsx'
import { UndoDialog } from './change/undo-dialog.tsx'
import { EmptySchedule } from './empty-schedule.tsx'
import { type Begin, type Intent, turnIntent } from './intent.ts'
import { LastChange } from './last-change.tsx'
import { LoadPanel } from './load-panel.tsx'
import { laneHeight } from './picture/lane-geometry.ts'
import type { Block } from './picture/lanes.ts'
import { Picture } from './picture/picture.tsx'
import './print.css'
import styles from './schedule.module.css'
import { FindingsPanel } from './settle/findings-panel.tsx'
import { SwapsPanel } from './settle/swaps-panel.tsx'
import { rotationsToTake, takeOverIntent } from './take-over.ts'
import { ToolBar } from './tool-bar.tsx'
import { type Board, useBoard } from './use-board.ts'
import { useIntent } from './use-intent.ts'
import { MonthView } from './views/month-view.tsx'
import { ShiftTable } from './views/shift-table.tsx'
import { YearView } from './views/year-view.tsx'
import { boardSpanWords } from './words.ts'

function Dialogs(props: {
  readonly intent: Intent | null
  readonly board: Board
  readonly onBegin: Begin
  readonly onBack: (() => void) | null
  readonly onClose: () => void
}) {
  const { intent, board, onBegin, onBack, onClose } = props
  const calendar = useImport(board)
  if (intent === null) return null
  switch (intent.kind) {
    case 'turn':
      return <TurnDialog asked={intent} board={board} onBegin={onBegin} onClose={onClose} />
    case 'review':
      return <ReviewDialog asked={intent} board={board} onBack={onBack} onClose={onClose} />
    case 'undo':
      return <UndoDialog board={board} onClose={onClose} />
    case 'phone':
      return <PhoneDialog team={board.team} person={intent.person} onBegin={onBegin} onClose={onClose} />
    case 'take':
      return board.me === null ? null : (
        <TakeDialog board={board} me={board.me} nowMs={intent.nowMs} onBegin={onBegin} onClose={onClose} />
      )
    case 'leave':
      return <LeaveDialog board={board} person={intent.person} onBegin={onBegin} onClose={onClose} />
    case 'mode':
      return <ModeDialog board={board} mode={intent.mode} onBegin={onBegin} onClose={onClose} />
    case 'import':
      return <ImportDialog board={board} form={calendar} onBegin={onBegin} onClose={onClose} />
    default:
      return assertNever(intent)
  }
}

/** "Take this shift now": the one there is, or a choice among those in which somebody else, or nobody, is on call. */
function TakeOver({ board, onBegin }: { readonly board: Board; readonly onBegin: Begin }) {
  const { showRefusal } = useDeskStore()
  const nowMs = useNow(60_000)
  const { team, me } = board
  const [first, ...others] = rotationsToTake(team, me, board.rotations, nowMs)
  const take = (): void => {
    if (me === null || first === undefined) return
    const intent: Result<Intent> =
      others.length > 0 ? ok({ kind: 'take', nowMs }) : takeOverIntent(team, me, first, nowMs)
    if (intent.ok) onBegin(intent.value)
    else showRefusal(intent.error)
  }
  useCommands(
    first === undefined
      ? []
      : [{ id: 'schedule.take', label: 'Take this shift now', group: 'Schedule', keys: 't', run: take }],
  )
  if (first === undefined) return null
  return (
    <ActionButton keys="t" onClick={take}>
      {others.length === 0 ? 'Take this shift now' : 'Take a shift now'}
    </ActionButton>
  )
}

function Main(props: {
  readonly board: Board
  readonly isReadOnly: boolean
  readonly onBegin: Begin
  readonly onChange: (block: Block) => void
}) {
  const { board, onChange } = props
  switch (board.view) {
    case 'weeks':
      return <Picture board={board} onChange={onChange} />
    case 'list':
      return <ShiftTable board={board} isReadOnly={props.isReadOnly} onBegin={props.onBegin} />
    case 'month':
      return <MonthView board={board} onChange={onChange} />
    case 'year':
      return <YearView board={board} onChange={onChange} />
    default:
      return assertNever(board.view)
  }
}

function Header({
  board,
  isReadOnly,
  onBegin,
}: {
  readonly board: Board
  readonly isReadOnly: boolean
  readonly onBegin: Begin
}) {
  const calendar = useCalendarExport()
  const hasOne = board.rotations.length === 1
  return (
    <>
      <div className={styles.top}>
        <div className={styles.headline}>
          <h1 className={styles.heading}>Schedule</h1>
          {hasOne ? <Answers board={board} /> : null}
        </div>
        <div className={styles.actions}>
          {isReadOnly ? null : <TakeOver board={board} onBegin={onBegin} />}
          <ActionButton disabled={isReadOnly} onClick={() => onBegin({ kind: 'import' })}>
            Import calendar
          </ActionButton>
          <ExportMenu board={board} onExport={(scope) => void calendar.make(scope)} />
        </div>
      </div>
      {hasOne ? null : (
        <div>
          <Answers board={board} />
        </div>
      )}
      {calendar.savedTo === null ? null : (
        <p className={styles.lastChange}>
          <span>
            Calendar saved to <code>{calendar.savedTo}</code>
          </span>
          <ActionButton size="small" onClick={calendar.forget}>
            Understood
          </ActionButton>
        </p>
      )}
    </>
  )
}

/** What has to be settled, what each carries, what is agreed. The picture follows a key at once, the load a moment later. */
function Panels(props: { readonly board: Board; readonly isReadOnly: boolean; readonly onBegin: Begin }) {
  const { board, isReadOnly, onBegin } = props
  const { team, rotations, hourMs: nowMs, zone } = board
  const route = useRoute()
  const loadSpan = useAfterPaint(board.span)
  const chosen = route.screen === 'schedule' ? route.finding : null
  return (
    <div className={styles.columns} data-columns="">
      <div className={styles.column}>
        <FindingsPanel {...{ team, nowMs, chosen, isReadOnly, onBegin }} />
      </div>
      <div className={styles.column}>
        <LoadPanel team={team} span={loadSpan} zone={zone} />
        <SwapsPanel {...{ team, rotations, nowMs, isReadOnly, onBegin }} />
        <AgreedPanel {...{ team, nowMs, isReadOnly, onBegin }} />
      </div>
    </div>
  )
}

/** Heading, answers, months and legend on paper, in CSS pixels. */
const PAPER_HEAD = 260
/** A picture higher than this needs its sheet for itself. */
const MOST_WITH_PANELS = 640

/** How high the picture is, so that the print scales it onto one sheet, and whether it needs that sheet for itself. */
function paperOf({ lanes, rotations }: Board) {
  const height = lanes.reduce((sum, lane) => sum + laneHeight(lane) + 1, 0)
  const paper = PAPER_HEAD + rotations.length * 22 + height
  return {
    style: { '--paper': paper } as CSSProperties,
    ...(height > MOST_WITH_PANELS && { 'data-paper': 'full' }),
  }
}

/** Who is on call, weeks ahead: the picture, what has to be settled in it, and what each carries. */
export function ScheduleScreen() {
  const board = useBoard()
  const isReadOnly = useSelected(selectReadOnly) !== null
  const workspace = useSelected((state) => state.desk?.workspace.path ?? null)
  const { intent, begin, back, end } = useIntent()
  const { nowMs } = board
  const change = useCallback(
    (block: Block) => {
      if (!isReadOnly && block.toMs > nowMs) begin(turnIntent(block))
    },
    [isReadOnly, nowMs, begin],
  )
  if (workspace === null) return null
  if (board.team.rotations.length === 0) {
    return (
      <div className={styles.page}>
        <h1 className={styles.heading}>Schedule</h1>
        <EmptySchedule workspace={workspace} />
      </div>
    )
  }
  const spanWords = boardSpanWords(board.span, board.zone)
  return (
    <div className={styles.page} data-schedule={board.view} {...paperOf(board)}>
      <Header board={board} isReadOnly={isReadOnly} onBegin={begin} />
      <LastChange isReadOnly={isReadOnly} onBegin={begin} />
      <section className={styles.board} aria-label="Schedule">
        <ToolBar board={board} spanWords={spanWords} />
        <Main board={board} isReadOnly={isReadOnly} onBegin={begin} onChange={change} />
      </section>
      <Panels board={board} isReadOnly={isReadOnly} onBegin={begin} />
      <Dialogs intent={intent} board={board} onBegin={begin} onBack={back} onClose={end} />
    </div>
  )
}
