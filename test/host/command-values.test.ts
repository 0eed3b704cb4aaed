import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'
import { postAlert, testToken } from '../support/post-alert.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

let desk: TestDesk
afterEach(() => desk.close())

const path = 'runbooks/KubeJobFailed.md'
const runbook = `# KubeJobFailed

## Mitigation

1. Empty the namespace

   \`\`\`bash
   printf 'emptied %s\\n' $NAMESPACE; echo "<job name>"
   \`\`\`
2. Go there

   \`\`\`bash
   export TARGET=<target>
   \`\`\`
3. Use it

   \`\`\`bash
   echo "[$TARGET]"
   \`\`\`
4. Name the ring

   \`\`\`bash
   export URL="ring://admin:<password>@<host>"
   \`\`\`
5. Call it

   \`\`\`bash
   printf '%s\\n' $URL > called
   \`\`\`
6. Ask the other system

   \`\`\`powershell
   Get-Ring '<ring>'
   \`\`\`
`

const alert = (fingerprint: string, labels: Record<string, string>): string =>
  JSON.stringify({
    title: 'KubeJobFailed',
    id: fingerprint,
    labels: { alertname: 'KubeJobFailed', ...labels },
  })

async function open(labels: Record<string, string>) {
  desk = await openTestDesk({ runCommands: true, intake: { port: 0, token: testToken } })
  writeFileSync(join(desk.workspaceFolder, path), runbook)
  await vi.waitFor(async () => await desk.call('library.read', { path }), 10_000)
  const { port } = await desk.call('intake.describe', {})
  expect((await postAlert({ port, to: 'generic', body: alert('f1', labels) })).status).toBe(202)
  const [row] = (await desk.call('alerts.list', {})).rows
  const incident = await declareOn(desk, { runbook: path, alert: row && { alert: row.id, episode: row.episode } })
  await trustRunbook(desk.client(), incident)
  const { steps } = parseRunbook({ path, text: runbook })
  const named = (at: number) => ({ incident, step: steps[at]?.id ?? '', index: 0 })
  const give = (name: string, value: string, written = `<${name}>`) =>
    desk.call('facts.record', { incident, facts: [{ type: 'value.given', data: { name, value, written } }] })
  const prepare = (at: number) => desk.call('command.prepare', named(at))
  const run = async (at: number) =>
    desk.client().call('command.run', { ...named(at), confirmed: (await prepare(at)).text })
  const output = () =>
    vi.waitFor(
      async () => {
        const fact = (await desk.facts(incident)).findLast(({ type }) => type === 'command.ran')
        if (fact === undefined) throw new Error('still running')
        return fact.data.output
      },
      { timeout: 20_000, interval: 50 },
    )
  return { incident, give, prepare, run, output }
}

describe('V5 a command runs with values for all its variables, or not at all', () => {
  it('V5 is refused while a variable has no value, and says which', async () => {
    const { incident, prepare, run } = await open({})
    expect((await prepare(0)).openNames).toEqual(['$NAMESPACE', '<job name>'])
    expect(await run(0)).toMatchObject({ ok: false, error: { message: '$NAMESPACE has no value yet.' } })
    expect(await desk.typesOf(incident)).not.toContain('command.started')
  })

  it('V4 takes what the alert says, quoted, and nothing of it is in the journal before', async () => {
    const { incident, give, prepare, run, output } = await open({ namespace: "o'brien", job_name: 'nightly' })
    expect((await prepare(0)).text).toBe(`printf 'emptied %s\\n' 'o'\\''brien'; echo "nightly"`)
    expect(await desk.typesOf(incident)).not.toContain('value.given')
    await give('job name', 'daily $(id)')
    expect(await run(0)).toMatchObject({ ok: true })
    expect(await output()).toBe("emptied o'brien\ndaily $(id)\n")
  })

  it('V3 what one step sets is there in the next', async () => {
    const { give, prepare, run, output } = await open({})
    expect((await prepare(2)).openNames).toEqual(['$TARGET'])
    await give('target', 'prod eu')
    expect((await prepare(2)).text).toBe('echo "[prod eu]"')
    await run(2)
    expect(await output()).toBe('[prod eu]\n')
  })

  it('V3 a secret in what a step above sets runs for real, and is neither shown nor kept', async () => {
    const { incident, give, prepare, run, output } = await open({})
    await desk.call('secret.give', { incident, name: 'password', value: 'hunter2hunter2', written: '<password>' })
    await give('host', 'db-1')
    expect((await prepare(4)).text).toBe("printf '%s\\n' ring://admin:••••••@db-1 > called")
    expect(await run(4)).toMatchObject({ ok: true })
    expect(await output()).toBe('')
    expect(readFileSync(join(desk.workspaceFolder, 'called'), 'utf8')).toBe('ring://admin:hunter2hunter2@db-1\n')
    expect(JSON.stringify(await desk.facts(incident))).not.toContain('hunter2')
  })

  it('V2 does not run where a value may be read as more than a value', async () => {
    const { give, prepare, run } = await open({})
    await give('ring', "x'; Remove-Ring")
    expect((await prepare(5)).text).toContain("Get-Ring 'x'; Remove-Ring")
    expect(await run(5)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('The value of <ring> has characters') },
    })
  })

  it('V5 what was given is there after a restart, whatever way the name is written', async () => {
    const { give, prepare } = await open({})
    await give('NAMESPACE', 'etl', '$NAMESPACE')
    await give('JOB_NAME', 'nightly', '$JOB_NAME')
    await desk.host().close()
    await desk.restart()
    expect(await prepare(0)).toMatchObject({ openNames: [], text: 'printf \'emptied %s\\n\' etl; echo "nightly"' })
  })
})
