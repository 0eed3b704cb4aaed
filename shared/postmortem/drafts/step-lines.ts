import { inlineText } from '../escape-markdown.ts'
import { actorName } from '../people-names.ts'
import { bullet, type DraftSource, group, item, timed } from './draft.ts'
import { type FollowedRun, type FollowedStep, followedRuns, wayLeftWith } from './followed-runs.ts'

/** Steps left open that are named; nobody reads forty, and the runbook has them. */
const MOST_NAMED = 10

/** Which runbooks were followed, in which versions, at which scenario. */
const runbookLines = ({ versions, scenario }: FollowedRun): readonly string[] => [
  ...versions.map(({ fact }) =>
    bullet('Runbook', `${fact.data.title} (${fact.data.path}, version ${fact.data.sha256.slice(0, 12)})`),
  ),
  ...(scenario === null ? [] : [bullet('Scenario', scenario)]),
]

const withNote = (data: { readonly text: string; readonly note?: string | undefined }): string =>
  data.note === undefined ? data.text : `${data.text}: ${data.note}`

const whySkipped = ({ text, reason }: { readonly text: string; readonly reason: string }): string =>
  `${text}${/[.!?。！？]$/.test(text) ? '' : '.'} Reason: ${reason}`

/** Who did each step matters once two people work; with one alone the name on each line says nothing. */
function whoOf(source: DraftSource, runs: readonly FollowedRun[]): (step: FollowedStep) => string {
  const name = ({ entry }: FollowedStep): string => actorName(entry.fact.by, source.log.people)
  const names = new Set(runs.flatMap(({ steps }) => steps).map(name))
  return (step) => (names.size < 2 ? '' : `${name(step)}: `)
}

/** What was done and skipped of some steps of a run, each kind below its label. */
function toldSteps(
  source: DraftSource,
  steps: readonly FollowedStep[],
  where: string,
  who: (step: FollowedStep) => string,
): readonly string[] {
  const done = steps.flatMap((step) => {
    const { fact, text } = step.entry
    return fact.type === 'step.checked' ? [timed(source, step.entry, `${who(step)}${text ?? withNote(fact.data)}`)] : []
  })
  const skipped = steps.flatMap((step) => {
    const { fact, text } = step.entry
    return fact.type === 'step.skipped' && wayLeftWith(step) === null
      ? [timed(source, step.entry, `${who(step)}${text ?? whySkipped(fact.data)}`)]
      : []
  })
  return [
    ...group(`Steps taken${where}`, done),
    ...group(`Steps skipped${where}`, skipped),
    ...group(`Ways not taken${where}`, waysNotTaken(steps)),
  ]
}

/** Each way that was left for another, once, with how many steps it had: that another way was taken is no fault of a step. */
function waysNotTaken(steps: readonly FollowedStep[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const way of steps.flatMap((step) => wayLeftWith(step) ?? [])) counts.set(way, (counts.get(way) ?? 0) + 1)
  return [...counts].map(([way, count]) => item(`${way} (${count === 1 ? '1 step' : `${count} steps`})`))
}

const leftWords = (title: string | null): string =>
  title === null ? ' before a scenario was chosen' : ` in a scenario that was left, ${inlineText(title)}`

/** What nobody did or skipped, what was to be verified first. Of a runbook that nobody touched, one line says so. */
function openLines(
  source: DraftSource,
  { checklist, isLeft, isUntouched }: FollowedRun,
  label: string,
): readonly string[] {
  if (checklist === null || checklist.open.length === 0) return []
  const { open, total } = checklist
  const when = isLeft ? ' when it was left for another runbook' : source.log.resolved === null ? ' yet' : ''
  const rest = open.length - MOST_NAMED
  const named = open.slice(0, rest > 1 ? MOST_NAMED : open.length).map(({ text }) => item(text))
  const more = rest > 1 ? [item(`and ${rest} more steps`)] : []
  const lines = isUntouched ? [item('Nothing of the runbook was done.')] : [...named, ...more]
  return group(`Not done${when} (${open.length} of ${total})${label}`, lines)
}

/** The runbooks of an incident: which were followed, what was done and skipped of each, what was left of it and by whom (P3.3). */
export function runLines(source: DraftSource): readonly string[] {
  const runs = followedRuns(source.log)
  const who = whoOf(source, runs)
  const label = ({ name }: FollowedRun): string => (runs.length < 2 || name === '' ? '' : `: ${inlineText(name)}`)
  const stepLines = (run: FollowedRun): readonly string[] => {
    const titles = [...new Set(run.steps.flatMap(({ left }) => (left === null ? [] : [left.title])))]
    const of = (title: string | null): FollowedStep[] =>
      run.steps.filter(({ left }) => left !== null && left.title === title)
    const kept = run.steps.filter(({ left }) => left === null)
    return [
      ...toldSteps(source, kept, label(run), who),
      ...titles.flatMap((title) => toldSteps(source, of(title), `${leftWords(title)}${label(run)}`, who)),
      ...openLines(source, run, label(run)),
    ]
  }
  return [...runs.flatMap(runbookLines), ...runs.flatMap(stepLines)]
}
