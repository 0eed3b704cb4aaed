// @vitest-environment happy-dom
import { flushSync } from 'react-dom'
import { expect, it } from 'vitest'
import { FirstRun } from '../../../../renderer/features/tonight/first-run.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { parseTeam } from '../../../../shared/schedule/parse-team.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'

const { team } = parseTeam({
  path: 'team.yaml',
  text: `people:
  - {id: c, name: Cyd, timezone: America/New_York}
  - {id: a, name: Ann, timezone: America/New_York}
  - {id: b, name: Ben, timezone: America/New_York}
rotation:
  start: 2026-11-02
  handover: {day: monday, at: "10:00", timezone: America/New_York}
  weeks: [a]
  layers: [{start: 2026-11-02, hours: {from: "22:00", to: "06:00"}, weeks: [b]}]
`,
})

it('asks who it is among those who take turns, by a layer too, and shows the others when asked for', () => {
  const { store } = createGivenDesk({ now: '2026-11-24T15:00:00.000Z', team })
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <FirstRun />
    </StoreProvider>,
  )
  const buttons = () => [...box.querySelectorAll('button')]
  const words = () => buttons().map(({ textContent }) => textContent)
  expect(words()).toEqual(['Ann', 'Ben', 'Somebody else'])
  flushSync(() => buttons().at(-1)?.click())
  expect(words()).toEqual(['Ann', 'Ben', 'Cyd', 'Fewer names'])
  unmount()
})
