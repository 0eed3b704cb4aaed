import { useEffect, useMemo, useState } from 'react'
import type { Finding } from '../../../shared/schedule/finding.ts'
import { emptyTeam, type Person, type Rotation, type Team } from '../../../shared/schedule/team.ts'
import { selectMe, selectZone } from '../../state/selectors.ts'
import { useDraft, useNow, useSelected } from '../../state/store-context.tsx'
import { useAfterPaint, whenIdle } from '../../ui/after-paint.ts'
import { type Lane, lanesOf } from './picture/lanes.ts'
import { findingsIn, knownFindingsIn, none } from './settle/findings-ahead.ts'
import { monthSpan, type Span, twelveMonths, twelveWeeks } from './window-of-weeks.ts'

/** The ways to look at the schedule. */
export const views = ['weeks', 'list', 'month', 'year'] as const
export type View = (typeof views)[number]

/** Whose wall the times are on. */
export type ZoneChoice = 'team' | 'mine'

/** Everything that the parts of the screen show, worked out once. */
export type Board = {
  readonly team: Team
  readonly me: Person | null
  /** This minute: who is on call, and what is over, changes within an hour. */
  readonly nowMs: number
  /** The hour that it is: what takes long to work out is worked out once in it. */
  readonly hourMs: number
  readonly view: View
  readonly zone: string
  readonly zoneChoice: ZoneChoice
  readonly teamZone: string
  readonly myZone: string
  readonly rotations: readonly Rotation[]
  /** What is shown; `shift` moves it by its own step. */
  readonly span: Span
  /** What is to be settled in what is shown. */
  readonly findings: readonly Finding[]
  readonly lanes: readonly Lane[]
}

export type BoardControls = {
  readonly setView: (view: View) => void
  readonly setZone: (zone: ZoneChoice) => void
  readonly rotationId: string
  readonly setRotation: (id: string) => void
  /** Steps away from today: four weeks, a month, or a year, as the view goes. */
  readonly step: number
  readonly setStep: (step: number) => void
}

const WEEKS_IN_A_STEP = 4
const HOUR_MS = 3_600_000

function spanOf(view: View, nowMs: number, step: number, zone: string): Span {
  if (view === 'weeks' || view === 'list') return twelveWeeks(nowMs, step * WEEKS_IN_A_STEP, zone)
  const [year = 0, month = 1] = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' })
    .format(nowMs)
    .split('-')
    .map(Number)
  return view === 'month' ? monthSpan(year, month - 1 + step, zone) : twelveMonths(year + step, month - 1, zone)
}

const asView = (kept: string): View => views.find((view) => view === kept) ?? 'weeks'

/** The state of the screen and what follows from it. What there is to settle is found once an hour, who is on call at each minute. */
export function useBoard(): Board & BoardControls {
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected(selectMe)
  const myZone = useSelected(selectZone)
  const nowMs = useNow(60_000)
  const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS
  const [keptView, setView] = useDraft('schedule.view')
  const [keptZone, setZone] = useDraft('schedule.zone')
  const [rotationId, setRotation] = useState('')
  const [step, setStep] = useState(0)
  const view = asView(keptView)
  const zoneChoice: ZoneChoice = keptZone === 'mine' ? 'mine' : 'team'
  const teamZone = team.rotations[0]?.handover.timezone ?? myZone
  const zone = zoneChoice === 'mine' ? myZone : teamZone
  const rotations = useMemo(() => {
    const chosen = team.rotations.filter(({ id }) => id === rotationId)
    return chosen.length === 0 ? team.rotations : chosen
  }, [team, rotationId])
  const span = useMemo(() => spanOf(view, hourMs, step, zone), [view, hourMs, step, zone])
  // Turns follow a key at once; what is wrong with them may take a moment longer, unless it is known, as it is of what lies near.
  const lateSpan = useAfterPaint(span)
  const findings = useMemo(
    () => (lateSpan === span ? findingsIn(team, span, hourMs) : (knownFindingsIn(team, span, hourMs) ?? none)),
    [team, span, lateSpan, hourMs],
  )
  useEffect(() => {
    if (lateSpan !== span) return
    const asked = [step + 1, step - 1].map((near) => () => spanOf(view, hourMs, near, zone))
    const others = views.filter((each) => each !== view).map((each) => () => spanOf(each, hourMs, 0, zone))
    return whenIdle([...asked, ...others].map((near) => () => void findingsIn(team, near(), hourMs)))
  }, [team, span, lateSpan, view, hourMs, step, zone])
  const lanes = useMemo(
    () => lanesOf(team, rotations, span, findings, hourMs),
    [team, rotations, span, findings, hourMs],
  )
  return {
    ...{ team, me, nowMs, hourMs, view, zone, zoneChoice, teamZone, myZone, rotations, span, findings, lanes },
    setView: (next) => {
      setStep(0)
      setView(next)
    },
    ...{ setZone, rotationId, setRotation, step, setStep },
  }
}
