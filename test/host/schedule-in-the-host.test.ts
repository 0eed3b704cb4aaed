import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CallInput } from '../../shared/contract/contract.ts'
import { whoIsOnCall } from '../../shared/schedule/on-call.ts'
import { openSecondHost, openTestDesk, type TestDesk } from '../support/open-host.ts'

const christmas: CallInput<'schedule.change'>['changes'] = [
  {
    kind: 'stand-in',
    rotationId: 'rotation',
    overrides: [
      {
        from: '2026-12-25',
        to: '2026-12-25',
        person: 'eng-c',
        for: 'eng-d',
        reason: 'O\'Brien said so: "yes"',
        agreed: '2026-11-24',
      },
    ],
    temporary: [],
  },
]
const words = 'Engineer C covers Christmas'
const nightMs = Date.parse('2026-12-25T20:00:00.000Z')

let desk: TestDesk
let file: string
beforeEach(async () => {
  desk = await openTestDesk()
  file = join(desk.workspaceFolder, 'team.yaml')
})
afterEach(() => desk.close())

const text = (): string => readFileSync(file, 'utf8')

async function onCallAt(atMs: number): Promise<string> {
  const { team } = (await desk.call('desk.describe', {})).workspace
  const [rotation] = team.rotations
  const primary = rotation && whoIsOnCall(rotation, team, atMs).primary
  return primary?.kind === 'person' ? primary.person.id : 'nobody'
}

async function write(): Promise<string> {
  const { baseSha256 } = await desk.call('schedule.preview', { changes: christmas })
  return (await desk.call('schedule.change', { changes: christmas, baseSha256, words })).sha256
}

describe('a change to the schedule', () => {
  it('is shown as a diff, and the file stays as it is until it is written', async () => {
    const before = text()
    const { diff } = await desk.call('schedule.preview', { changes: christmas })
    expect(diff.split('\n').filter((line) => /^[+-][^+-]/.test(line))).toEqual([
      expect.stringContaining('reason: "O\'Brien said so: \\"yes\\""'),
    ])
    expect(text()).toBe(before)
  })

  it('is in force as soon as it is written, keeps every other line, and tells the windows', async () => {
    const before = text()
    expect(await onCallAt(nightMs)).toBe('eng-d')
    await write()
    expect(await onCallAt(nightMs)).toBe('eng-c')
    const lines = new Set(text().split('\n'))
    expect(before.split('\n').filter((line) => !lines.has(line))).toEqual([])
    expect(text().split('\n')).toHaveLength(before.split('\n').length + 1)
    expect(desk.events.some(({ type }) => type === 'desk')).toBe(true)
    expect(readdirSync(desk.workspaceFolder).filter((name) => name.includes('new'))).toEqual([])
  })

  it('S6.4 is refused when the file has changed meanwhile, and the other edit stands', async () => {
    const { baseSha256 } = await desk.call('schedule.preview', { changes: christmas })
    writeFileSync(file, `${text()}# somebody else was here\n`)
    const theirs = text()
    const reply = await desk.client().call('schedule.change', { changes: christmas, baseSha256, words })
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'conflict', message: expect.stringContaining('the other edit is kept') },
    })
    expect(text()).toBe(theirs)
    await write()
    expect(text()).toContain('# somebody else was here')
  })

  it('is all or none when one of several cannot be made', async () => {
    const before = text()
    const changes: typeof christmas = [...christmas, { kind: 'set-phone', person: 'eng-z', phone: '+1 555 0199' }]
    for (const name of ['schedule.preview', 'schedule.change'] as const) {
      const input = { changes, baseSha256: (await desk.call('schedule.read', {})).sha256, words }
      expect(await desk.client().call(name, input)).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    }
    expect(text()).toBe(before)
  })

  it('keeps the permissions of the file, and a link to it stays a link', async () => {
    const elsewhere = join(desk.dataFolder, 'shared-team.yaml')
    renameSync(file, elsewhere)
    chmodSync(elsewhere, 0o640)
    symlinkSync(elsewhere, file)
    await write()
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(statSync(elsewhere).mode & 0o777).toBe(0o640)
    expect(readFileSync(elsewhere, 'utf8')).toContain("O'Brien")
  })

  it('is refused in words when there is no file, or one that is no text or no YAML', async () => {
    writeFileSync(file, 'people: [\n')
    expect(await desk.client().call('schedule.preview', { changes: christmas })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('Mend it first') },
    })
    writeFileSync(file, Buffer.from([0x70, 0xff, 0xfe]))
    expect(await desk.client().call('schedule.read', {})).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    renameSync(file, `${file}.away`)
    expect(await desk.client().call('schedule.preview', { changes: christmas })).toMatchObject({
      ok: false,
      error: { code: 'notFound', hint: expect.stringContaining('Settings') },
    })
  })

  it('S6.4 is refused while an error elsewhere keeps an earlier team in force, and made by the edit that mends it', async () => {
    const { baseSha256 } = await desk.call('schedule.preview', { changes: christmas })
    const good = text()
    const line = good.split('\n').length
    writeFileSync(file, `${good}majorHolidays: [[]]\n`)
    const broken = text()
    const refused = {
      ok: false,
      error: { code: 'notAllowed', message: expect.stringContaining(`error in line ${line}`) },
    }
    expect(await desk.client().call('schedule.preview', { changes: christmas })).toMatchObject(refused)
    const { sha256 } = await desk.call('schedule.read', {})
    const input = { changes: christmas, baseSha256: sha256, words }
    expect(await desk.client().call('schedule.change', input)).toMatchObject(refused)
    expect([text(), sha256 === baseSha256]).toEqual([broken, false])

    const wrong = { from: '2026-12-01', to: '2026-12-02', person: 'eng-z', for: 'eng-a' }
    writeFileSync(file, good.replace('  overrides:\n', `  overrides:\n    - ${JSON.stringify(wrong)}\n`))
    const mend = [{ kind: 'remove-override', rotationId: 'rotation', override: wrong }] as const
    const preview = await desk.call('schedule.preview', { changes: [...mend] })
    await desk.call('schedule.change', { changes: [...mend], baseSha256: preview.baseSha256, words })
    expect(text()).toBe(good)
  })

  it('is refused at the door when it is none', async () => {
    const call = desk.client().call as (name: string, input: unknown) => Promise<unknown>
    for (const changes of [
      [],
      [{ kind: 'burn-it-down' }],
      [{ kind: 'work-holiday', person: 'eng-a', date: '2026-02-30' }],
      [{ kind: 'stand-in', rotationId: 'rotation', overrides: [{ from: 'tomorrow', to: 'never' }], temporary: [] }],
    ]) {
      expect(await call('schedule.preview', { changes })).toMatchObject({ ok: false, error: { code: 'badInput' } })
    }
  })
})

