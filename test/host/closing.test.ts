import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createClosers } from '../../electron/host/closers.ts'
import { createHostNews } from '../../electron/host/host-news.ts'
import type { PersonFact } from '../../shared/contract/person-facts.ts'
import { declareOn, openTestDesk } from '../support/open-host.ts'

const note = (text: string): PersonFact => ({ type: 'note.added', data: { text } })

describe('J9 a host that was closed', () => {
  it('J9 writes nothing any more, whoever asks', async () => {
    const desk = await openTestDesk()
    onTestFinished(() => desk.close())
    const incident = await declareOn(desk)
    const log = join(desk.dataFolder, 'incidents', incident, 'journal.ndjson')
    const before = readFileSync(log)
    await desk.host().close()
    expect(readdirSync(join(desk.dataFolder, 'locks'))).toEqual([])
    const refused = { ok: false, error: { code: 'readOnly' } }
    expect(await desk.client().call('facts.record', { incident, facts: [note('late')] })).toMatchObject(refused)
    await expect(declareOn(desk)).rejects.toThrow('closing')
    expect(readFileSync(log)).toEqual(before)
    expect(readdirSync(join(desk.dataFolder, 'incidents'))).toEqual([incident])
  })

  it('J9 gives the folder back when it could not be opened', async () => {
    const desk = await openTestDesk()
    await desk.host().close()
    const cache = join(desk.dataFolder, 'cache')
    rmSync(cache, { recursive: true })
    writeFileSync(cache, 'no folder')
    await expect(desk.restart()).rejects.toThrow()
    expect(readdirSync(join(desk.dataFolder, 'locks'))).toEqual([])
    rmSync(cache)
    await desk.restart()
    expect((await desk.call('desk.describe', {})).readOnly).toBeNull()
    await desk.close()
  })
})

describe('what is closed', () => {
  it('is closed in the opposite order, the slow last, and one that fails keeps nothing from the others', async () => {
    const [closed, said]: [string[], string[]] = [[], []]
    const closers = createClosers((line) => said.push(line))
    closers.add(() => void closed.push('first'))
    closers.addSlow(async () => void closed.push('slow'))
    closers.add(() => {
      throw new Error('stuck')
    })
    closers.add(async () => void closed.push('last'))
    await closers.close()
    await closers.close()
    expect(closed).toEqual(['last', 'first', 'slow'])
    expect(said).toEqual(['Something was not closed well: stuck'])
  })
})

describe('a window that cannot be told', () => {
  it('keeps nothing from the others, and is logged', () => {
    const said: string[] = []
    const heard = vi.fn()
    const news = createHostNews((line) => said.push(line))
    news.listen(() => {
      throw new Error('window gone')
    })
    news.listen(heard)
    news.publish({ type: 'library' })
    expect(heard).toHaveBeenCalledOnce()
    expect(said).toEqual(['A window was not told (library): window gone'])
  })

  it('turns no fact that is durable into a failure', async () => {
    const desk = await openTestDesk()
    onTestFinished(() => desk.close())
    const incident = await declareOn(desk)
    desk.host().listen(() => {
      throw new Error('window gone')
    })
    await desk.call('facts.record', { incident, facts: [note('typed once')] })
    expect(await desk.typesOf(incident)).toEqual(['incident.declared', 'note.added'])
  })
})
