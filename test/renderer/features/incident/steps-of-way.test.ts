import { expect, it } from 'vitest'
import { stepsLeft, stepsOfWay } from '../../../../renderer/features/incident/runbook/steps-of-way.ts'
import { type ChecklistItem, checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { reasonForLeaving } from '../../../../shared/incident/way-left.ts'
import { parseRunbook } from '../../../../shared/runbook/parse-runbook.ts'
import { stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const text = `# The queue is full

## Mitigation

### Option 1: Purge it

1. Ask for the depth.
2. Purge the queue.

### Option 2: Move the readers

1. Stop the readers.
`
const [depth, purge] = parseRunbook({ path: 'a.md', text }).steps
const opened: Timed = [
  1,
  stated('runbook.opened', { path: 'a.md', title: 'Full', sha256: 'f'.repeat(64), text, matchedBy: 'chosen' }),
]

function listAfter(...facts: readonly Timed[]): readonly ChecklistItem[] {
  const { run } = folded([opened, ...facts])
  return run === null ? [] : checklistOf(run, parsedPin(run))
}

const skipped = (step: typeof depth, why: { readonly reason: string; readonly way?: string }): Timed => [
  2,
  stated('step.skipped', { step: step?.id ?? '', text: step?.text ?? '', ...why }),
]

const textsLeft = (items: readonly ChecklistItem[]): readonly string[] =>
  items[0] === undefined ? [] : stepsLeft(items, items[0]).map(({ step }) => step.text)

it('R3 a way that is taken after all brings back what was left with it, and not what was skipped for its own reason', () => {
  const way = depth?.ways.at(-1) ?? ''
  const items = listAfter(
    skipped(depth, { reason: 'the board says it' }),
    skipped(purge, { reason: reasonForLeaving(way), way }),
  )
  expect(items[0] && stepsOfWay(items, items[0])).toHaveLength(2)
  expect(textsLeft(items)).toEqual([purge?.text])
})

it('R3 of a way whose steps were skipped one by one nothing was left', () => {
  const reason = 'no rights'
  expect(textsLeft(listAfter(skipped(depth, { reason }), skipped(purge, { reason })))).toEqual([])
})
