import type { Step } from '../../../shared/runbook/runbook.ts'

const indented = (depth: number, text: string): string => `${'  '.repeat(depth)}${text}`

/** Steps as an indented list, with the names of ways and cases above the steps that are told for them. */
export function outlineOf(steps: readonly Step[], words: (step: Step) => string = ({ text }) => text): string[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1]?.ways ?? []
    const shared = step.ways.findIndex((way, place) => way !== before[place])
    const begun = shared < 0 ? step.ways.length : shared
    const names = step.ways.slice(begun).map((way, place) => indented(step.depth + begun + place, way))
    return [...names, indented(step.depth + step.ways.length, words(step))]
  })
}
