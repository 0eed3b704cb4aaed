import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openTestDesk } from '../support/open-host.ts'
import { trustRunbook } from '../support/trust-runbook.ts'

/** A process whose host runs a command that never ends by itself, until somebody kills it. Prints where, when the command is there. */
const path = 'runbooks/endless.md'
const fence = '```'
const text = `# Endless\n\n## Debugging steps\n\n- [ ] Wait\n  ${fence}sh\n  echo $$; exec sleep 600\n  ${fence}\n`

const desk = await openTestDesk({ runCommands: true })
writeFileSync(join(desk.workspaceFolder, path), text)
await desk.host().close()
await desk.restart()
const incident = await declareOn(desk, { runbook: path })
const step = parseRunbook({ path, text }).steps[0]?.id ?? ''
await trustRunbook(desk.client(), incident)
const { text: confirmed } = await desk.call('command.prepare', { incident, step, index: 0 })
desk.host().listen(async (event) => {
  if (event.type !== 'command') return
  const { text: printed } = await desk.call('command.read', { run: event.run })
  const root = join(desk.dataFolder, '..')
  writeSync(1, `${JSON.stringify({ root, incident, child: Number(printed) })}\n`)
})
await desk.call('command.run', { incident, step, index: 0, confirmed })
