import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { findShell } from '../../electron/host/find-shell.ts'
import type { HostContext } from '../../electron/host/host-context.ts'
import type { IncidentSession } from '../../electron/host/incident-session.ts'
import { runCommand } from '../../electron/host/run-command.ts'
import { type CommandStart, openRunningCommands } from '../../electron/host/running-commands.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { fail, ok } from '../../shared/kit/result.ts'
import { type Block, type CommandDesk, openCommandDesk } from '../support/command-desk.ts'
import { declareOn, openTestDesk, type TestDesk } from '../support/open-host.ts'

let opened: TestDesk | undefined
const open = async (...blocks: readonly Block[]): Promise<CommandDesk> => {
  const commands = await openCommandDesk(...blocks)
  opened = commands.desk
  return commands
}
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const printed = (desk: TestDesk, run: string, text: string) =>
  vi.waitFor(
    async () => {
      const output = await desk.call('command.read', { run })
      expect(output.text + output.unfinished).toContain(text)
      return output
    },
    { timeout: 10_000, interval: 30 },
  )

const orderOf = (text: string, limitMs: number | null): CommandStart => {
  const shell = findShell('sh')
  if (shell === null) throw new Error('no shell')
  return { step: 's', index: 0, text, typed: text, secrets: [], runbook: 'a'.repeat(64), shell, limitMs }
}

/** The list of running commands by itself, over a log that takes only what it is told to. */
function beside(desk: TestDesk, takes: (count: number) => boolean) {
  const told: HostEvent[] = []
  const facts: FactDraft[] = []
  const context = {
    dataFolder: desk.dataFolder,
    clock: desk.clock,
    ids: createIds(),
    workspace: { folder: desk.workspaceFolder },
    preferences: { read: () => ({ me: 'eng-b' }) },
    publish: (event: HostEvent) => told.push(event),
    closing: new AbortController().signal,
    beforeClose: () => undefined,
  } as unknown as HostContext
  let count = 0
  const append = (drafts: readonly FactDraft[]) => {
    count += 1
    if (!takes(count)) return fail({ code: 'notSaved', message: 'The disk is full.' })
    facts.push(...drafts)
    return ok([])
  }
  const session = { incident: '20261124-aaaa', append } as unknown as IncidentSession
  return { commands: openRunningCommands(context), session, told, facts }
}

