import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { MOST_OUTPUT_CHARACTERS } from '../../electron/host/command-output.ts'
import { createMaskStream } from '../../electron/host/mask-stream.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

let desk: TestDesk
afterEach(() => desk.close())

const path = 'runbooks/commands.md'
const secret = ['ghp', '_a8F3kQ9zR1tV7wX2yB4nM6cD5eH0jK8LpQ3s'].join('')

const runbook = `# Commands

## Debugging steps

- [ ] Look at the table
  \`\`\`sh
  printf 'table=%s\\n' '<table>' && pwd
  \`\`\`
- [ ] Print what must not be shown
  \`\`\`sh
  echo token ${secret}; echo plain >&2; exit 3
  \`\`\`
- [ ] Wait for a long time
  \`\`\`sh
  echo started; sleep 600
  \`\`\`
- [ ] Count what has begun
  \`\`\`sh
  grep -c '"type":"command.started"' <journal>
  \`\`\`
- [ ] Leave a mark
  \`\`\`sh
  touch it-ran
  \`\`\`
- [ ] Print too much
  \`\`\`sh
  i=0; while [ $i -lt 3000 ]; do echo "line $i of a very long answer that nobody reads"; i=$((i+1)); done
  \`\`\`
`

/** A desk whose incident follows the runbook above; gives the id of the step whose text begins so. */
async function open(runCommands = true) {
  desk = await openTestDesk({ runCommands })
  writeFileSync(join(desk.workspaceFolder, path), runbook)
  await vi.waitFor(async () => await desk.call('library.read', { path }), 10_000)
  const incident = await declareOn(desk, { runbook: path })
  const steps = parseRunbook({ path, text: runbook }).steps
  const named = (begins: string) => {
    const step = steps.find(({ text }) => text.startsWith(begins))
    if (step === undefined) throw new Error(`no step "${begins}"`)
    return { incident, step: step.id, index: 0 }
  }
  return { incident, named }
}

const ran = async (incident: string) =>
  vi.waitFor(
    async () => {
      const fact = (await desk.facts(incident)).findLast(({ type }) => type === 'command.ran')
      if (fact === undefined) throw new Error('still running')
      return fact.data
    },
    { timeout: 20_000, interval: 50 },
  )

const run = async (named: { incident: string; step: string; index: number }) => {
  const { text } = await desk.call('command.prepare', named)
  return desk.client().call('command.run', { ...named, confirmed: text })
}

