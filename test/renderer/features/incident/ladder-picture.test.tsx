// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { LadderPicture } from '../../../../renderer/features/incident/escalation/ladder-picture.tsx'
import { emptyLog } from '../../../../renderer/state/incident-log.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { shortTime } from '../../../../renderer/ui/time-words.ts'
import { sampleTeam } from '../../../shared/schedule/sample-team.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { minuteAt } from '../../../support/log-builder.ts'
import { render } from '../../../support/rendered.tsx'
import { folded } from './folded.ts'

it('E2 both times of a rung are those at which it is due: the reader’s, and that of whoever it tells', () => {
  const { store } = createGivenDesk({ now: minuteAt(1), team: sampleTeam, preferences: { timezone: 'UTC' } })
  const state = folded([], { pipeline: { id: 'profit', name: 'Profit' }, onCall: { id: 'eng-b', name: 'Engineer B' } })
  const integrity = { kind: 'intact', anchoredSeq: 1 } as const
  store.setState({ open: { incident: state.incident, state, log: emptyLog, integrity } })
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <LadderPicture />
    </StoreProvider>,
  )
  const dueAt = minuteAt(60)
  expect(box.textContent).toContain(`due ${shortTime(dueAt, 'UTC')} UTC, ${shortTime(dueAt, 'America/New_York')} there`)
  unmount()
})
