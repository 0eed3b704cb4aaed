import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import type { CommandLimit } from '../../shared/contract/command-answers.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import { declareOn, openTestDesk, type TestDesk } from './open-host.ts'
import { trustRunbook } from './trust-runbook.ts'

const path = 'runbooks/commands.md'
const fence = '```'

/** A block of a runbook: its language and what is typed. */
export type Block = readonly [language: string, text: string]

/** A desk whose incident follows a runbook with one step for each block, trusted as it is. */
export type CommandDesk = {
  readonly desk: TestDesk
  readonly incident: string
  readonly named: (step: number) => { readonly incident: string; readonly step: string; readonly index: number }
  readonly run: (step: number, how?: { limitMs?: CommandLimit; besides?: readonly string[] }) => Promise<string>
  /** What the log says of the end of the last run; waits for it. */
  readonly ended: () => Promise<Readonly<Record<string, unknown>>>
}

/** Opens one. */
export async function openCommandDesk(...blocks: readonly Block[]): Promise<CommandDesk> {
  const desk = await openTestDesk({ runCommands: true })
  const steps = blocks.map(
    ([language, text], at) => `- [ ] Step ${at}\n  ${fence}${language}\n${text.replace(/^/gm, '  ')}\n  ${fence}\n`,
  )
  const runbook = `# Commands\n\n## Debugging steps\n\n${steps.join('')}`
  writeFileSync(join(desk.workspaceFolder, path), runbook)
  await vi.waitFor(async () => await desk.call('library.read', { path }), 10_000)
  const incident = await declareOn(desk, { runbook: path })
  await trustRunbook(desk.client(), incident)
  const ids = parseRunbook({ path, text: runbook }).steps.map(({ id }) => id)
  const named: CommandDesk['named'] = (step) => ({ incident, step: ids[step] ?? '', index: 0 })
  return {
    desk,
    incident,
    named,
    run: async (step, how = {}) => {
      const { text: confirmed } = await desk.call('command.prepare', named(step))
      const { besides = [], limitMs } = how
      const input = { ...named(step), confirmed, besides: [...besides] }
      return (await desk.call('command.run', limitMs === undefined ? input : { ...input, limitMs })).run
    },
    ended: () =>
      vi.waitFor(
        async () => {
          const facts = await desk.facts(incident)
          const began = facts.filter(({ type }) => type === 'command.started').length
          const ends = facts.filter(({ type }) => type === 'command.ran')
          if (ends.length < began) throw new Error('still running')
          return ends.at(-1)?.data ?? {}
        },
        { timeout: 20_000, interval: 50 },
      ),
  }
}
