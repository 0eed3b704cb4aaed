import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { integrityReport } from '../../../../renderer/features/settings/integrity-report.ts'
import { licences } from '../../../../renderer/features/settings/licences.ts'
import { type Verified, verdictOf, verifyAll } from '../../../../renderer/features/settings/verify-run.ts'
import { readFolder } from '../../../../renderer/features/settings/workspace-choice.ts'
import { zoneChoices } from '../../../../renderer/features/settings/zone-choices.ts'
import { declareOn, openTestDesk } from '../../../support/open-host.ts'

const root = join(import.meta.dirname, '../../../..')
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'))

describe('time zones', () => {
  const nowMs = Date.parse('2026-12-24T13:41:00.000Z')
  const choices = zoneChoices(nowMs, 'Europe/Berlin')

  it('name the place, the time there and the offset, also where a browser knows only the old name', () => {
    const words = choices.map((choice) => choice.words)
    expect(words).toContain('America/New York, 08:41 there, UTC-05:00')
    expect(words).toContain('Asia/Kolkata, 19:11 there, UTC+05:30')
    expect(words).toContain('UTC, 13:41 there, UTC')
  })

  it('hold each zone once, the one in force among them', () => {
    const zones = choices.map(({ zone }) => zone)
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones).toContain('Europe/Berlin')
    expect(zoneChoices(nowMs, 'Etc/GMT+3').map(({ zone }) => zone)).toContain('Etc/GMT+3')
  })
})

describe('the folder for the next start', () => {
  it.each([
    ['/srv/oncall', '/srv/oncall'],
    ['  /srv/oncall/ ', '/srv/oncall'],
    ['/', '/'],
    ['C:\\oncall\\', 'C:\\oncall'],
    ['\\\\server\\share', '\\\\server\\share'],
    ['', null],
    ['   ', null],
  ])('%j is kept as %j', (typed, folder) => {
    expect(readFolder(typed)).toEqual({ ok: true, folder })
  })

  it.each(['runbooks', './runbooks', '~/oncall', 'C:oncall'])('%j is refused in words', (typed) => {
    expect(readFolder(typed)).toMatchObject({ ok: false })
  })
})

describe('what verifying says', () => {
  it.each([
    [{ kind: 'intact', anchoredSeq: 7 } as const, true, /^7 records.*anchored to seq 7/],
    [
      { kind: 'tornTailMovedAside', bytes: 12, movedTo: 'journal.torn', anchoredSeq: 7 } as const,
      true,
      /12 bytes.*journal\.torn/,
    ],
    [{ kind: 'damaged', line: 3, rule: 'J3/hash', message: 'The hash does not match.' } as const, false, /J3\/hash/],
    [{ kind: 'tailMissing', lastSeq: 5, anchoredSeq: 7, message: 'Records are gone.' } as const, false, /seq 5.*seq 7/],
    [{ kind: 'unchecked' } as const, false, /Verify it again/],
  ])('of $kind', (integrity, isSound, detail) => {
    const report = integrityReport(integrity, 7)
    expect(report.isSound).toBe(isSound)
    expect(report.detail).toMatch(detail)
  })

  it('about all of them, in one sentence', () => {
    const result = (isSound: boolean): Verified => ({ isSound, title: '', detail: '', incident: '', incidentTitle: '' })
    expect(verdictOf([result(true)])).toBe('The one journal is intact.')
    expect(verdictOf([result(true), result(true)])).toBe('All 2 journals are intact.')
    expect(verdictOf([result(true), result(false)])).toBe('1 of 2 journals need a look.')
  })

  it('comes from the real host, one journal after the other, and ends when it is no longer wanted', async () => {
    const desk = await openTestDesk()
    await declareOn(desk)
    await declareOn(desk, { title: 'Another' })
    const summaries = await desk.call('incidents.list', {})
    const told: Verified[] = []
    await verifyAll(
      desk.client(),
      summaries,
      (verified) => told.push(verified),
      () => true,
    )
    expect(told.map(({ incident }) => incident)).toEqual(summaries.map(({ incident }) => incident))
    expect(told.every(({ isSound, title }) => isSound && title === 'Intact')).toBe(true)

    const few: Verified[] = []
    await verifyAll(
      desk.client(),
      summaries,
      (verified) => few.push(verified),
      () => few.length < 1,
    )
    expect(few).toHaveLength(1)
    const gone = { ...summaries[0], incident: '20200101-aaaa' } as (typeof summaries)[number]
    await verifyAll(
      desk.client(),
      [gone],
      (verified) => few.push(verified),
      () => true,
    )
    expect(few.at(-1)).toMatchObject({ isSound: false, title: 'Not checked' })
    await desk.close()
  })
})

it('the licences are those of everything that ships', () => {
  const { dependencies } = readJson('package.json')
  const installed = Object.keys(dependencies)
    .toSorted()
    .map((name) => ({ name, terms: readJson(`node_modules/${name}/package.json`).license }))
  expect(licences).toEqual(installed)
})