describe('undo', () => {
  it('puts the file back byte for byte, also after a restart', async () => {
    const before = text()
    const sha256 = await write()
    expect((await desk.call('schedule.read', {})).lastChange).toMatchObject({
      words,
      changedAt: '2026-11-24T14:00:00.000Z',
    })
    expect(statSync(join(desk.dataFolder, 'last-schedule-change.json')).mode & 0o777).toBe(0o600)
    await desk.host().close()
    await desk.restart()
    expect((await desk.call('schedule.undo', { baseSha256: sha256 })).lastChange).toBeNull()
    expect(text()).toBe(before)
    expect(await onCallAt(nightMs)).toBe('eng-d')
    expect(await desk.client().call('schedule.undo', { baseSha256: sha256 })).toMatchObject({ ok: false })
  })

  it('shows what it takes back, whose change that was and when, and writes nothing', async () => {
    const before = text()
    await desk.call('preferences.change', { me: 'eng-c' })
    await write()
    const after = text()
    const preview = await desk.call('schedule.previewUndo', {})
    expect(preview.lastChange).toEqual({ words, changedAt: '2026-11-24T14:00:00.000Z', by: 'Engineer C' })
    expect(preview.diff.split('\n').filter((line) => /^[+-][^+-]/.test(line))).toEqual([
      expect.stringMatching(/^-.*person: eng-c/),
    ])
    const [rotation] = preview.team.rotations
    const primary = rotation && whoIsOnCall(rotation, preview.team, nightMs).primary
    expect(primary?.kind === 'person' ? primary.person.id : 'nobody').toBe('eng-d')
    expect(text()).toBe(after)
    await desk.call('schedule.undo', { baseSha256: preview.baseSha256 })
    expect(text()).toBe(before)
    expect(await desk.client().call('schedule.previewUndo', {})).toMatchObject({
      ok: false,
      error: { code: 'notAllowed', message: expect.stringContaining('nothing to take back') },
    })
  })

  it('of a change from before names were kept does not say whose it was', async () => {
    await write()
    const kept = join(desk.dataFolder, 'last-schedule-change.json')
    const { by: _by, ...old } = JSON.parse(readFileSync(kept, 'utf8'))
    writeFileSync(kept, JSON.stringify(old))
    expect((await desk.call('schedule.previewUndo', {})).lastChange).toMatchObject({ words, by: null })
  })

  it('is gone once somebody else has edited the file', async () => {
    const sha256 = await write()
    writeFileSync(file, `${text()}# and a comment\n`)
    const theirs = text()
    expect((await desk.call('schedule.read', {})).lastChange).toBeNull()
    expect(await desk.client().call('schedule.undo', { baseSha256: sha256 })).toMatchObject({
      ok: false,
      error: { code: 'notAllowed', message: expect.stringContaining('edited since') },
    })
    expect(text()).toBe(theirs)
  })
})

describe('a second host', () => {
  it('J9 shows what a change would do and writes nothing', async () => {
    const before = text()
    const second = await openSecondHost(desk)
    const preview = await second.client.call('schedule.preview', { changes: christmas })
    const baseSha256 = preview.ok ? preview.value.baseSha256 : ''
    for (const reply of [
      await second.client.call('schedule.change', { changes: christmas, baseSha256, words }),
      await second.client.call('schedule.undo', { baseSha256 }),
    ]) {
      expect(reply).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    }
    await second.close()
    expect(text()).toBe(before)
  })
})

describe('a calendar', () => {
  it('S5 is written under the data folder, of a person, a rotation or everything', async () => {
    await write()
    for (const scope of [
      { kind: 'person', personId: 'eng-c' },
      { kind: 'rotation', rotationId: 'rotation' },
      { kind: 'everything' },
    ] as const) {
      const { file: saved, name, text: given } = await desk.call('calendar.export', { scope })
      expect(readFileSync(saved, 'utf8')).toBe(given)
      expect(saved).toBe(join(desk.dataFolder, 'exports', 'calendar', name))
      expect(given).toContain("O'Brien said so")
    }
  })

  it('is refused for nobody, and an id never leads out of the folder', async () => {
    for (const personId of ['eng-z', '../../../etc/passwd']) {
      expect(await desk.client().call('calendar.export', { scope: { kind: 'person', personId } })).toMatchObject({
        ok: false,
        error: { code: 'notFound' },
      })
    }
  })
})
