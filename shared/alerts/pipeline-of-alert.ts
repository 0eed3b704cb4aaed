import type { Pipeline, Team } from '../schedule/team.ts'

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

type Named = { readonly pipeline: string | null; readonly labels: Readonly<Record<string, string>> }

/**
 * The team's pipeline that an alert is about: by id, by its id or name however it is spelled, then by its dataset. Undefined when
 * none is meant for sure.
 */
export function pipelineOfAlert({ pipelines }: Pick<Team, 'pipelines'>, alert: Named): Pipeline | undefined {
  const named = alert.pipeline === null ? '' : plain(alert.pipeline)
  const dataset = Object.hasOwn(alert.labels, 'dataset') ? alert.labels.dataset : undefined
  return (
    pipelines.find(({ id }) => id === alert.pipeline) ??
    (named === '' ? undefined : pipelines.find(({ id, name }) => plain(id) === named || plain(name) === named)) ??
    (dataset ? pipelines.find((pipeline) => pipeline.dataset === dataset) : undefined)
  )
}
