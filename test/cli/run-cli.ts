import { runNightdesk } from '../../electron/cli/run-nightdesk.ts'

const NOW_MS = Date.parse('2026-11-20T12:00:00.000Z')

/** Runs a command line in this process, at a fixed instant, and gives what it printed and how it ended. */
export async function runCli(...words: string[]) {
  const said = { out: '', error: '' }
  const terminal = {
    out: (text: string) => {
      said.out += `${text}\n`
    },
    error: (text: string) => {
      said.error += `${text}\n`
    },
  }
  return { code: await runNightdesk(words, terminal, NOW_MS), ...said }
}
