import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

let desk: TestDesk
afterEach(() => desk.close())

const path = 'runbooks/secret.md'
const value = ['hunter2', 'Secret', 'Value'].join('')

const runbook = `# Secret

## Debugging steps

- [ ] Look at the database
  \`\`\`sh
  printf 'pw=[%s] for <table>\\n' '<password>' | tee seen
  \`\`\`
`

async function open() {
  desk = await openTestDesk({ runCommands: true })
  writeFileSync(join(desk.workspaceFolder, path), runbook)
  await vi.waitFor(async () => await desk.call('library.read', { path }), 10_000)
  const incident = await declareOn(desk, { runbook: path })
  await trustRunbook(desk.client(), incident)
  const step = parseRunbook({ path, text: runbook }).steps[0]
  if (step === undefined) throw new Error('no step')
  await desk.call('facts.record', {
    incident,
    facts: [{ type: 'value.given', data: { name: 'table', value: 'mart.x' } }],
  })
  return { incident, named: { incident, step: step.id, index: 0 } }
}

const give = (incident: string, given = value) => desk.call('secret.give', { incident, name: 'password', value: given })

const run = async (named: { incident: string; step: string; index: number }) => {
  const { text } = await desk.call('command.prepare', named)
  return desk.client().call('command.run', { ...named, confirmed: text })
}

const ran = (incident: string) =>
  vi.waitFor(async () => {
    const fact = (await desk.facts(incident)).findLast(({ type }) => type === 'command.ran')
    if (fact === undefined) throw new Error('still running')
    return fact.data
  }, 20_000)