describe('R7 commands', () => {
  it('are off by default, and run nothing before they are switched on and the text is trusted', async () => {
    const { incident, named } = await open(false)
    expect(await desk.call('command.prepare', named('Wait'))).toMatchObject({ isEnabled: false, isTrusted: false })
    expect(await run(named('Wait'))).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    await trustRunbook(desk.client(), incident)
    expect(await run(named('Wait'))).toMatchObject({
      ok: false,
      error: { message: 'Running commands is switched off.' },
    })
    expect(await desk.typesOf(incident)).not.toContain('command.ran')
  })

  it('trust holds for one folder and one text: a changed runbook asks again', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    expect(await desk.call('command.prepare', named('Wait'))).toMatchObject({ isTrusted: true })
    const before = await desk.call('library.read', { path })
    appendFileSync(join(desk.workspaceFolder, path), '\nOne more line.\n')
    await vi.waitFor(async () => {
      expect((await desk.call('library.read', { path })).sha256).not.toBe(before.sha256)
    }, 10_000)
    await desk.call('runbook.open', { incident, path, reason: 'opened again' })
    expect(await desk.call('command.prepare', named('Wait'))).toMatchObject({ isTrusted: false })
  })

  it('trust is given to the text that was shown, not to the one that another window follows meanwhile', async () => {
    const { incident, named } = await open()
    const shown = await desk.call('command.prepare', named('Wait'))
    const harmful = runbook.replace('echo started', 'echo harmful')
    writeFileSync(join(desk.workspaceFolder, path), harmful)
    await vi.waitFor(async () => expect((await desk.call('library.read', { path })).text).toBe(harmful), 10_000)
    await desk.call('runbook.open', { incident, path, reason: 'opened again' })
    const trusted = await desk.client().call('runbook.trust', { incident, sha256: shown.runbook })
    expect(trusted).toMatchObject({ ok: false, error: { code: 'conflict' } })
    const now = await desk.call('command.prepare', named('Wait'))
    expect(now).toMatchObject({ isTrusted: false })
    await desk.call('runbook.trust', { incident, sha256: now.runbook })
    expect(await desk.call('command.prepare', named('Wait'))).toMatchObject({ isTrusted: true })
  })

  it('run exactly what was confirmed, with values filled in, in the workspace folder', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    const look = named('Look')
    expect((await desk.call('command.prepare', look)).openNames).toEqual(['<table>'])
    expect(await run(look)).toMatchObject({ ok: false, error: { message: '<table> has no value yet.' } })
    await desk.call('facts.record', {
      incident,
      facts: [{ type: 'value.given', data: { name: 'table', value: 'mart.x' } }],
    })
    const other = await desk.client().call('command.run', { ...look, confirmed: 'rm -rf /' })
    expect(other).toMatchObject({ ok: false, error: { code: 'notAllowed' } })
    expect(await run(look)).toMatchObject({ ok: true })
    const data = await ran(incident)
    expect(data).toMatchObject({ exitCode: 0, endedBy: 'exit', isCapped: false })
    expect(data.output).toContain('table=mart.x\n')
    expect(data.output).toContain(desk.workspaceFolder.split('/').at(-2))
  })

  it('mask secrets in the stream, in the fact and in the evidence, and keep the exit code', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    await run(named('Print what'))
    const data = await ran(incident)
    expect(data.exitCode).toBe(3)
    expect(data.output).toContain('plain')
    const evidence = await desk.call('evidence.read', { incident, sha256: String(data.evidence) })
    const { text: streamed } = await desk.call('command.read', { run: String(data.run) })
    expect(streamed).toContain('plain')
    for (const text of [data.output, streamed, Buffer.from(evidence.base64, 'base64').toString()]) {
      expect(text).not.toContain(secret.slice(5))
    }
  })

  it('can be stopped, with everything they started', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    const started = await run(named('Wait'))
    if (!started.ok) throw new Error(started.error.message)
    await vi.waitFor(() => expect(desk.events.some((event) => event.type === 'command')).toBe(true), 10_000)
    expect(await desk.call('command.stop', { run: started.value.run })).toEqual({ stopped: true })
    expect(await ran(incident)).toMatchObject({ endedBy: 'stopped', output: 'started\n' })
  })

  it('end with the host that ran them, and the log says how far they came', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    await run(named('Wait'))
    await vi.waitFor(() => expect(desk.events.some((event) => event.type === 'command')).toBe(true), 10_000)
    await desk.host().close()
    await desk.restart()
    expect(await ran(incident)).toMatchObject({ endedBy: 'stopped', exitCode: null, output: 'started\n' })
    expect(await desk.call('command.prepare', named('Wait'))).toMatchObject({ isTrusted: true })
    expect((await desk.typesOf(incident)).filter((type) => type === 'command.ran')).toHaveLength(1)
  })

  it('keep at most so much of what they print, and say that it was cut', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    await run(named('Print too much'))
    const data = await ran(incident)
    expect(data.isCapped).toBe(true)
    const evidence = await desk.call('evidence.read', { incident, sha256: String(data.evidence) })
    expect(Buffer.from(evidence.base64, 'base64').length).toBeLessThanOrEqual(MOST_OUTPUT_CHARACTERS)
  })

  it('come from the pinned text alone: no step and no place but those that it has', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    for (const wrong of [
      { ...named('Wait'), step: 'made-up' },
      { ...named('Wait'), index: 7 },
    ]) {
      expect(await desk.client().call('command.prepare', wrong)).toMatchObject({
        ok: false,
        error: { code: 'notFound' },
      })
    }
    expect(readFileSync(join(desk.workspaceFolder, path), 'utf8')).toBe(runbook)
  })
})

