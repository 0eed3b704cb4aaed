import { fits } from './alert-names.ts'
import type { AlertWords } from './match-runbook.ts'
import type { Runbook } from './runbook.ts'

const ALWAYS = ['alertname', 'pipeline', 'pipeline_id', 'scenario']
const ANNOTATIONS = ['pipeline', 'runbook_url', 'runbook', 'runbookUrl']

type Ruling = readonly Pick<Runbook, 'frontMatter'>[]

/** The labels by which these runbooks tell alerts apart (R5). */
export const decisiveLabels = (runbooks: Ruling): ReadonlySet<string> =>
  new Set([...ALWAYS, ...runbooks.flatMap(({ frontMatter }) => frontMatter.matches.flatMap(Object.keys))])

/** What of an alert's words decides which runbook fits it: alerts that agree in this fit the same ones. */
export const decisiveWords = ({ labels, annotations }: AlertWords, decisive: ReadonlySet<string>): AlertWords => ({
  labels: only(labels, [...decisive]),
  annotations: only(annotations, ANNOTATIONS),
})

const only = (words: AlertWords['labels'], names: readonly string[]): AlertWords['labels'] =>
  Object.fromEntries(names.flatMap((name) => (Object.hasOwn(words, name) ? [[name, words[name] ?? '']] : [])))

/**
 * Takes from an alert's words a pipeline that neither the team nor any runbook knows: that is only a word, and rules nothing out (R5). In a
 * team that lists no pipelines every one may be right.
 */
export function withoutStrangePipeline(
  pipelines: readonly { readonly id: string }[],
  runbooks: Ruling,
): (words: AlertWords) => AlertWords {
  if (pipelines.length === 0) return (words) => words
  const known = [...new Set([...pipelines.map(({ id }) => id), ...runbooks.flatMap(pipelinesOf)])]
  const isStrange = (name: string, value: string): boolean =>
    /^pipeline(?:_id)?$/.test(name) && !known.some((pattern) => fits(pattern, value))
  const kept = (all: AlertWords['labels']): AlertWords['labels'] =>
    Object.fromEntries(Object.entries(all).filter(([name, value]) => !isStrange(name, value)))
  return (words) => ({ ...words, labels: kept(words.labels), annotations: kept(words.annotations) })
}

const pipelinesOf = ({ frontMatter: { pipelines, matches } }: Ruling[number]): readonly string[] => [
  ...pipelines,
  ...matches.flatMap(({ pipeline = [], pipeline_id = [] }) => [...pipeline, ...pipeline_id]),
]
