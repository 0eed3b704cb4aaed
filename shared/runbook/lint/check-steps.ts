import type { Problem } from '../../kit/problem.ts'
import type { Runbook, Step } from '../runbook.ts'

/** Words that stand for a step which nobody has written yet. */
const PLACEHOLDER =
  /^[^\p{L}\p{N}]*(?:(?:todo|tbd|tba|tbc|fixme|wip|n\/?a|none|placeholder|coming soon|lorem ipsum.{0,200}|to be (?:written|done|defined|added|completed)|fill (?:this )?in|(?:todo|tbd|fixme)\s*[:(-].{0,60}|(?:the )?(?:first|second|third|next|last)? ?(?:step|action|task|item)\s*(?:\d{1,2}|[a-z])?)[^\p{L}\p{N}]*)?$/iu
/** "The logs": a thing, and not even what it does. */
const BARE_THING = /^the [\p{L}\p{N}-]+\W*$/iu
const LEADS_SOMEWHERE = /https?:|\]\(|<(?:img|a|video)\b/i

/** Steps in which nothing is asked for, and scenarios that have none or share a title (R8). */
export function findStepProblems(runbook: Runbook): Problem[] {
  const { path, scenarios, steps } = runbook
  const idle = [steps, ...scenarios.map((scenario) => scenario.steps)].flatMap(emptySteps).map(
    (step): Problem => ({
      file: path,
      line: step.line,
      rule: 'runbook/step-without-action',
      severity: 'warning',
      message: `The step "${clip(step.text)}" does not say what to do.`,
      hint: 'Begin with a verb, or give the command to run.',
    }),
  )
  const empty = scenarios
    .filter((scenario) => scenario.steps.length === 0)
    .map(
      ({ title, line }): Problem => ({
        file: path,
        line,
        rule: 'runbook/scenario-without-steps',
        severity: 'warning',
        message: `The scenario "${clip(title)}" has no steps of its own${steps.length > 0 ? ', so the general ones are shown' : ''}.`,
        hint: 'Write its steps as a numbered list below its heading.',
      }),
    )
  const titles = new Set<string>()
  const twice = scenarios
    .filter(({ title }) => {
      const known = titles.size
      return titles.add(title.toLowerCase()).size === known
    })
    .map(
      ({ title, line }): Problem => ({
        file: path,
        line,
        rule: 'runbook/duplicate-scenario',
        severity: 'warning',
        message: `The scenario "${clip(title)}" stands here a second time.`,
        hint: 'Give it a title of its own, or merge the two.',
      }),
    )
  return [...idle, ...empty, ...twice]
}

/**
 * Steps that surely ask for nothing: a placeholder, or a bare thing. Any other few words may be an end to wait for ("Leader election completed"), a case, a cause
 * or a heading, so nothing is said about them; nor about a step whose action is a command, a link, stands below it or around it.
 */
function emptySteps(steps: readonly Step[]): Step[] {
  return steps.filter((step, index) => {
    const { text, commands, markdown, depth, before, after } = step
    const isLed = (steps[index + 1]?.depth ?? 0) > depth || after.trim() !== ''
    if (isLed || commands.length > 0 || LEADS_SOMEWHERE.test(markdown)) return false
    return PLACEHOLDER.test(text) || (depth === 0 && before.trim() === '' && BARE_THING.test(text))
  })
}

function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}...`
}
