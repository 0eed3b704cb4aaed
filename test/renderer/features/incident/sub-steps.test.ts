import { describe, expect, it } from 'vitest'
import {
  openWithin,
  reopenedAlong,
  skippedAlong,
  skippedWith,
} from '../../../../renderer/features/incident/runbook/sub-steps.ts'
import { type ChecklistItem, checklistOf, parsedPin } from '../../../../shared/incident/checklist.ts'
import { stated } from '../../../support/log-builder.ts'
import { folded, type Timed } from './folded.ts'

const text = `# Late

## Debugging steps

1. Find the partition
   1. List them
   2. Sort them
      1. By lag
   3. Note the owner
2. Restart it
   1. Drain it
`
const opened: Timed = [
  1,
  stated('runbook.opened', { path: 'a.md', title: 'Late', sha256: 'e'.repeat(64), text, matchedBy: 'chosen' }),
]

function listAfter(...facts: readonly Timed[]): readonly ChecklistItem[] {
  const { run } = folded([opened, ...facts])
  return run === null ? [] : checklistOf(run, parsedPin(run))
}

function stepNamed(items: readonly ChecklistItem[], words: string): ChecklistItem {
  const item = items.find(({ step }) => step.text === words)
  if (item === undefined) throw new Error(`no step "${words}"`)
  return item
}

const keyOf = (words: string) => ({ step: stepNamed(listAfter(), words).step.id, text: words })
const skipped = (words: string, reason: string): Timed => [2, stated('step.skipped', { ...keyOf(words), reason })]
const textsOf = (items: readonly ChecklistItem[]) => items.map(({ step }) => step.text)

describe('R3 the sub-steps of a step', () => {
  it('R3 are skipped with it, as far as they are open, and no others', () => {
    const items = listAfter([2, stated('step.checked', keyOf('List them'))])
    expect(textsOf(openWithin(items, stepNamed(items, 'Find the partition')))).toEqual([
      'Sort them',
      'By lag',
      'Note the owner',
    ])
    expect(textsOf(openWithin(items, stepNamed(items, 'Sort them')))).toEqual(['By lag'])
    expect(openWithin(items, stepNamed(items, 'Note the owner'))).toEqual([])
    expect(textsOf(openWithin(items, stepNamed(items, 'Restart it')))).toEqual(['Drain it'])
  })

  it('R3 come back with it, save for those that were skipped for a reason of their own', () => {
    const items = listAfter(
      skipped('Note the owner', 'nobody owns it'),
      ...['Find the partition', 'List them', 'Sort them', 'By lag'].map((words) => skipped(words, 'no VPN')),
      skipped('Drain it', 'no VPN'),
    )
    const parent = stepNamed(items, 'Find the partition')
    expect(textsOf(skippedWith(items, parent))).toEqual(['List them', 'Sort them', 'By lag'])
    expect(reopenedAlong(items, parent)).toBe('with its 3 sub-steps')
    expect(skippedWith(items, stepNamed(items, 'Restart it'))).toEqual([])
  })

  it('R3 are counted in words', () => {
    const items = listAfter([2, stated('step.checked', keyOf('List them'))])
    expect(skippedAlong(listAfter(), stepNamed(items, 'Find the partition'))).toBe('with its 4 sub-steps')
    expect(skippedAlong(items, stepNamed(items, 'Find the partition'))).toBe('with its 3 open sub-steps')
    expect(skippedAlong(items, stepNamed(items, 'Restart it'))).toBe('with its sub-step')
    expect(skippedAlong(items, stepNamed(items, 'Drain it'))).toBe('')
  })
})
