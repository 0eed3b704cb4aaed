import type { Problem } from '../../shared/kit/problem.ts'
import { shellOf } from '../../shared/runbook/commands/shell-of-command.ts'
import type { Command, FurtherText, Runbook, Step } from '../../shared/runbook/runbook.ts'
import { groupHeadings } from '../../shared/runbook/steps/step-groups.ts'
import { timeBoxOf } from '../../shared/runbook/words/time-box.ts'
import { findProblems, NOTHING_ASKED } from './check-command.ts'
import { gatherRunbooks } from './gather-runbooks.ts'
import { refuseNothing } from './no-runbook.ts'
import type { ExitCode, Terminal } from './terminal.ts'
import { shownPath } from './within-folder.ts'

/** The shape of the JSON; it changes only with this number. */
const SHAPE = 5

const WIDEST = 110

function clip(text: string): string {
  return cut(text.replace(/\s+/g, ' ').trim())
}

function cut(line: string): string {
  return line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`
}

/** "5 min", "1 h 30 min", "20 s". */
function duration(ms: number): string {
  const parts = [
    [Math.floor(ms / 3_600_000), 'h'],
    [Math.floor(ms / 60_000) % 60, 'min'],
    [Math.floor(ms / 1_000) % 60, 's'],
  ] as const
  return parts.flatMap(([amount, unit]) => (amount === 0 ? [] : `${amount} ${unit}`)).join(' ')
}

/** What a reader of the checklist is shown besides the step, line by line. */
function wordsOf(markdown: string): string[] {
  return markdown.split('\n').filter((line) => line.trim() !== '')
}

/** A command line by line, as it would be typed; what no shell runs (a query, settings) is only copied. */
function typedLines(command: Command): string[] {
  const mark = shellOf(command) === null ? 'copy' : '$'
  const margin = ' '.repeat(mark.length)
  return command.text
    .split('\n')
    .map((line, index) => `${index === 0 ? mark : margin} ${cut(line.trimEnd())}`.trimEnd())
}

/** The steps as a run shows them: below the author's headings, with the words around them. `title` stands above all of them. */
function stepLines(steps: readonly Step[], indent: string, title: string): string[] {
  const headings = groupHeadings(steps, title)
  return steps.flatMap(({ line, kind, depth, text, before, after, timeBoxMs, commands }, index) => {
    const heading = headings[index] ?? null
    const nesting = '  '.repeat(depth)
    const margin = `${indent}${' '.repeat(17)}${nesting}`
    const words = clip(text)
    // Most say it in their own words.
    const box = timeBoxMs === undefined || timeBoxOf(words) === timeBoxMs ? '' : ` (${duration(timeBoxMs)})`
    const besideLines = (markdown: string) => wordsOf(markdown).map((line) => `${margin}| ${clip(line)}`)
    return [
      ...(heading === null ? [] : [`${indent}       below "${clip(heading)}"`]),
      `${indent}${String(line).padStart(5)}  ${kind.padEnd(8)}  ${nesting}${words}${box}`,
      ...besideLines(before),
      ...commands.flatMap((command) => [
        ...besideLines(command.before ?? ''),
        ...typedLines(command).map((line) => `${margin}${line}`),
      ]),
      ...besideLines(after),
    ]
  })
}

/** What stands behind the steps, each text below its title. */
function furtherLines(texts: readonly FurtherText[], indent: string): string[] {
  const margin = `${indent}${' '.repeat(7)}`
  return texts.flatMap(({ title, line, markdown }) => [
    `${margin}further text "${clip(title)}" (line ${line})`,
    ...wordsOf(markdown).map((words) => `${margin}| ${clip(words)}`),
  ])
}

function problemLine({ line, severity, rule, message }: Problem): string {
  return `  ${line === undefined ? 'file' : `line ${line}`}: ${severity}: ${message} [${rule}]`
}

/** What was understood of a runbook and what is wrong with it, for a person. */
function outline(runbook: Runbook, path: string, problems: readonly Problem[]): string {
  const { title, titleFrom, frontMatter, parts, scenarios, steps, furtherText } = runbook
  const facts = [
    `  title      ${title} (from the ${titleFrom})`,
    ...(frontMatter.owner === undefined ? [] : [`  owner      ${frontMatter.owner}`]),
    ...(frontMatter.pipelines.length === 0 ? [] : [`  pipelines  ${frontMatter.pipelines.join(', ')}`]),
    ...(frontMatter.alertnames.length === 0 ? [] : [`  alerts     ${frontMatter.alertnames.join(', ')}`]),
  ]
  const partLines = parts.map(({ kind, heading, line, endLine }) => {
    const lines = `${line}-${endLine}`.padStart(9)
    return `  ${lines}  ${kind.padEnd(10)}  ${heading === '' ? '(no heading)' : clip(heading)}`
  })
  const general =
    steps.length === 0
      ? ['  no general steps']
      : ['  general steps', ...stepLines(steps, '  ', title), ...furtherLines(furtherText, '  ')]
  const scenarioLines = scenarios.flatMap((scenario) => [
    `  scenario "${clip(scenario.title)}" (line ${scenario.line})`,
    ...(scenario.symptoms === '' ? [] : [`         symptoms  ${clip(scenario.symptoms)}`]),
    ...(scenario.steps.length === 0
      ? ['         no steps of its own']
      : [...stepLines(scenario.steps, '  ', scenario.title), ...furtherLines(scenario.furtherText, '  ')]),
  ])
  return [path, ...facts, '  parts', ...partLines, ...general, ...scenarioLines, ...problems.map(problemLine)].join(
    '\n',
  )
}

const commandData = (command: Command) => ({
  ...command,
  output: command.output ?? null,
  before: command.before ?? '',
})

const stepData = ({ id: _, markdown: __, timeBoxMs, commands, ...step }: Step) => ({
  ...step,
  commands: commands.map(commandData),
  timeBoxMs: timeBoxMs ?? null,
})

/** The same as data; every key is always there. `problems` are what could not be read, `check` is all that the linter says. */
const describe = (runbook: Runbook, check: readonly Problem[]) => ({
  path: runbook.path,
  id: runbook.id,
  title: runbook.title,
  titleFrom: runbook.titleFrom,
  owner: runbook.frontMatter.owner ?? null,
  pipelines: runbook.frontMatter.pipelines,
  alertnames: runbook.frontMatter.alertnames,
  lastVerified: runbook.frontMatter.lastVerified ?? null,
  reviewEvery: runbook.frontMatter.reviewEvery ?? null,
  parts: runbook.parts.map(({ kind, heading, level, line, endLine }) => ({ kind, heading, level, line, endLine })),
  steps: runbook.steps.map(stepData),
  furtherText: runbook.furtherText,
  scenarios: runbook.scenarios.map(({ id, title, line, endLine, symptoms, steps, furtherText }) => ({
    id,
    title,
    line,
    endLine,
    symptoms,
    steps: steps.map(stepData),
    furtherText,
  })),
  problems: runbook.problems,
  check,
})

/** What `nightdesk inspect` can be told. */
export type InspectOptions = { readonly json?: boolean }

/** `nightdesk inspect PATH`: what Nightdesk understood of each runbook, what `check` would say of it, and why a file reads oddly. 1 when there is an error among it, 2 when there is nothing to read. */
export async function runInspect(
  path: string,
  options: InspectOptions,
  terminal: Terminal,
  nowMs: number,
): Promise<ExitCode> {
  const gathered = await gatherRunbooks([path], terminal, nowMs, 'alone')
  refuseNothing([path], gathered)
  const { folder, runbooks, leftAlone, problems } = gathered
  const found = findProblems(gathered, nowMs, NOTHING_ASKED).filter((problem) => !problems.includes(problem))
  const problemsOf = ({ path: file }: Runbook): readonly Problem[] => found.filter((problem) => problem.file === file)
  const code = [...problems, ...found].some(({ severity }) => severity === 'error') ? 1 : 0
  if (options.json === true) {
    const described = runbooks.map((runbook) => describe(runbook, problemsOf(runbook)))
    terminal.out(JSON.stringify({ shape: SHAPE, runbooks: described, leftAlone, problems }, null, 2))
    return code
  }
  const shown = (file: string): string => shownPath(folder, file)
  if (runbooks.length > 0)
    terminal.out(runbooks.map((runbook) => outline(runbook, shown(runbook.path), problemsOf(runbook))).join('\n\n'))
  for (const { file, message, rule } of problems) terminal.out(`${shown(file)}: ${message} [${rule}]`)
  if (leftAlone.length > 0) terminal.out(`\nleft alone, no runbooks: ${leftAlone.map(shown).join(', ')}`)
  return code
}
