import packageFile from '../../package.json' with { type: 'json' }
import type { Problem } from '../../shared/kit/problem.ts'
import type { LintRule } from '../../shared/runbook/lint/runbook-rules.ts'
import { fingerprint } from '../../shared/runbook/text/slug.ts'
import type { CheckReport } from './check-report.ts'
import { CHECK_RULES } from './check-rules.ts'

/** The Static Analysis Results Interchange Format, as OASIS standardised it; GitHub and others show it at the lines. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** A SARIF log of one run. Files are named from the root of the repository, and each result has a fingerprint that outlives a move of its line and is
 * the same whichever folder was given. */
export function sarifOf({ problems, withinRepository }: Pick<CheckReport, 'problems' | 'withinRepository'>) {
  const ids = CHECK_RULES.map(({ id }) => id)
  const rules = CHECK_RULES.map((rule) => ({
    id: rule.id,
    name: nameOf(rule.id),
    shortDescription: { text: rule.summary },
    fullDescription: { text: `${rule.summary} ${rule.why}` },
    defaultConfiguration: { level: rule.severity },
    help: helpOf(rule),
  }))
  const pathOf = ({ file }: Problem): string => (withinRepository === '' ? file : `${withinRepository}/${file}`)
  const results = problems.map((problem) => ({
    ruleId: problem.rule,
    ...(ids.includes(problem.rule) ? { ruleIndex: ids.indexOf(problem.rule) } : {}),
    level: problem.severity,
    message: { text: problem.hint === undefined ? problem.message : `${problem.message} ${problem.hint}` },
    locations: [{ physicalLocation: locationOf(problem, pathOf(problem)) }],
    partialFingerprints: { 'nightdesk/v2': fingerprint(`${pathOf(problem)} ${problem.rule} ${problem.message}`) },
  }))
  const driver = { name: 'Nightdesk', version: packageFile.version, rules }
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

/**
 * What a viewer shows beside a result, as text and as Markdown. There is no `helpUri`: each team builds Nightdesk from a place of its own, and a made-up address
 * would lead nowhere.
 */
function helpOf({ id, summary, why, silence }: LintRule) {
  const name = id.replace(/^runbook\//, '')
  const inFile = `nightdesk: {disable: [${name}]}`
  const comment = `<!-- nightdesk-disable-next-line ${name} -->`
  const yaml = `# nightdesk-disable-next-line ${name}`
  const more = `docs/rules/README.md#${id.replace('/', '')}`
  const ways = {
    line: {
      text: `Silence it with ${comment} above the line, or with ${inFile} in the front matter.`,
      markdown: `Silence it above the line:\n\n    ${comment}\n\nor for the whole file in its front matter:\n\n    ${inFile}`,
    },
    comment: {
      text: `Silence it above the line with ${yaml}, where no front matter begins yet with ${comment}.`,
      markdown: `Silence it above the line:\n\n    ${yaml}\n\nwhere no front matter begins yet:\n\n    ${comment}`,
    },
    file: {
      text: `Silence it with ${inFile} in the front matter.`,
      markdown: `Silence it for the whole file in its front matter:\n\n    ${inFile}`,
    },
    never: { text: 'It cannot be silenced.', markdown: 'It cannot be silenced.' },
  } as const
  const { text, markdown } = ways[silence]
  return {
    text: `${summary} ${why} ${text} See ${more} in the Nightdesk repository.`,
    markdown: `**${summary}** ${why}\n\n${markdown}\n\nExamples: \`${more}\` in the Nightdesk repository`,
  }
}

function locationOf({ line, column }: Problem, path: string) {
  const uri = path.split('/').map(encodeURIComponent).join('/')
  const artifactLocation = { uri, uriBaseId: '%SRCROOT%' }
  if (line === undefined) return { artifactLocation }
  return { artifactLocation, region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
}

/** `runbook/dead-link` as RunbookDeadLink, which viewers show beside the id. */
function nameOf(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