/** Every file below a folder in which a text stands. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))
}

describe('R7 the value of a secret', () => {
  it('runs for real and stands in nothing that is kept, shown or exported', async () => {
    const { incident, named } = await open()
    await give(incident)
    const prepared = await desk.call('command.prepare', named)
    expect(prepared.openNames).toEqual([])
    expect(prepared.text).toBe("printf 'pw=[%s] for mart.x\\n' '••••••' | tee seen")
    expect(await run(named)).toMatchObject({ ok: true })
    const { command, output } = await ran(incident)
    expect(readFileSync(join(desk.workspaceFolder, 'seen'), 'utf8')).toBe(`pw=[${value}] for mart.x\n`)
    expect(output).toContain('pw=[••••••] for mart.x\n')
    expect(command).toContain("'••••••'")
    await desk.call('facts.record', { incident, facts: [{ type: 'incident.resolved', data: {} }] })
    const { text } = await desk.call('postmortem.export', { incident, format: 'md' })
    expect(text).not.toContain(value)
    expect(filesWith(desk.dataFolder, value)).toEqual([])
    expect(JSON.stringify(desk.events)).not.toContain(value)
    expect((await desk.facts(incident)).filter(({ type }) => type === 'secret.given')).toMatchObject([
      { data: { name: 'password' } },
    ])
  })

  it('is given back to be copied, is gone after a restart, and is then asked for in words that say why', async () => {
    const { incident, named } = await open()
    await give(incident)
    expect(await desk.call('secret.read', { incident })).toEqual({ password: value })
    expect(desk.events.filter(({ type }) => type === 'secrets')).toEqual([{ type: 'secrets', incident }])
    await desk.host().close()
    await desk.restart()
    expect(await desk.call('secret.read', { incident })).toEqual({})
    expect(await desk.call('command.prepare', named)).toMatchObject({ openNames: ['<password>'] })
    expect(await run(named)).toMatchObject({
      ok: false,
      error: { message: '<password> has no value any more.', hint: expect.stringContaining('Type it again') },
    })
    const { state } = await desk.call('incidents.open', { incident, tail: 1 })
    expect(state).toMatchObject({ secretsGiven: ['password'], values: { table: 'mart.x' } })
  })

  it('is forgotten when it is emptied and when the incident is closed, and a closed one takes none', async () => {
    const { incident } = await open()
    await give(incident)
    await give(incident, '  ')
    expect(await desk.call('secret.read', { incident })).toEqual({})
    await give(incident)
    const ends = ['incident.resolved', 'incident.reviewed', 'incident.closed'] as const
    await desk.call('facts.record', { incident, facts: ends.map((type) => ({ type, data: {} })) })
    expect(await desk.call('secret.read', { incident })).toEqual({})
    expect(await desk.client().call('secret.give', { incident, name: 'password', value })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('closed') },
    })
  })

  it('is refused as a plain value, whoever sends it, and nothing of the same write is kept', async () => {
    const { incident } = await open()
    const before = await desk.typesOf(incident)
    const reply = await desk.client().call('facts.record', {
      incident,
      facts: [
        { type: 'note.added', data: { text: 'beside it' } },
        { type: 'value.given', data: { name: 'DB_PASSWORD', value } },
      ],
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(JSON.stringify(reply)).not.toContain(value)
    expect(await desk.typesOf(incident)).toEqual(before)
  })

  it('stays out of the words about a command that no shell can take', async () => {
    const { incident, named } = await open()
    await desk.call('secret.give', { incident, name: 'password', value: `${value}\u0000x` })
    await run(named)
    const { output } = await ran(incident)
    expect(output).toContain('null bytes')
    expect(filesWith(desk.dataFolder, value)).toEqual([])
  })
})

describe('P5 a secret that was given before a restart', () => {
  const restarted = async () => {
    const { incident } = await open()
    await give(incident)
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `it is ${value}` } }] })
    const base64 = Buffer.from(`in ${value}`).toString('base64')
    await desk.call('evidence.attach', { incident, name: 'a.txt', mediaType: 'text/plain', base64 })
    await desk.host().close()
    desk.clock.advance(60_000)
    await desk.restart()
    return incident
  }
  const exportOf = async (incident: string) => {
    const made = await desk.call('postmortem.export', { incident, format: 'md' })
    return { ...made, holdsIt: filesWith(made.folder, value).length }
  }

  it('is named before an export and in it: which, since when, and what that means', async () => {
    const incident = await restarted()
    const since = new Date(desk.clock.nowMs()).toISOString()
    const unknown = { since, secrets: [{ name: 'password', times: 1, known: 0 }] }
    expect(await desk.call('secret.unknown', { incident })).toMatchObject(unknown)
    const made = await exportOf(incident)
    expect(made).toMatchObject({ unknown, holdsIt: 2 })
    expect(made.text).toContain('Not hidden, because its value was not known when this was made: password.')
    expect(readFileSync(join(made.folder, 'evidence', incident, 'not-hidden.txt'), 'utf8')).toContain('password')
  })

  it('is hidden once it is given again, in memory alone, also of an incident that is closed', async () => {
    const incident = await restarted()
    const ends = ['incident.resolved', 'incident.reviewed', 'incident.closed'] as const
    await desk.call('facts.record', { incident, facts: ends.map((type) => ({ type, data: {} })) })
    const before = await desk.typesOf(incident)
    expect((await desk.call('secret.hide', { incident, name: 'password', value })).secrets).toEqual([])
    const made = await exportOf(incident)
    expect(made).toMatchObject({ unknown: { secrets: [] }, holdsIt: 0 })
    expect(made.text).not.toContain('Not hidden')
    expect(await desk.typesOf(incident)).toEqual(before)
    expect(await desk.call('secret.read', { incident })).toEqual({})
  })

  it('stays named when it is told wrong, until it is told right', async () => {
    const incident = await restarted()
    const wrong = await desk.call('secret.hide', { incident, name: 'password', value: 'a wrong one' })
    expect(wrong).toMatchObject({ places: 0, secrets: [{ name: 'password', known: 0, nowhere: 1 }], hidden: [] })
    const made = await exportOf(incident)
    expect(made).toMatchObject({ unknown: { secrets: [{ nowhere: 1 }] }, holdsIt: 2 })
    const words = 'A value was told for password, but it stands nowhere in this incident'
    expect(made.text).toContain(words)
    expect(made.text).not.toContain('Not hidden')
    const beside = readFileSync(join(made.folder, 'evidence', incident, 'not-hidden.txt'), 'utf8')
    expect(beside).toMatch(/^A value was told for these secrets, but it stands nowhere[\s\S]*\n\npassword\n$/)
    const json = JSON.parse((await desk.call('postmortem.export', { incident, format: 'json' })).text)
    expect(json).toMatchObject({ notHidden: ['password'], toldNowhere: ['password'] })
    const right = await desk.call('secret.hide', { incident, name: 'password', value })
    expect(right).toMatchObject({ places: 2, secrets: [], hidden: [{ name: 'password', places: 2 }] })
    await desk.call('postmortem.export', { incident, format: 'json' })
    expect(await exportOf(incident)).toMatchObject({ unknown: { secrets: [] }, holdsIt: 0 })
  })

  it('stays named when it is told wrong in its last letter alone, which base64 may leave to the next group', async () => {
    const incident = await restarted()
    const header = `Authorization: Basic ${Buffer.from(`app:${value}`).toString('base64')}`
    const lines =
      Buffer.from(`password: ${value}\n`.repeat(3))
        .toString('base64')
        .match(/.{1,19}/g) ?? []
    for (const text of [header, lines.join('\n')]) {
      await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text } }] })
      const base64 = Buffer.from(text).toString('base64')
      await desk.call('evidence.attach', { incident, name: 'b.txt', mediaType: 'text/plain', base64 })
    }
    const tell = (told: string) => desk.call('secret.hide', { incident, name: 'password', value: told })
    const [last = ''] = value.slice(-1)
    const next = String.fromCharCode(last.charCodeAt(0) ^ 1)
    expect(await tell(value.slice(0, -1) + next)).toMatchObject({ places: 0, secrets: [{ known: 0, nowhere: 1 }] })
    expect((await exportOf(incident)).text).toContain('A value was told for password, but it stands nowhere')
    expect((await tell(value)).secrets).toEqual([])
  })

  it('is found in base64 that is broken over lines, also with something before each', async () => {
    const other = ['another', 'Value'].join('-')
    const lines =
      Buffer.from(`the password is ${other}\n`)
        .toString('base64')
        .match(/.{1,19}/g) ?? []
    const incident = await restarted()
    for (const before of ['', '  > ', 'pod/loader | ']) {
      const base64 = Buffer.from(lines.map((line) => `${before}${line}\n`).join('')).toString('base64')
      await desk.call('evidence.attach', { incident, name: 'b.txt', mediaType: 'text/plain', base64 })
    }
    expect(await desk.call('secret.hide', { incident, name: 'password', value: other })).toMatchObject({ places: 3 })
  })

  it('is found where evidence alone repeats it, also in much of it', async () => {
    const incident = await restarted()
    const other = ['another', 'Value'].join('-')
    const large = Buffer.from(`${'INFO all is well\n'.repeat(40_000)}in ${other}\n`).toString('base64')
    await desk.call('evidence.attach', { incident, name: 'large.log', mediaType: 'text/plain', base64: large })
    expect(await desk.call('secret.hide', { incident, name: 'password', value: other })).toMatchObject({ places: 1 })
  })

  it('is not found in a mask, in its own name or in the text of a runbook', async () => {
    const incident = await restarted()
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: 'it said ••••••' } }] })
    for (const told of ['••••••', 'password', 'Look at the database'])
      expect(await desk.call('secret.hide', { incident, name: 'password', value: told })).toMatchObject({ places: 0 })
  })

  it('can be taken back, as when another word was told that stands in many places', async () => {
    const incident = await restarted()
    const told = { incident, name: 'password', value: 'it is' }
    expect(await desk.call('secret.hide', told)).toMatchObject({ secrets: [], hidden: [{ places: 1 }] })
    expect((await exportOf(incident)).text).not.toContain('it is')
    const taken = await desk.call('secret.hide', { ...told, value: '' })
    expect(taken).toMatchObject({ secrets: [{ known: 0, nowhere: 0 }], hidden: [] })
    expect((await exportOf(incident)).text).toContain('it is')
  })

  it('does not count for a second one, as when it is told in the wrong field, until it is taken back for the first', async () => {
    const { incident } = await open()
    await give(incident)
    const token = { incident, name: 'API_TOKEN', written: '$API_TOKEN' }
    await desk.call('secret.give', { ...token, value: 'tok-4711' })
    await desk.call('facts.record', { incident, facts: [{ type: 'note.added', data: { text: `it is ${value}` } }] })
    await desk.host().close()
    await desk.restart()
    const hide = (name: string, told = value) => desk.call('secret.hide', { incident, name, value: told })
    expect(await hide('API_TOKEN')).toMatchObject({ sameAs: null, secrets: [{ name: 'password' }] })
    expect(await hide('password')).toMatchObject({
      sameAs: '$API_TOKEN',
      secrets: [{ name: 'password', known: 0, nowhere: 0 }],
      hidden: [{ name: 'API_TOKEN' }],
    })
    expect(await hide('API_TOKEN', '')).toMatchObject({
      secrets: [{ name: 'API_TOKEN' }],
      hidden: [{ name: 'password' }],
    })
  })

  it('is known again when it is given for a command, and one that was given twice says so', async () => {
    const incident = await restarted()
    await give(incident)
    expect((await desk.call('secret.unknown', { incident })).secrets).toEqual([])
    await desk.host().close()
    await desk.restart()
    await give(incident)
    expect((await desk.call('secret.unknown', { incident })).secrets).toMatchObject([{ times: 2, known: 1 }])
  })
})