describe('R7 a command that runs', () => {
  it('R7 is known to every window, with its output so far, and can be stopped from any', async () => {
    const { desk, incident, named, run, ended } = await open(['sh', 'echo started; sleep 600'])
    const id = await run(0)
    await printed(desk, id, 'started\n')
    const { state } = await desk.call('incidents.open', { incident, tail: 10 })
    expect(state.openCommands[id]).toMatchObject({ step: named(0).step, index: 0, limitMs: 15 * 60_000 })
    expect(await desk.call('command.stop', { run: id })).toEqual({ stopped: true })
    expect(await ended()).toMatchObject({ endedBy: 'stopped', output: 'started\n' })
    expect(await desk.call('command.read', { run: id })).toMatchObject({ isRunning: false, text: 'started\n' })
    expect(await desk.call('command.stop', { run: id })).toEqual({ stopped: false })
  })

  it('R7 is not run a second time without a yes that names the first', async () => {
    const { desk, named, run } = await open(['sh', 'sleep 600'])
    const first = await run(0)
    const { text: confirmed, alreadyRunning } = await desk.call('command.prepare', named(0))
    expect(alreadyRunning).toMatchObject([{ run: first }])
    const unaware = await desk.client().call('command.run', { ...named(0), confirmed })
    expect(unaware).toMatchObject({ ok: false, error: { code: 'conflict' } })
    const second = await run(0, { besides: [first] })
    expect((await desk.call('command.prepare', named(0))).alreadyRunning).toHaveLength(2)
    const third = await desk.client().call('command.run', { ...named(0), confirmed, besides: [first] })
    expect(third).toMatchObject({ ok: false, error: { code: 'conflict' } })
    for (const each of [first, second]) await desk.call('command.stop', { run: each })
  })

  it('R7 is known to other incidents that would run the same', async () => {
    const { desk, named, run } = await open(['sh', 'sleep 600'])
    const first = await run(0)
    const other = await declareOn(desk, { title: 'Late again', runbook: 'runbooks/commands.md' })
    const prepared = await desk.call('command.prepare', { ...named(0), incident: other })
    expect(prepared.alreadyRunning).toMatchObject([{ run: first, incident: named(0).incident }])
  })

  it('R7 says in the log that it was stopped because Nightdesk was closed', async () => {
    const { desk, run, ended } = await open(['sh', 'echo started; sleep 600'])
    await printed(desk, await run(0), 'started')
    await desk.host().close()
    await desk.restart()
    expect(await ended()).toMatchObject({ endedBy: 'stopped', isHostClosing: true })
  })

  it('R7 is asked to end when Nightdesk closes, so that it can put back what it holds', async () => {
    const { desk, incident, run } = await open([
      'sh',
      "trap ': > put-back; exit 0' TERM; echo holds it; while true; do sleep 0.05; done",
    ])
    await printed(desk, await run(0), 'holds it\n')
    await desk.host().close()
    expect(existsSync(join(desk.workspaceFolder, 'put-back'))).toBe(true)
    await desk.restart()
    const ran = (await desk.facts(incident)).findLast(({ type }) => type === 'command.ran')
    expect(ran?.data).toMatchObject({ exitCode: 0, endedBy: 'stopped', isHostClosing: true })
  })

  it('R7 is killed when Nightdesk closes and it does not end, and none is started any more', async () => {
    const { desk, incident, run, named } = await open([
      'sh',
      "trap '' TERM; echo stays; while true; do sleep 0.05; done",
    ])
    await printed(desk, await run(0), 'stays\n')
    const { text: confirmed, alreadyRunning } = await desk.call('command.prepare', named(0))
    const closed = desk.host().close()
    const besides = alreadyRunning.map((each) => each.run)
    const late = await desk.client().call('command.run', { ...named(0), confirmed, besides })
    expect(late).toMatchObject({ ok: false, error: { message: 'This Nightdesk is closing.' } })
    await closed
    await desk.restart()
    const ran = (await desk.facts(incident)).findLast(({ type }) => type === 'command.ran')
    expect(ran?.data).toMatchObject({ exitCode: null, endedBy: 'stopped', isHostClosing: true })
  })

  it('R7 is signed by who started it, whoever is at the desk when it ends', async () => {
    const { desk, incident, run, ended } = await open(['sh', 'while [ ! -e go-on ]; do sleep 0.05; done; echo done'])
    await run(0)
    await desk.call('preferences.change', { me: 'eng-d' })
    writeFileSync(join(desk.workspaceFolder, 'go-on'), '')
    await ended()
    const signed = (await desk.facts(incident)).filter(({ type }) => /^(?:command|evidence)\./.test(type))
    expect(signed.map(({ type, by }) => `${type} by ${by.id}`)).toEqual([
      'command.started by eng-b',
      'command.ran by eng-b',
      'evidence.attached by eng-b',
    ])
  })

  it('R7 of which the log cannot take the end keeps its output for those who ask', async () => {
    const { desk } = await open(['sh', 'echo one'])
    // The disk takes the beginning and refuses the end.
    const { commands, told, session } = beside(desk, (count) => count === 1)
    const started = commands.start(session, orderOf('echo precious', null))
    if (!started.ok) throw new Error('not started')
    await vi.waitFor(() => expect(told).toContainEqual(expect.objectContaining({ ended: true })), 10_000)
    expect(commands.read(started.value.run)).toMatchObject({ isRunning: false, text: 'precious\n', isLogged: false })
  })

  it('R7 that its limit ended is logged as that', async () => {
    const { desk } = await open(['sh', 'echo one'])
    const { commands, told, session, facts } = beside(desk, () => true)
    commands.start(session, orderOf('echo begun; sleep 600', 300))
    await vi.waitFor(() => expect(told).toContainEqual(expect.objectContaining({ ended: true })), 10_000)
    expect(facts).toMatchObject([
      { type: 'command.started', data: { limitMs: 300, shell: '/bin/sh', index: 0 } },
      { type: 'command.ran', data: { endedBy: 'timeout', limitMs: 300, exitCode: null } },
      { type: 'evidence.attached', data: { name: 'output.txt' } },
    ])
    expect(facts[1]?.data).toMatchObject({ output: expect.stringContaining('the limit that was chosen for it]') })
  })

  it('R7 is unknown where it does not run', async () => {
    opened = await openTestDesk()
    const reply = await opened.client().call('command.read', { run: 'nobody' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })
})

describe('R7 the limit of a command', () => {
  it('R7 is in the log from the start, as it was chosen', async () => {
    const { desk, incident, run, ended } = await open(['sh', 'echo fine'])
    await run(0, { limitMs: null })
    expect(await ended()).toMatchObject({ limitMs: null, endedBy: 'exit' })
    await run(0, { limitMs: 3_600_000 })
    await ended()
    const started = (await desk.facts(incident)).filter(({ type }) => type === 'command.started')
    expect(started.map(({ data }) => data.limitMs)).toEqual([null, 3_600_000])
  })

  it('R7 is no number that nobody offered', async () => {
    const { desk, named } = await open(['sh', 'echo fine'])
    const reply = await desk
      .client()
      .call('command.run', { ...named(0), confirmed: 'echo fine', limitMs: 1 as unknown as null })
    expect(reply).toMatchObject({ ok: false, error: { code: 'badInput' } })
  })

  it('R7 ends it with everything it started, and says so in its output', async () => {
    const shell = findShell('sh')
    if (shell === null) throw new Error('no shell')
    const order = { text: 'echo begun; sleep 600', shell, folder: '/tmp', limitMs: 300, secrets: [] }
    const end = await runCommand(order, () => undefined).ended
    expect(end.endedBy).toBe('timeout')
    expect(end.output).toMatch(
      /^begun\n\[Nightdesk ended it here: it ran for .*, the limit that was chosen for it\]\n$/,
    )
  })

  it('R7 ends also what left the group and still holds the output', async () => {
    const shell = findShell('sh')
    if (shell === null) throw new Error('no shell')
    const text = `setsid sh -c 'sleep 7; echo late' & echo left; exit 0`
    const end = await runCommand({ text, shell, folder: '/tmp', limitMs: 300, secrets: [] }, () => undefined).ended
    expect(end.endedBy).toBe('timeout')
    expect(end.output).toMatch(/^left\n/)
    expect(end.output, 'it was waited for').not.toContain('late')
  })
})

describe('R7 the shell', () => {
  it('R7 has no folder to run in: the end names it', async () => {
    const shell = findShell('sh')
    if (shell === null) throw new Error('no shell')
    const folder = '/nowhere/runbooks'
    const run = runCommand({ text: 'true', shell, folder, limitMs: null, secrets: [] }, () => undefined)
    const output = 'The folder /nowhere/runbooks is not there, so nothing was run.\n'
    expect(await run.ended).toMatchObject({ endedBy: 'error', output })
  })

  it('R7 is bash for bash, and the log says which', async () => {
    const { desk, incident, named, run, ended } = await open(
      ['bash', 'set -o pipefail; if [[ -n "$BASH_VERSION" ]]; then echo "bash it is"; fi'],
      ['sh', 'echo "sh: [$BASH_VERSION]"'],
    )
    expect((await desk.call('command.prepare', named(0))).shell).toMatch(/\/bash$/)
    expect((await desk.call('command.prepare', named(1))).shell).toBe('/bin/sh')
    await run(0)
    expect(await ended()).toMatchObject({ exitCode: 0, output: 'bash it is\n' })
    const started = (await desk.facts(incident)).find(({ type }) => type === 'command.started')
    expect(started?.data.shell).toMatch(/\/bash$/)
  })

  it('R7 that is not here runs nothing, and nothing else instead', async () => {
    const path = process.env.PATH
    const { desk, named } = await open(['zsh', 'echo zsh'], ['powershell', 'Get-Volume'])
    process.env.PATH = '/nowhere'
    try {
      expect((await desk.call('desk.describe', {})).shells).toEqual(['sh'])
      const prepared = await desk.call('command.prepare', named(0))
      expect(prepared).toMatchObject({ shell: 'zsh', isShellThere: false })
      const reply = await desk.client().call('command.run', { ...named(0), confirmed: prepared.text })
      expect(reply).toMatchObject({ ok: false, error: { message: 'There is no zsh on this machine.' } })
    } finally {
      process.env.PATH = path
    }
  })

  it('R7 is none for a query: it is only copied', async () => {
    const { desk, named } = await open(['sql', 'SELECT count(*) FROM orders;'])
    const prepared = await desk.call('command.prepare', named(0))
    expect(prepared).toMatchObject({ shell: null, isShellThere: false })
    const reply = await desk.client().call('command.run', { ...named(0), confirmed: prepared.text })
    expect(reply).toMatchObject({ ok: false, error: { message: 'No shell runs this.' } })
  })

  it('R7 gives no input: what asks is answered by an end', async () => {
    const { run, ended } = await open(['sh', 'read -r answer || echo "no answer"'])
    await run(0)
    expect(await ended()).toMatchObject({ output: 'no answer\n' })
  })
})

describe('R7 what floods', () => {
  it('R7 leaves the host time for others', async () => {
    const shell = findShell('sh')
    if (shell === null) throw new Error('no shell')
    const command = runCommand(
      { text: 'yes "a line that comes again and again"', shell, folder: '/tmp', limitMs: null, secrets: [] },
      () => undefined,
    )
    let longestMs = 0
    let lastMs = performance.now()
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - lastMs)
      lastMs = performance.now()
    }, 10)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    clearInterval(timer)
    command.stop()
    expect((await command.ended).isCapped).toBe(true)
    expect(longestMs).toBeLessThan(900)
  })
})
