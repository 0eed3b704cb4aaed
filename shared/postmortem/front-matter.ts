import { oneLine } from './escape-markdown.ts'
import { type Metric, metricNames } from './measure-incident.ts'
import type { Postmortem } from './postmortem.ts'

/** Any text as a double-quoted YAML scalar: JSON's escapes are YAML's, and whatever YAML forbids bare is written as one. */
export const yamlText = (text: string): string =>
  JSON.stringify(oneLine(text)).replace(/[^\x20-\x7e\p{L}\p{N}\p{M}\p{P}\p{S}\p{Zs}]/gu, (found) =>
    [...found].map((each) => `\\U${(each.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`).join(''),
  )

const metricYaml = (metric: Metric): string =>
  metric.kind === 'recorded' ? `{status: recorded, ms: ${metric.ms}}` : `{status: ${metric.kind}, ms: null}`

const optional = (text: string | null | undefined): string =>
  text === null || text === undefined ? 'null' : yamlText(text)

/** What a machine reads first: which incident, how it stands, and the head that the text can be checked against (P6, J6). */
export function frontMatter(postmortem: Postmortem): string {
  const { head, metrics } = postmortem
  return [
    '---',
    `incident: ${yamlText(postmortem.incident)}`,
    `title: ${yamlText(postmortem.title)}`,
    `severity: ${postmortem.severity === null ? 'null' : `SEV-${postmortem.severity}`}`,
    `pipeline: ${optional(postmortem.pipeline?.id)}`,
    `dataset: ${optional(postmortem.dataset)}`,
    `status: ${postmortem.status}`,
    `detected_at: ${optional(postmortem.detectedAt)}`,
    ...metricNames.map((name) => `time_to_${name}: ${metricYaml(metrics[name])}`),
    `head_seq: ${head === null ? 'null' : head.seq}`,
    `head_hash: ${optional(head?.hash)}`,
    `left_out: ${postmortem.redactions.length}`,
    '---',
  ].join('\n')
}
