import type { Runbook } from './runbook.ts'

/** How a repository is worked on; what is typed there mends no service. `CLAUDE` and `AGENTS` in capitals are for coding agents. */
const NEVER_A_RUNBOOK = /^(?:contributing|changelog|code_of_conduct|licen[cs]e|pull_request_template)$/i
const FOR_CODING_AGENTS = /^(?:CLAUDE|AGENTS)$/
/** Mostly how to report a hole, or what is said to agents, but a team may have such a service. */
const SELDOM_A_RUNBOOK = /^(?:security|agents|claude)$/i
const AN_INDEX = /^_?(?:readme|index|summary)$/i

/**
 * Whether a Markdown file beside runbooks is none, by its name and by what it holds (R4): an index is a runbook when it bears steps, `security.md` when
 * they hold commands. The console's shelf and `nightdesk check` both go by this.
 */
export function isOnlyPage(runbook: Runbook): boolean {
  const name = (runbook.path.split('/').at(-1) ?? '').replace(/\..*$/, '')
  if (NEVER_A_RUNBOOK.test(name) || FOR_CODING_AGENTS.test(name)) return true
  const steps = [...runbook.steps, ...runbook.scenarios.flatMap((scenario) => scenario.steps)]
  if (SELDOM_A_RUNBOOK.test(name)) return !steps.some(({ commands }) => commands.length > 0)
  if (!AN_INDEX.test(name)) return false
  const bearsSteps =
    runbook.scenarios.some((scenario) => scenario.steps.length > 0) ||
    runbook.steps.some(({ commands }) => commands.length > 0) ||
    runbook.parts.some(({ kind }) => kind === 'debugging' || kind === 'mitigation')
  return !bearsSteps
}
