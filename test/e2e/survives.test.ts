import {
  acknowledged,
  clock,
  entry,
  factsOf,
  factsOfType,
  goToIncident,
  openIncident,
  region,
} from '../support/at-the-desk.ts'
import type { Nightdesk } from '../support/nightdesk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

// Eight in New York: the SLA passes now, and so the ladder counts from now.
test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

const rungsFired = (nightdesk: Nightdesk, incident: string) => factsOfType(nightdesk, incident, 'rung.fired')

test(
  'killed for three hours: overdue rungs go off once, late, the highest is sent',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk, acknowledged)
    await nightdesk.advance('PT10M')
    await nightdesk.kill()
    await nightdesk.restart({ after: 'PT3H' })
    await goToIncident(page, incident)
    await expect(clock(page, 'Age')).toHaveText('3:10:00')
    await expect(region(page, 'Escalation')).toContainText('late: Nightdesk was not running for 3 h 0 min')
    await expect(region(page, 'Escalation')).toContainText('Data lead, this is Engineer B.')

    const fired = await rungsFired(nightdesk, incident)
    expect(fired.map(({ data }) => [data.rungId, data.outcome])).toEqual([
      ['debug', expect.stringMatching(/asked|recorded/)],
      ['secondary', 'recorded'],
      ['lead', 'sent'],
    ])
    for (const { data } of fired) expect(data.lateCause).toBe('Nightdesk was not running for 3 h 0 min')
    expect(await factsOfType(nightdesk, incident, 'notification.requested')).toMatchObject([
      { data: { rungId: 'lead', attempt: 1 } },
    ])
    expect(await factsOfType(nightdesk, incident, 'host.slept')).toMatchObject([{ data: { cause: 'notRunning' } }])

    await nightdesk.kill()
    await nightdesk.restart()
    expect(await rungsFired(nightdesk, incident)).toEqual(fired)
  },
)

test(
  'a shut laptop: what fell due meanwhile goes off at waking, and says why it is late',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk, acknowledged)
    await nightdesk.advance('PT5M')
    await nightdesk.sleep('PT41M')
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(entry(page, 'The laptop slept for 41 min')).toBeVisible()
    await expect(entry(page, 'Debug budget spent.')).toContainText('16 min late: laptop asleep 41 min')
    expect(await rungsFired(nightdesk, incident)).toHaveLength(1)
    await nightdesk.advance('PT14M')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug', 'secondary'])
  },
)

test(
  'a clock set back fires nothing twice, set forward fires what is due, and both are in the log',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk, acknowledged)
    await nightdesk.advance('PT31M')
    await nightdesk.setClock('2026-11-24T12:30:00.000Z')
    await expect(entry(page, 'The clock jumped by 1 h 1 min back')).toBeVisible()
    await nightdesk.advance('PT1H10M')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug'])
    await nightdesk.setClock('2026-11-24T14:02:00.000Z')
    await expect(entry(page, /The clock jumped by 22 min(?! back)/)).toBeVisible()
    await expect(entry(page, 'Rung secondary fired.')).toContainText('2 min late: the clock was set forward 22 min')
    expect((await rungsFired(nightdesk, incident)).map(({ data }) => data.rungId)).toEqual(['debug', 'secondary'])
    const facts = await factsOf(nightdesk, incident)
    expect(facts.map(({ seq }) => seq)).toEqual(facts.map((_, index) => index + 1))
  },
)

test(
  'a window finds its console again by itself, and shows what happened meanwhile',
  onlyLoopback,
  async ({ nightdesk }) => {
    const { page } = nightdesk
    const incident = await openIncident(nightdesk, acknowledged)
    await nightdesk.advance('PT1M')
    await expect(clock(page, 'Age')).toHaveText('0:01:00')
    await nightdesk.kill()
    await expect(page.getByText(/Console lost since 08:01/)).toBeVisible()
    await expect(clock(page, 'Age')).toBeVisible()
    await nightdesk.restart({ after: 'PT34M', windowStays: true })
    await expect(page.getByText('All saved on this disk')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Still stuck?' })).toBeVisible()
    await expect(clock(page, 'Age')).toHaveText('0:35:00')
    await expect(entry(page, 'Debug budget spent.')).toContainText('Nightdesk was not running for 34 min')
    expect(page.url()).toContain(incident)
  },
)
