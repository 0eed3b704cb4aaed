import { afterEach, expect, it } from 'vitest'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let desk: TestDesk | null = null

afterEach(async () => {
  await desk?.close()
  desk = null
})

const incidentsOf = async (open: TestDesk): Promise<number> => (await open.call('incidents.list', {})).length

it('J4.7 what is declared again because its answer was lost is the same incident, also after the console was killed', async () => {
  desk = await openTestDesk({})
  const first = await declareOn(desk, { key: 'a' })
  desk.clock.advance(20_000)
  expect(await declareOn(desk, { key: 'a' })).toBe(first)
  desk.crash()
  await desk.restart()
  expect(await declareOn(desk, { key: 'a' })).toBe(first)
  expect(await incidentsOf(desk)).toBe(1)
  expect((await desk.typesOf(first)).filter((type) => type === 'incident.declared')).toHaveLength(1)
})

it('J4.7 of two that are declared at once under one key there is one', async () => {
  desk = await openTestDesk({})
  const [one, other] = await Promise.all([declareOn(desk, { key: 'a' }), declareOn(desk, { key: 'a' })])
  expect(one).toBe(other)
  expect(await incidentsOf(desk)).toBe(1)
})

it('J4.7 another key is another incident, and so is the same one once its incident is resolved', async () => {
  desk = await openTestDesk({})
  const first = await declareOn(desk, { key: 'a' })
  expect(await declareOn(desk, { key: 'b' })).not.toBe(first)
  expect(await declareOn(desk)).not.toBe(first)
  const over = ['incident.mitigated', 'incident.resolved'] as const
  for (const type of over) await desk.call('facts.record', { incident: first, facts: [{ type, data: {} }] })
  expect(await declareOn(desk, { key: 'a' })).not.toBe(first)
  expect(await incidentsOf(desk)).toBe(4)
})

it('J4.7 a key that is given up tells what was declared under it, and declares nothing from then on', async () => {
  desk = await openTestDesk({})
  const first = await declareOn(desk, { key: 'a', title: 'Kafka lags' })
  expect(await desk.call('incidents.withdraw', { key: 'a' })).toEqual({
    declared: { incident: first, title: 'Kafka lags' },
  })
  expect(await declareOn(desk, { key: 'a' })).toBe(first)
  expect(await desk.call('incidents.withdraw', { key: 'late' })).toEqual({ declared: null })
  await expect(declareOn(desk, { key: 'late' })).rejects.toThrow('thrown away')
  expect(await incidentsOf(desk)).toBe(1)
})