describe('R7 a command that is about to run', () => {
  const writing = (name: string) => ({ type: 'value.given', data: { name: 'table', value: name } }) as const

  it('stands in the log before its process is there, with its secrets masked', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    const value = join(desk.dataFolder, 'incidents', incident, 'journal.ndjson')
    await desk.call('facts.record', { incident, facts: [{ type: 'value.given', data: { name: 'journal', value } }] })
    await run(named('Count'))
    expect(await ran(incident)).toMatchObject({ exitCode: 0, output: '1\n' })
    await run(named('Print what'))
    await vi.waitFor(async () => {
      expect((await desk.typesOf(incident)).filter((type) => type === 'command.ran')).toHaveLength(2)
    }, 10_000)
    const facts = (await desk.facts(incident)).filter(({ type }) => type.startsWith('command.'))
    expect(facts.map(({ type }) => type)).toEqual(['command.started', 'command.ran', 'command.started', 'command.ran'])
    expect(facts[3]?.data.run).toBe(facts[2]?.data.run)
    expect(String(facts[2]?.data.command)).toMatch(/^echo token/)
    expect(JSON.stringify(facts)).not.toContain(secret.slice(5))
  })

  it('is not run when the log cannot take it', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    const mark = join(desk.workspaceFolder, 'it-ran')
    await desk.host().close()
    await desk.restart()
    const { text } = await desk.call('command.prepare', named('Leave'))
    const folder = join(desk.dataFolder, 'incidents', incident)
    renameSync(folder, `${folder}.away`)
    const reply = await desk.client().call('command.run', { ...named('Leave'), confirmed: text })
    renameSync(`${folder}.away`, folder)
    expect(reply).toMatchObject({ ok: false, error: { code: 'notSaved' } })
    expect(existsSync(mark)).toBe(false)
    expect(desk.events.some((event) => event.type === 'command')).toBe(false)
  })

  it('that no shell can take ends at once, in words', async () => {
    const { incident, named } = await open()
    await trustRunbook(desk.client(), incident)
    await desk.call('facts.record', { incident, facts: [writing('a\u0000b')] })
    expect(await run(named('Look'))).toMatchObject({ ok: true })
    expect(await ran(incident)).toMatchObject({ endedBy: 'error', output: expect.stringContaining('null bytes') })
  })
})

describe('R7 a masked stream', () => {
  it('sees a secret that colours stand in, and one whose line another stream breaks into', () => {
    const [out, error] = [createMaskStream(), createMaskStream()]
    const middle = secret.length / 2
    const said = [
      ...out.push(`key ${secret.slice(0, middle)}`),
      ...error.push('a warning\n'),
      ...out.push(`${secret.slice(middle)}\n`),
      ...error.push(`\u001B[31m${secret.slice(0, 6)}\u001B[0m${secret.slice(6)}\n`),
    ].join('\n')
    expect(said).not.toContain(secret.slice(8, 20))
    expect(said).toContain('a warning\n')
    expect(said).not.toContain('\u001B')
  })

  it('leaves out private keys whole, however they are cut', async () => {
    desk = await openTestDesk()
    const key = [
      '-----BEGIN RSA PRIVATE KEY-----',
      'MIIEowIBAAKCAQEA7',
      'x9yQ==',
      '-----END RSA PRIVATE KEY-----',
      'after',
    ].join('\n')
    for (let size = 1; size < key.length; size += 7) {
      const mask = createMaskStream()
      const out: string[] = []
      for (let at = 0; at < key.length; at += size) out.push(...mask.push(key.slice(at, at + size)))
      out.push(...mask.end())
      expect(out.join('\n')).not.toContain('MIIE')
      expect(out).toContain('after')
    }
  })
})
