import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline.ts'
import { runbookOf } from './read-sample.ts'

const stepsOf = (...lines: string[]) => runbookOf('# T', '## Diagnosis', ...lines).steps
const outline = (...lines: string[]) => outlineOf(stepsOf(...lines))

describe('R3.6 the items of a list are all steps or all notes', () => {
  it('R3.6 either answer is one where the other is', () => {
    expect(
      outline(
        '1. Look whether the ring was written to.',
        '   - **No**: Safe to go on.',
        '   - **Yes**: STOP the readers.',
      ),
    ).toEqual(['Look whether the ring was written to.', '  No: Safe to go on.', '  Yes: STOP the readers.'])
  })

  it('R3.6 what is searched for in a place is read beside, whatever its brackets say', () => {
    const [step, ...more] = stepsOf(
      '1. Search the logs of the ring for:',
      '   - Logs of the load (search for "late" or "torn")',
      '   - Logs that may tell of a restart',
      '   - Logs showing the failing query',
    )
    expect(more).toEqual([])
    expect(step?.before).toContain('Logs of the load (search for "late" or "torn")')
    expect(step?.before).toContain('Logs showing the failing query')
  })

  it('R3.6 what is assumed is read beside, though the last of it goes on to ask', () => {
    const [step, ...more] = stepsOf(
      '1. List all rings.',
      '',
      '   This shows which to drain, based on the assumption that:',
      '   * Old rings are small.',
      '   * Small rings are drained sooner.',
      '   That is a guess. Review the rings first.',
    )
    expect(more).toEqual([])
    expect(step?.before).toContain('Old rings are small.')
  })

  it('R3.6 each tool that something is started with is a step', () => {
    const lines = [
      'If the relay is late you can start it with:',
      '',
      '- `yb-ctl` on one node.',
      '- `bin/ring-a` on many.',
    ]
    const read = runbookOf('# T', '## 1. Is the relay there?', ...lines, '## Mitigation', '- Drain the ring.').steps
    expect(outlineOf(read)).toEqual([
      'If the relay is late you can start it with',
      '  yb-ctl on one node.',
      '  bin/ring-a on many.',
      'Drain the ring.',
    ])
  })

  it('R3.6 dashboards that can tell more are none to tick, "Request rate" included', () => {
    expect(
      outline(
        'Look at the ring.',
        '',
        'If there, the following dashboards can also give further insights:',
        '',
        '* Request Duration by Ring',
        '* Ring Object Count',
      ),
    ).toEqual(['Look at the ring.'])
  })

  it('R3.7 a case among numbers is what its sisters are', () => {
    const cases = [
      '2. If the log shows a stop, the ring was closed.',
      '3. If the ring is late, look at the relay.',
      '4. If the ring is new, drain it.',
    ]
    expect(outline('1. Look at the log.', ...cases)).toHaveLength(4)
  })

  it('R3.1 what stands behind two dashes is asked for', () => {
    const soon = [
      '* `long: 1h`: less than 2 days -- You should fix it!',
      '* `long: 6h`: less than 5 days -- Track this down.',
    ]
    const { steps } = runbookOf(
      '# T',
      '## Critical',
      'First check it.',
      '',
      ...soon,
      '',
      '## Runbook',
      '1. Look at it.',
    )
    expect(steps).toHaveLength(4)
  })

  it('R3.7 "Done!" is none', () => {
    expect(outline('1. Drain the ring.', '2. Run the relay', '3. Done!')).toEqual(['Drain the ring.', 'Run the relay'])
  })
})

describe('R3.14 what a step says is not said again beside it', () => {
  it('R3.14 also where code stands behind "e.g."', () => {
    const [step] = stepsOf('Make sure you know the ring (e.g. `ring-a`) and its relay. Refer to the table for that.')
    expect(step?.text).toContain('Make sure you know the ring (e.g. ring-a)')
    expect(step?.before).not.toContain('Make sure')
  })
})
