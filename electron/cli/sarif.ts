import packageFile from '../../package.json' with { type: 'json' }
import type { Problem } from '../../shared/kit/problem.ts'
import { fingerprint } from '../../shared/runbook/text/slug.ts'
import type { CheckReport } from './check-report.ts'
import { CHECK_RULES } from './check-rules.ts'

/** The Static Analysis Results Interchange Format, as OASIS standardised it; GitHub and others show it at the lines. */
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** A SARIF log of one run. Files are named from the root of the repository, and each result has a fingerprint that outlives a move of its line. */
export function sarifOf({ problems, withinRepository }: Pick<CheckReport, 'problems' | 'withinRepository'>) {
  const ids = CHECK_RULES.map(({ id }) => id)
  const rules = CHECK_RULES.map(({ id, severity, summary }) => ({
    id,
    name: nameOf(id),
    shortDescription: { text: summary },
    defaultConfiguration: { level: severity },
    help: { text: `${summary} See docs/rules/README.md#${id.replace('/', '')} in the Nightdesk repository.` },
  }))
  const results = problems.map((problem) => ({
    ruleId: problem.rule,
    ...(ids.includes(problem.rule) ? { ruleIndex: ids.indexOf(problem.rule) } : {}),
    level: problem.severity,
    message: { text: problem.hint === undefined ? problem.message : `${problem.message} ${problem.hint}` },
    locations: [{ physicalLocation: locationOf(problem, withinRepository) }],
    partialFingerprints: { 'nightdesk/v1': fingerprint(`${problem.file} ${problem.rule} ${problem.message}`) },
  }))
  const driver = { name: 'Nightdesk', version: packageFile.version, rules }
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  }
}

function locationOf({ file, line, column }: Problem, within: string) {
  const path = within === '' ? file : `${within}/${file}`
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
