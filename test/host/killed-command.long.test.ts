import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestDesk, type TestDesk } from '../support/open-host.ts'

const runner = join(import.meta.dirname, 'run-command-until-killed.ts')
let desk: TestDesk
afterEach(() => desk.close())

/** Lets a process run a command in a host of its own and kills it with SIGKILL while the command runs. */
async function killWhileItRuns(): Promise<{ readonly root: string; readonly incident: string }> {
  const host = spawn(process.execPath, [runner], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface(host.stdout), 'line')
  const { root, incident, child } = JSON.parse(String(line))
  host.kill('SIGKILL')
  await once(host, 'exit')
  process.kill(child, 'SIGKILL')
  return { root, incident }
}

describe('R7 kill -9 while a command runs', () => {
  it('R7 the log has what was started, and the next host says once that the outcome is not known', async () => {
    const { root, incident } = await killWhileItRuns()
    desk = await openTestDesk({ root })
    const facts = (await desk.facts(incident)).filter(({ type }) => type.startsWith('command.'))
    expect(facts).toMatchObject([
      {
        type: 'command.started',
        by: { kind: 'person', id: 'eng-b' },
        data: { command: 'echo $$; exec sleep 600', folder: desk.workspaceFolder },
      },
      {
        type: 'command.lost',
        by: { kind: 'alarm' },
        data: { run: facts[0]?.data.run, command: 'echo $$; exec sleep 600' },
      },
    ])
    const pinned = (await desk.facts(incident)).find(({ type }) => type === 'runbook.opened')
    expect(facts[0]?.data.runbook).toBe(pinned?.data.sha256)
    await desk.host().close()
    await desk.restart()
    expect((await desk.typesOf(incident)).filter((type) => type === 'command.lost')).toHaveLength(1)
  }, 60_000)
})
