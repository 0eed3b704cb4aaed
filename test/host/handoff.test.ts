import { afterEach, describe, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk | null = null

afterEach(async () => {
  await desk?.close()
  desk = null
})

const engineerC = { id: 'eng-c', name: 'Engineer C' }

/** Half past nine in New York on the Monday on which the week of Engineer D begins at ten; Engineer C has it until then. */
const beforeTheHandover = '2026-11-23T14:30:00.000Z'

async function openDesk(): Promise<{ readonly desk: TestDesk; readonly incident: string }> {
  desk = await openTestDesk({ startAt: beforeTheHandover })
  return { desk, incident: await declareOn(desk, { pipeline: 'aggregate-profit-investors' }) }
}

const commanderOf = async (open: TestDesk, incident: string) =>
  (await open.call('incidents.open', { incident, tail: 1 })).state.ladder.context.roles.commander

describe('E10 handing over in the host', () => {
  it('E10 whoever accepts takes command, and the rungs pass them over from then on', async () => {
    const { desk: open, incident } = await openDesk()
    const offered = {
      type: 'handoff.offered',
      data: { to: { id: 'eng-a', name: 'Engineer A' }, note: 'Spend is late' },
    } as const
    const [offer] = (await open.call('facts.record', { incident, facts: [offered] })).records
    const accepted = { type: 'handoff.accepted', data: { of: offer?.id ?? '', person: offered.data.to } } as const
    await open.call('facts.record', { incident, facts: [accepted] })
    expect(await commanderOf(open, incident)).toEqual(offered.data.to)
    expect(await open.call('incidents.list', {})).toMatchObject([{ incident, commander: 'eng-a' }])
    open.clock.advance(60 * 60_000)
    const told = (await open.facts(incident)).filter(({ type }) => type === 'notification.requested')
    expect(told).toHaveLength(1)
    expect(told[0]?.data).not.toMatchObject({ person: { id: 'eng-a' } })
    expect(told[0]?.data.skipped).toContainEqual({
      person: { id: 'eng-a', name: 'Engineer A' },
      reason: 'is handling the incident already',
    })
  })

  it('E10 an offer that was replaced, withdrawn or declined cannot be accepted any more', async () => {
    const { desk: open, incident } = await openDesk()
    const offer = { type: 'handoff.offered', data: { to: engineerC } } as const
    const [first] = (await open.call('facts.record', { incident, facts: [offer] })).records
    const withdrawn = { type: 'handoff.withdrawn', data: { of: first?.id ?? '' } } as const
    await open.call('facts.record', { incident, facts: [withdrawn] })
    const accepted = { type: 'handoff.accepted', data: { of: first?.id ?? '', person: engineerC } } as const
    const reply = await open.client().call('facts.record', { incident, facts: [accepted] })
    expect(reply).toMatchObject({ ok: false, error: { message: 'That hand-over is no longer on offer.' } })
  })

  it('E10 whoever was being called and takes command has answered: nobody rings them again', async () => {
    const { desk: open, incident } = await openDesk()
    open.clock.advance(60 * 60_000)
    const told = (await open.facts(incident)).find(({ type }) => type === 'notification.requested')
    const person = told?.data.person as typeof engineerC
    const offer = { type: 'handoff.offered', data: { to: person } } as const
    const [offered] = (await open.call('facts.record', { incident, facts: [offer] })).records
    const accepted = { type: 'handoff.accepted', data: { of: offered?.id ?? '', person } } as const
    await open.call('facts.record', { incident, facts: [accepted] })
    open.clock.advance(20 * 60_000)
    const types = await open.typesOf(incident)
    expect(types.filter((type) => type === 'notification.requested')).toHaveLength(1)
    expect(types.filter((type) => type === 'notification.acknowledged')).toHaveLength(1)
  })
})

describe('E14 promised updates in the host', () => {
  const promise = (dueAt: string) => ({ type: 'update.promised', data: { dueAt } }) as const

  it('E14 one that passes is missed once, also after a restart of a mitigated incident', async () => {
    const { desk: open, incident } = await openDesk()
    const mitigated = { type: 'incident.mitigated', data: {} } as const
    await open.call('facts.record', { incident, facts: [mitigated, promise('2026-11-23T15:00:00.000Z')] })
    await open.host().close()
    await open.restart()
    open.clock.advance(29 * 60_000)
    expect(await open.typesOf(incident)).not.toContain('update.missed')
    open.clock.advance(2 * 60_000)
    expect((await open.typesOf(incident)).filter((type) => type === 'update.missed')).toHaveLength(1)
  })

  it('E14 none is taken for a time that has passed', async () => {
    const { desk: open, incident } = await openDesk()
    const reply = await open.client().call('facts.record', { incident, facts: [promise(beforeTheHandover)] })
    expect(reply).toMatchObject({ ok: false, error: { code: 'badInput' } })
  })
})
